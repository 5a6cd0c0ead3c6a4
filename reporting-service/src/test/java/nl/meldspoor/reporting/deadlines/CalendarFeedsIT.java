package nl.meldspoor.reporting.deadlines;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedParts;
import nl.meldspoor.http.SignedTokens;
import nl.meldspoor.reporting.support.CaseStory;
import nl.meldspoor.reporting.support.RealParts;
import nl.meldspoor.reporting.support.Topic;
import nl.meldspoor.terms.AmsterdamDay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(SignedTokens.class)
class CalendarFeedsIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final LocalDate TODAY = AmsterdamDay.of(Instant.now());

    @Inject
    Pool pool;

    private String organisation;
    private String board;

    @BeforeEach
    void anOrganisation() {
        organisation = "org-" + UUID.randomUUID();
        board = SignedTokens.person("dirk", organisation, "board");
    }

    @Test
    void aCalendarFindsTheDeadlinesByTheAddressAlone() throws Exception {
        // given
        CaseStory story = discovered("anna");
        publish(story);
        JsonPath feed = create(board);

        // when
        Response answer = given().get(feed.getString("links.calendar"));

        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("text/calendar");
        Calendar calendar = new CalendarBuilder().build(new StringReader(answer.asString()));
        calendar.validate();
        assertThat(summaries(calendar)).contains("IGJ-DETERMINE (OB-INVESTIGATE)", "OB-STOP");
        assertThat(answer.asString())
                .contains("DTSTART;VALUE=DATE:" + TODAY.plusDays(42).toString().replace("-", ""))
                .doesNotContain("anna", "berend", "carel", "dirk");
    }

    @Test
    void aDeadlineKeepsItsPlaceWhileOthersComeAndGoesWhenItIsMet() throws Exception {
        // given
        CaseStory story = discovered("anna");
        publish(story);
        String address = create(board).getString("links.calendar");
        String before = uid(address, "OB-STOP");

        // when
        publish(story.judgedViolent(TODAY));

        // then
        assertThat(uid(address, "OB-STOP")).isNotNull().isEqualTo(before);
        assertThat(uid(address, "IGJ-REPORT")).isNotNull();
        assertThat(uid(address, "IGJ-DETERMINE")).isNull();
    }

    @Test
    void whatItShowsIsDecidedWhenItIsRead() {
        // given: a feed of somebody who becomes the accused afterwards
        String erik = SignedTokens.person("erik", organisation, "report-team");
        CaseStory other = discovered("anna");
        publish(other);
        String address = create(erik).getString("links.calendar");
        assertThat(given().get(address).asString()).contains(other.caseId().toString());

        // when
        CaseStory own = CaseStory.careRelation(RealParts.refs(), organisation, "anna").reported("berend", "erik", TODAY);
        publish(own);

        // then
        assertThat(given().get(address).asString()).contains(other.caseId().toString()).doesNotContain(own.caseId().toString());
    }

    @Test
    void aRevokedAddressIsGoodForNothing() {
        // given
        JsonPath feed = create(board);

        // when
        int status = given().auth().oauth2(board).delete("/v1/calendar-feeds/" + feed.getString("id")).statusCode();

        // then
        assertThat(status).isEqualTo(204);
        assertThat(given().get(feed.getString("links.calendar")).statusCode()).isEqualTo(404);
        assertThat(given().auth().oauth2(board).delete("/v1/calendar-feeds/" + feed.getString("id")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theBoardRevokesTheFeedsOfWhoLeft() {
        // given
        String fien = SignedTokens.person("fien", organisation, "supervisor");
        String address = create(fien).getString("links.calendar");
        String kept = create(board).getString("links.calendar");

        // then: not by whoever likes to
        assertThat(revoke(fien, "{\"user\": \"fien\"}").statusCode()).isEqualTo(403);
        assertThat(revoke(board, "{\"who\": \"fien\"}").statusCode()).isEqualTo(400);

        // when
        assertThat(revoke(board, "{\"user\": \"Fien\"}").jsonPath().getInt("revoked")).isEqualTo(1);

        // then
        assertThat(given().get(address).statusCode()).isEqualTo(404);
        assertThat(given().get(kept).statusCode()).isEqualTo(200);
    }

    @Test
    void onlyTheOwnerSeesAndRevokesAFeed() {
        // given
        JsonPath feed = create(board);
        String gijs = SignedTokens.person("gijs", organisation, "board");

        // then
        assertThat(given().auth().oauth2(gijs).get("/v1/calendar-feeds").jsonPath().getList("items")).isEmpty();
        assertThat(given().auth().oauth2(gijs).delete("/v1/calendar-feeds/" + feed.getString("id")).statusCode())
                .isEqualTo(404);
        JsonPath own = given().auth().oauth2(board).get("/v1/calendar-feeds").jsonPath();
        assertThat(own.getList("items.id", String.class)).containsExactly(feed.getString("id"));
        assertThat(own.prettyPrint()).doesNotContain(feed.getString("secret"));
    }

    @Test
    void whoSeesNoCasesGetsNoFeedAndNobodyGetsMoreThanTen() {
        assertThat(given().auth()
                        .oauth2(SignedTokens.person("hans", organisation, "client-council"))
                        .contentType("application/json")
                        .post("/v1/calendar-feeds")
                        .statusCode())
                .isEqualTo(403);
        for (int i = 0; i < 10; i++) {
            create(board);
        }
        assertThat(given().auth().oauth2(board).contentType("application/json").post("/v1/calendar-feeds").statusCode())
                .isEqualTo(409);
    }

    @Test
    void ofTwoThatAreMadeAtTheSameMomentForTheLastPlaceOneIs() throws SQLException {
        // given: all places but one are taken, and who has counted waits before he takes it
        for (int i = 0; i < 9; i++) {
            create(board);
        }
        List<CompletableFuture<Integer>> statuses = new ArrayList<>();
        try (Connection other = EmbeddedParts.shared().postgres().connectAsSuperuser(Database.REPORTING.databaseName());
                Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(4711)");
            statement.execute(
                    """
                    create function tracker.hold_feed() returns trigger language plpgsql as $$
                    begin perform pg_advisory_xact_lock_shared(4711); return new; end $$;
                    create trigger hold_feed before insert on tracker.calendar_feed
                    for each row when (new.organisation = '%s') execute function tracker.hold_feed()"""
                            .formatted(organisation));

            // when
            for (int i = 0; i < 2; i++) {
                statuses.add(CompletableFuture.supplyAsync(
                        () -> given().auth().oauth2(board).contentType("application/json").post("/v1/calendar-feeds").statusCode(),
                        Thread::startVirtualThread));
            }
            await().atMost(SOON).until(() -> waiting(statement) == 2);
            statement.execute("select pg_advisory_unlock(4711)");
            statuses.forEach(CompletableFuture::join);
            statement.execute("drop function tracker.hold_feed() cascade");
        }

        // then
        assertThat(statuses).extracting(CompletableFuture::join).containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void onlyTheAddressOfAFeedNeedsNoToken() {
        assertThat(given().get("/v1/calendar-feeds").statusCode()).isEqualTo(401);
        assertThat(given().contentType("application/json").post("/v1/calendar-feeds").statusCode()).isEqualTo(401);
        assertThat(given().delete("/v1/calendar-feeds/" + "A".repeat(43) + ".ics").statusCode()).isEqualTo(401);
        assertThat(given().get("/v1/calendar-feeds/short.ics").statusCode()).isEqualTo(401);
        assertThat(given().get("/v1/calendar-feeds/" + "A".repeat(43) + ".ics").statusCode()).isEqualTo(404);
    }

    @Test
    void theRowsOfAFeedNameNobodyAndHoldNoSecret() {
        // given
        JsonPath feed = create(board);

        // when
        String row = pool.preparedQuery(
                        """
                        select f::text || ' ' || encode(f.sealed_owner, 'escape') || ' ' || encode(f.secret_hash, 'escape')
                          from tracker.calendar_feed f where id = $1
                        """)
                .execute(Tuple.of(UUID.fromString(feed.getString("id"))))
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getString(0);

        // then
        assertThat(row).contains(organisation).doesNotContain("dirk", feed.getString("secret"), "BOARD");
    }

    private static int waiting(Statement statement) throws SQLException {
        try (ResultSet waiting = statement.executeQuery(
                """
                select count(*) from pg_stat_activity where wait_event_type = 'Lock'
                   and (query like '%calendar_feed%' or query like '%pg_advisory_xact_lock(hashtextextended%')""")) {
            waiting.next();
            return waiting.getInt(1);
        }
    }

    private CaseStory discovered(String openedBy) {
        return CaseStory.careRelation(RealParts.refs(), organisation, openedBy).reported("berend", "carel", TODAY);
    }

    private static JsonPath create(String token) {
        Response answer = given().auth().oauth2(token).contentType("application/json").post("/v1/calendar-feeds");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath();
    }

    private static Response revoke(String token, String body) {
        return given().auth().oauth2(token).contentType("application/json").body(body).post("/v1/calendar-feeds/revocations");
    }

    private static List<String> summaries(Calendar calendar) {
        return calendar.getComponents().stream()
                .map(c -> c.getRequiredProperty(Property.SUMMARY).getValue())
                .toList();
    }

    private static String uid(String address, String kind) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new StringReader(given().get(address).asString()));
        return calendar.getComponents().stream()
                .filter(c -> c.getRequiredProperty(Property.SUMMARY).getValue().startsWith(kind))
                .map(c -> c.getRequiredProperty(Property.UID).getValue())
                .findFirst()
                .orElse(null);
    }

    private void publish(CaseStory story) {
        try (Topic topic = new Topic()) {
            topic.publish(story.events());
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(given().auth()
                        .oauth2(SignedTokens.person("dirk", organisation, "board"))
                        .get("/v1/cases/" + story.caseId() + "/timeline")
                        .jsonPath()
                        .<Integer>get("version"))
                .isEqualTo(story.events().size()));
    }
}
