package nl.meldspoor.notifications.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedParts;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.MeldingChannel;
import nl.meldspoor.http.SignedTokens;
import nl.meldspoor.notifications.CaseOnTopic;
import nl.meldspoor.notifications.RealParts;
import nl.meldspoor.notifications.Rows;
import nl.meldspoor.notifications.ShiftedClock;
import nl.meldspoor.notifications.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What somebody hears who keeps listening. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(SignedTokens.class)
class InboxStreamIT {

    private static final Duration AT_MOST = Duration.ofSeconds(30);

    private final String organisation = "org-" + UUID.randomUUID();
    private final String region = "region-" + UUID.randomUUID();
    private final Topic topic = new Topic();
    private final List<EventStream> open = new ArrayList<>();

    @Inject
    ShiftedClock clock;

    @AfterEach
    void close() {
        clock.reset();
        open.forEach(EventStream::close);
        topic.close();
    }

    @Test
    void whoMustKnowHearsAndNobodyElse() {
        // given
        EventStream boss = listen("boss", "supervisor");
        EventStream nurse = listen("nurse", "professional");
        EventStream elsewhere = listening(SignedTokens.personOfUnit("boss", "another-organisation", CaseOnTopic.UNIT, "supervisor"));

        // when
        CaseOnTopic melding = meldcode().melding("nurse", region, MeldingChannel.MELDSPOOR);
        topic.send(melding.events());

        // then
        await().atMost(AT_MOST).until(() -> boss.notifications().size() == 1 && nurse.notifications().size() == 2);
        assertThat(boss.notifications().getFirst().kind()).isEqualTo("MELDING_MADE");
        assertThat(boss.notifications().getFirst().caseId()).isEqualTo(melding.id().toString());
        assertThat(nurse.notifications()).extracting(EventStream.Heard::kind).containsOnly("OBLIGATION_AROSE");
        int comments = elsewhere.comments();
        await().atMost(AT_MOST).until(() -> elsewhere.comments() > comments);
        assertThat(elsewhere.notifications()).isEmpty();
    }

    @Test
    void whoComesBackHearsWhatHeMissedAndNothingTwice() {
        // given
        EventStream first = listen("boss", "supervisor");
        topic.send(meldcode().melding("nurse", region, MeldingChannel.PHONE).events());
        await().atMost(AT_MOST).until(() -> first.notifications().size() == 1);
        String last = first.notifications().getFirst().id();
        first.close();

        // when
        CaseOnTopic missed = meldcode().melding("nurse", region, MeldingChannel.PHONE);
        topic.send(missed.events());
        person("boss", "supervisor").await(2);
        EventStream again = listening(bossToken(), last);

        // then
        await().atMost(AT_MOST).until(() -> !again.notifications().isEmpty());
        assertThat(again.notifications()).extracting(EventStream.Heard::caseId).containsExactly(missed.id().toString());
    }

    @Test
    void whoComesBackHearsNothingTwiceWhileATransactionRunsThatBeganBefore() throws Exception {
        // given: he heard what came after a transaction that was looked past, as of one of another database, and is not any more
        try (Connection other = EmbeddedParts.shared().postgres().connectAsSuperuser(Database.NOTIFICATIONS.databaseName());
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT pg_current_xact_id()");
            CaseOnTopic heard = meldcode().melding("nurse", region, MeldingChannel.PHONE);
            topic.send(heard.events());
            person("boss", "supervisor").await(1);
            String last = Rows.of("SELECT transaction_id::text || '-' || position FROM notification WHERE kind = 'MELDING_MADE' AND case_id = '"
                            + heard.id() + "' ORDER BY transaction_id DESC, position DESC").getFirst();

            // when
            EventStream again = listening(bossToken(), last);

            // then
            assertThat(again.first().id()).isEqualTo(last);
        }
    }

    @Test
    void aStreamThatHeardNothingResumesWhereItBegan() {
        // given
        EventStream first = listen("boss", "supervisor");
        String begin = first.first().id();
        first.close();
        CaseOnTopic missed = meldcode().melding("nurse", region, MeldingChannel.PHONE);
        topic.send(missed.events());
        person("boss", "supervisor").await(1);

        // when
        EventStream again = listening(bossToken(), begin);

        // then
        await().atMost(AT_MOST).until(() -> again.notifications().size() == 1);
        assertThat(again.first().data()).isEqualTo("{\"unread\":1,\"urgent\":1}");
    }

