package nl.meldspoor.reporting.projection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.meldspoor.embedded.EmbeddedParts;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.SignedTokens;
import nl.meldspoor.reporting.support.CaseStory;
import nl.meldspoor.reporting.support.RealParts;
import nl.meldspoor.reporting.support.Topic;
import nl.meldspoor.terms.AmsterdamDay;
import org.junit.jupiter.api.Test;

/** PostgreSQL and Kafka are killed under the running service: it waits, goes on by itself, and has lost nothing. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(SignedTokens.class)
class OutageIT {

    private static final Duration IN_THE_END = Duration.ofSeconds(90);
    private static final PersonRefs REFS = RealParts.refs();
    private static final LocalDate TODAY = AmsterdamDay.of(Instant.now());

    private final String organisation = "org-" + UUID.randomUUID();
    private final String board = SignedTokens.person("dirk", organisation, "board");

    @Test
    void whatIsPublishedWhilePostgresIsDeadIsThereAfterwards() {
        // given
        EmbeddedParts parts = EmbeddedParts.shared();
        CaseStory before = story();
        publish(before);
        awaitVersion(before);
        CaseStory during = story();

        // when
        parts.postgres().kill();
        publish(during);
        await().atMost(IN_THE_END)
                .untilAsserted(() -> assertThat(
                                given().auth().oauth2(board).get("/v1/dashboard").statusCode())
                        .isEqualTo(503));
        parts.postgres();

        // then
        awaitVersion(before);
        awaitVersion(during);
        assertThat(given().get("/q/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void goesOnWhenKafkaComesBack() {
        // given
        EmbeddedParts parts = EmbeddedParts.shared();
        CaseStory half = story();
        try (Topic topic = new Topic()) {
            topic.publish(half.events().subList(0, 1));
        }
        awaitVersion(half, 1);

        // when
        parts.kafka().kill();
        assertThat(version(half)).isEqualTo(1);
        parts.kafka();
        publish(half);

        // then
        awaitVersion(half);
        assertThat(given().get("/q/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void readsAWipedAndRefilledTopicFromItsBeginning() {
        // given: a consumer that stands further on than the next event will lie after the wipe
        EmbeddedParts parts = EmbeddedParts.shared();
        CaseStory story = story();
        try (Topic topic = new Topic()) {
            topic.publish(story.event(1), story.event(2), story.event(1), story.event(2), story.event(1), story.event(2));
        }
        awaitVersion(story, 2);

        // when: refilled at once, with the first events again, a new one, and then many records nobody needs
        parts.kafka().wipe();
        parts.kafka();
        RealParts.makeTopic();
        publish(story);
        for (int again = 0; again < 10; again++) {
            publish(story);
        }

        // then
        awaitVersion(story);
    }

    private CaseStory story() {
        return CaseStory.careRelation(REFS, organisation, "anna").signal().reported("berend", "carel", TODAY);
    }

    private static void publish(CaseStory story) {
        try (Topic topic = new Topic()) {
            topic.publish(story.events());
        }
    }

    private void awaitVersion(CaseStory story) {
        awaitVersion(story, story.events().size());
    }

    private void awaitVersion(CaseStory story, int version) {
        await().atMost(IN_THE_END).untilAsserted(() -> assertThat(version(story)).isEqualTo(version));
    }

    private Integer version(CaseStory story) {
        return given().auth()
                .oauth2(board)
                .get("/v1/cases/" + story.caseId() + "/timeline")
                .jsonPath()
                .<Integer>get("version");
    }
}
