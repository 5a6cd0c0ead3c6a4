package nl.meldspoor.reporting.warnings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.events.warnings.PublishedWarning;
import nl.meldspoor.http.SignedTokens;
import nl.meldspoor.reporting.support.CaseStory;
import nl.meldspoor.reporting.support.RealParts;
import nl.meldspoor.reporting.support.Topic;
import nl.meldspoor.terms.AmsterdamDay;
import org.junit.jupiter.api.Test;

/** What the notification-service says of who was warned stands on the timeline, for whoever sees the case. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(SignedTokens.class)
class WarningsOnTimelineIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final PersonRefs REFS = RealParts.refs();

    private final String organisation = "org-" + UUID.randomUUID();

    @Test
    void aWarningIsOnTheTimelineOnceHoweverOftenItIsSaid() {
        // given
        CaseStory story = CaseStory.careRelation(REFS, organisation, "anna").reported("berend", "carel", AmsterdamDay.of(Instant.now()));
        try (Topic topic = new Topic()) {
            topic.publish(story.events());
        }
        UUID caseId = story.caseId();

        // when
        PublishedWarning delivered = warning(caseId, organisation, PublishedWarning.State.DELIVERED);
        PublishedWarning read = warning(caseId, organisation, PublishedWarning.State.READ);
        PublishedWarning foreign = warning(caseId, "org-elsewhere", PublishedWarning.State.FAILED);
        try (Topic topic = new Topic()) {
            List.of(delivered, delivered, foreign, read).forEach(topic::publish);
        }

        // then
        await().atMost(SOON).until(() -> warnings(caseId).size() == 2);
        assertThat(warnings(caseId)).extracting(w -> w.get("state")).containsExactly("DELIVERED", "READ");
        assertThat(warnings(caseId).getFirst())
                .containsOnlyKeys("obligation", "kind", "dueOn", "rung", "recipientRole", "channel", "state", "at")
                .containsEntry("obligation", "OB-INVESTIGATE")
                .containsEntry("kind", "IGJ-DETERMINE")
                .containsEntry("dueOn", "2026-03-11")
                .containsEntry("rung", "MISSED")
                .containsEntry("recipientRole", "board")
                .containsEntry("channel", "INBOX");
    }

    private List<Map<String, Object>> warnings(UUID caseId) {
        var timeline = given().auth().oauth2(SignedTokens.person("dirk", organisation, "report-team"))
                .get("/v1/cases/" + caseId + "/timeline");
        return timeline.statusCode() == 200 ? timeline.path("warnings") : List.of();
    }

    private static PublishedWarning warning(UUID caseId, String organisation, PublishedWarning.State state) {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusMillis(state.ordinal());
        return new PublishedWarning(UUID.randomUUID(), "urn:test", organisation, caseId, "OB-INVESTIGATE", "IGJ-DETERMINE",
                LocalDate.parse("2026-03-11"), "MISSED", null, "board", PublishedWarning.Channel.INBOX, state, at);
    }
}
