package nl.meldspoor.reporting.deadlines;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meldspoor.http.SignedTokens;
import nl.meldspoor.reporting.support.CaseStory;
import nl.meldspoor.reporting.support.EventStream;
import nl.meldspoor.reporting.support.RealParts;
import nl.meldspoor.reporting.support.Topic;
import nl.meldspoor.terms.AmsterdamDay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An entry goes in at the topic; that something changed comes out at who looks at the board. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(SignedTokens.class)
class DeadlineStreamIT {

    private static final Duration AT_MOST = Duration.ofSeconds(60);
    private static final LocalDate TODAY = AmsterdamDay.of(Instant.now());

    private final String organisation = "org-" + UUID.randomUUID();
    private final String elsewhere = "org-" + UUID.randomUUID();
    private final List<EventStream> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(EventStream::close);
    }

    @Test
    void whoSeesTheCaseHearsThatSomethingChangedAndNobodyElseHearsAnything() {
        // given
        EventStream board = listening(SignedTokens.person("dirk", organisation, "board"));
        List<EventStream> others = List.of(
                listening(SignedTokens.person("dirk", elsewhere, "board")),
                listening(SignedTokens.person("elly", organisation, "professional")),
                listening(SignedTokens.person("carel", organisation, "board")));

        // when
        publish(organisation);

        // then
        await().atMost(AT_MOST).until(() -> board.names().contains("changed"));
        assertThat(board.data()).as("no content").containsOnly("{}");
        // A heartbeat later they would have heard, too.
        others.forEach(other -> {
            long comments = other.comments();
            await().atMost(AT_MOST).until(() -> other.comments() > comments);
            assertThat(other.names()).containsExactly("started");
        });
    }

    @Test
    void endsWhenTheTokenDoes() {
        // given
        String token = SignedTokens.sign(SignedTokens.claims("dirk", "board")
                .put("organisation", organisation)
                .put("exp", Instant.now().getEpochSecond() + 5));

        // when
        EventStream stream = listening(token);

        // then
        await().atMost(AT_MOST).until(stream::ended);
        assertThat(given().auth().oauth2(token).get("/v1/deadlines").statusCode()).isEqualTo(401);
    }

    @Test
    void onePersonKeepsTenOpenAndNoMore() {
        // given
        String token = SignedTokens.person("dirk", organisation, "board");
        for (int i = 0; i < 10; i++) {
            listening(token);
        }

        // when
        EventStream eleventh = open(token);

        // then
        assertThat(eleventh.status()).isEqualTo(429);
        listening(SignedTokens.person("someone-else", organisation, "board"));

        // when one of them is closed
        open.getFirst().close();

        // then
        await().atMost(AT_MOST).until(() -> open(token).status() == 200);
    }

    @Test
    void refusesWhoIsNotSignedIn() {
        assertThat(given().get("/v1/deadlines/stream").statusCode()).isEqualTo(401);
    }

    private void publish(String organisation) {
        try (Topic topic = new Topic()) {
            topic.publish(CaseStory.careRelation(RealParts.refs(), organisation, "anna")
                    .reported("berend", "carel", TODAY)
                    .events());
        }
    }

    private EventStream listening(String token) {
        EventStream stream = open(token);
        await().atMost(AT_MOST).until(() -> stream.names().contains("started"));
        return stream;
    }

    private EventStream open(String token) {
        EventStream stream = new EventStream("/v1/deadlines/stream", token);
        open.add(stream);
        return stream;
    }
}