    @Test
    void theAccusedHearsNothing() {
        // given
        EventStream accused = listen("suspect", "report-team");
        EventStream member = listen("member", "report-team");

        // when
        topic.send(new CaseOnTopic(organisation)
                .openedCareRelation("nurse")
                .internalReport("nurse", AccusedKind.STAFF, "suspect")
                .events());

        // then
        await().atMost(AT_MOST).until(() -> member.notifications().size() == 2);
        int comments = accused.comments();
        await().atMost(AT_MOST).until(() -> accused.comments() > comments);
        assertThat(accused.notifications()).isEmpty();
    }

    @Test
    void theStreamEndsWithTheToken() {
        // given
        String token = SignedTokens.sign(SignedTokens.claims("boss", "supervisor")
                .put("organisation", organisation)
                .put("units", new JsonArray().add(CaseOnTopic.UNIT))
                .put("exp", Instant.now().getEpochSecond() + 600));
        EventStream stream = listening(token);

        // when
        clock.pass(Duration.ofMinutes(11));

        // then
        await().atMost(AT_MOST).until(stream::ended);
    }

    @Test
    void moreStreamsThanOnePersonNeedsAreRefused() {
        // given
        for (int i = 0; i < 10; i++) {
            listen("boss", "supervisor");
        }

        // when
        EventStream eleventh = new EventStream(bossToken(), null);
        open.add(eleventh);

        // then
        assertThat(eleventh.status()).isEqualTo(429);
        listen("boss-2", "supervisor");

        // when one of them is closed
        open.getFirst().close();

        // then
        await().atMost(AT_MOST).until(() -> {
            EventStream next = new EventStream(bossToken(), null);
            open.add(next);
            return next.status() == 200;
        });
    }

    @Test
    void aWrongPlaceOrNoTokenIsRefused() {
        given().auth().oauth2(bossToken()).header("Last-Event-ID", "garbage").get("/v1/notifications/stream")
                .then().statusCode(400).contentType("application/problem+json");
        given().get("/v1/notifications/stream").then().statusCode(401);
        given().get("/v1/notifications/count").then().statusCode(401);
    }

    @Test
    void aTokenThatWasUsedAMomentAgoOpensTheStreamToo() {
        // given
        String token = bossToken();
        given().auth().oauth2(token).get("/v1/notifications/count").then().statusCode(200);

        // when
        EventStream stream = listening(token);

        // then
        assertThat(stream.started()).isTrue();
    }

    @Test
    void theCountIsOfWhatHeHasNotRead() {
        // given
        topic.send(meldcode().melding("nurse", region, MeldingChannel.PHONE).melding("nurse", region, MeldingChannel.PHONE).events());
        InboxClient boss = person("boss", "supervisor");
        String id = (String) boss.await(2).getFirst().get("id");

        // when
        boss.markRead(id).then().statusCode(204);

        // then
        boss.get("/v1/notifications/count").then().statusCode(200).body("unread", equalTo(1)).body("urgent", equalTo(1));
        person("somebody", "professional").get("/v1/notifications/count").then().body("unread", equalTo(0));
    }

    private EventStream listen(String userName, String role) {
        return listening(SignedTokens.personOfUnit(userName, organisation, CaseOnTopic.UNIT, role));
    }

    private EventStream listening(String token) {
        return listening(token, null);
    }

    private EventStream listening(String token, String lastEventId) {
        EventStream stream = new EventStream(token, lastEventId);
        open.add(stream);
        await().atMost(AT_MOST).until(stream::started);
        return stream;
    }

    private String bossToken() {
        return SignedTokens.personOfUnit("boss", organisation, CaseOnTopic.UNIT, "supervisor");
    }

    private CaseOnTopic meldcode() {
        return new CaseOnTopic(organisation).openedMeldcode("nurse");
    }

    private InboxClient person(String userName, String role) {
        return InboxClient.of(userName, organisation, role);
    }
}
