package nl.meldspoor.notifications.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedKafka;
import nl.meldspoor.embedded.EmbeddedParts;
import nl.meldspoor.embedded.EmbeddedPostgres;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.MeldingChannel;
import nl.meldspoor.events.PublishedEvent;
import nl.meldspoor.events.deadlines.Rung;
import nl.meldspoor.http.SignedTokens;
import nl.meldspoor.notifications.CaseOnTopic;
import nl.meldspoor.notifications.RealParts;
import nl.meldspoor.notifications.Topic;
import nl.meldspoor.notifications.inbox.InboxClient;
import nl.meldspoor.notifications.telling.Telling;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the topic may bring, and what may go away meanwhile: everybody is told once. Each test has a region of its own. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(SignedTokens.class)
class IntakeIT {

    private static final Duration AT_MOST = Duration.ofSeconds(60);

    private final String region = "region-" + UUID.randomUUID();

    @Inject
    Intake intake;

    @Inject
    nl.meldspoor.notifications.database.Database database;

    @Inject
    Telling telling;

    @Inject
    NewsIntake news;

    @Inject
    IntakeFigures figures;

    @Inject
    Clock clock;

    private final Topic topic = new Topic();
    private final EmbeddedPostgres postgres = EmbeddedParts.shared().postgres();

    @AfterEach
    void close() {
        topic.close();
    }

    @Test
    void theSameRecordsTwiceTellOnce() {
        // given
        CaseOnTopic melding = melding();

        // when
        topic.send(melding.events());
        topic.send(melding.events());
        topic.send(melding.acknowledged("liaison").events());

        // then
        awaitApplied(melding, 3);
        assertThat(addressees(melding)).doesNotHaveDuplicates().hasSize(4);
        assertThat(InboxClient.liaison(region).told()).containsExactly("MELDING_MADE " + melding.id());
    }

    @Test
    void recordsOfManyCasesInAnyOrderAndTwiceTellEachOnce() {
        // given
        List<CaseOnTopic> cases = new ArrayList<>();
        List<PublishedEvent> records = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            CaseOnTopic melding = melding().acknowledged("liaison");
            cases.add(melding);
            records.addAll(melding.events());
            records.addAll(melding.events());
        }
        long seed = System.nanoTime();
        Collections.shuffle(records, new Random(seed));

        // when
        topic.send(records);

        // then
        List<String> expected = cases.stream().map(c -> "MELDING_MADE " + c.id()).sorted().toList();
        await("seed " + seed).atMost(AT_MOST).until(() -> InboxClient.liaison(region).told().size() >= 40);
        assertThat(InboxClient.liaison(region).told().stream().sorted().toList()).as("seed " + seed).isEqualTo(expected);
        cases.forEach(c -> awaitApplied(c, 3));
        assertThat(parked(cases)).as("seed " + seed).isEmpty();
    }

    @Test
    void aCaseThatAnotherInstanceMovedOnIsReadAnew() {
        // given: this instance remembers the case as it was after its first event
        CaseOnTopic melding = melding().acknowledged("liaison");
        take(intake, melding.event(1));

        // when
        take(otherInstance(), melding.event(2));
        take(intake, melding.event(3));
        take(intake, melding.event(2));

        // then
        awaitApplied(melding, 3);
        assertThat(parked(List.of(melding))).isEmpty();
        assertThat(InboxClient.liaison(region).told()).containsExactly("MELDING_MADE " + melding.id());
    }

    /** As another instance on the same database: it remembers nothing, and of what it does this one remembers nothing. */
    private Intake otherInstance() {
        return new Intake(database, new IntakeStore(telling), news, figures, clock);
    }

    private static void take(Intake intake, PublishedEvent event) {
        intake.take(List.of(new ArrivedRecord.CaseRecord(event, null)));
    }

    @Test
    void aCaseWithAGapWaitsAndTheOthersGoOn() {
        // given
        CaseOnTopic gap = melding().acknowledged("liaison");
        CaseOnTopic other = melding();

        // when
        topic.send(gap.event(1), gap.event(3));
        topic.send(other.events());

        // then
        awaitParked(gap, "GAP");
        awaitApplied(other, 2);
        assertThat(InboxClient.liaison(region).told()).containsExactly("MELDING_MADE " + other.id());

        // when the missing record is sent again
        topic.send(gap.event(2));

        // then
        awaitApplied(gap, 3);
        assertThat(parked(List.of(gap))).isEmpty();
        assertThat(addressees(gap)).hasSize(4);
        assertThat(count("SELECT count(*) FROM held_record WHERE case_id = '" + gap.id() + "'")).isZero();
    }

    @Test
    void aForkParksTheCaseAndRaisesTheAlarm() {
        // given
        CaseOnTopic fork = melding();
        topic.send(fork.events());
        awaitApplied(fork, 2);

        // when
        topic.send(CaseOnTopic.rivalOf(fork.event(2)));
        topic.send(fork.acknowledged("liaison").event(3));

        // then
        awaitParked(fork, "FORK");
        await().atMost(AT_MOST)
                .until(() -> count("SELECT count(*) FROM held_record WHERE case_id = '" + fork.id() + "'") == 2);
        assertThat(addressees(fork)).as("what was told before").hasSize(3);
        JsonPath well = given().get("/q/health/well").then().statusCode(503).extract().jsonPath();
        assertThat(well.getInt("checks.find { it.name == 'intake-standstill' }.data.parkedCases")).isPositive();
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200).body(containsString("meldspoor_intake_cases_parked"))
                .body(containsString("meldspoor_notifications_streams"))
                .body(containsString("kafka_consumer_fetch_manager_records_lag"));
    }

    @Test
    void aReleasedCaseIsReadAnewAndTellsNobodyTwice() throws SQLException {
        // given: a case that forked after its melding was told
        CaseOnTopic fork = melding();
        topic.send(fork.events());
        awaitApplied(fork, 2);
        topic.send(CaseOnTopic.rivalOf(fork.event(2)));
        awaitParked(fork, "FORK");
        List<String> told = addressees(fork);

        // when: an operator releases it, and the store sends it again
        try (Connection operator = postgres.connect(Database.NOTIFICATIONS, Database.NOTIFICATIONS.ownerRole());
                Statement statement = operator.createStatement();
                var released = statement.executeQuery("SELECT meldspoor_release('" + fork.id() + "')")) {
            released.next();
            assertThat(released.getBoolean(1)).isTrue();
        }
        topic.send(fork.events());

        // then
        awaitApplied(fork, 2);
        assertThat(count("SELECT count(*) FROM held_record WHERE case_id = '" + fork.id() + "'")).isZero();
        assertThat(count("SELECT count(*) FROM case_progress WHERE parked IS NOT NULL AND case_id = '" + fork.id() + "'"))
                .isZero();
        assertThat(addressees(fork)).containsExactlyInAnyOrderElementsOf(told);
    }

    @Test
    void aRecordThatCannotBeReadIsKeptAndHoldsUpNothing() {
        // given
        String planted = "not-an-event-" + UUID.randomUUID();
        CaseOnTopic later = new CaseOnTopic("de-linde")
                .openedMeldcode("nurse")
                .add("nurse", "SomethingOfNextYear", EventJson.object("{}"));
        CaseOnTopic poison = new CaseOnTopic("with-nul-\u0000").openedMeldcode("nurse");
        CaseOnTopic good = melding();

        // when
        topic.sendRaw(good.id().toString(), planted);
        topic.send(later.events());
        List<PublishedEvent> together = new ArrayList<>(poison.events());
        together.addAll(good.events());
        topic.send(together);

        // then
        awaitApplied(good, 2);
        awaitParked(later, "UNREADABLE");
        await().atMost(AT_MOST).until(() -> kept(planted) == 1 && kept(poison.id().toString()) == 1);
        assertThat(InboxClient.liaison(region).told()).containsExactly("MELDING_MADE " + good.id());
    }

    @Test
    void aVersionThatKnowsTheTypeGoesOnWhereTheEarlierOneStopped() throws SQLException {
        // given
        CaseOnTopic given = new CaseOnTopic("de-linde")
                .openedMeldcode("nurse")
                .add("nurse", "SignalRecordez", signal())
                .melding("nurse", region, MeldingChannel.MELDSPOOR);
        topic.send(given.events());
        awaitParked(given, "UNREADABLE");

        // when this version is made to know the type, as a new one would
        rename("held_record", given, "SignalRecordez", "SignalRecorded");
        int going = intake.retryUnreadable();

        // then
        assertThat(going).isEqualTo(1);
        awaitApplied(given, 3);
        assertThat(InboxClient.liaison(region).told()).containsExactly("MELDING_MADE " + given.id());
    }

    @Test
    void whatWasSaidOfACaseMeanwhileIsToldWhenAVersionKnowsIt() throws SQLException {
        // given a case of which nothing is known but that it is there, and a term of it that has passed
        String organisation = "org-" + UUID.randomUUID();
        CaseOnTopic model = new CaseOnTopic(organisation).openedCareRelation("nurse");
        CaseOnTopic given = new CaseOnTopic(organisation).add("nurse", "CaseOpenez", model.event(1).facts());
        topic.send(given.events());
        awaitParked(given, "UNREADABLE");
        topic.send(given.deadline("OB-INVESTIGATE", "IGJ-DETERMINE", Rung.MISSED));
        awaitKept(given);
        assertThat(InboxClient.of("director", organisation, "board").told()).isEmpty();

        // when
        rename("held_record", given, "CaseOpenez", "CaseOpened");
        intake.retryUnreadable();

        // then
        assertThat(InboxClient.of("director", organisation, "board").told()).containsExactly("DEADLINE_MISSED " + given.id());
    }

    @Test
    void whatAnEarlierVersionCouldNotTellOfACaseIsToldByTheOneThatKnowsIt() throws SQLException {
        // given a case that a newer version has taken, and a term of it that an earlier one heard of
        String organisation = "org-" + UUID.randomUUID();
        CaseOnTopic given = new CaseOnTopic(organisation).openedCareRelation("nurse");
        take(otherInstance(), given.event(1));
        rename("case_event", given, "CaseOpened", "CaseOpenez");
        topic.send(given.deadline("OB-INVESTIGATE", "IGJ-DETERMINE", Rung.MISSED));
        awaitKept(given);
        assertThat(InboxClient.of("director", organisation, "board").told()).isEmpty();

        // when
        rename("case_event", given, "CaseOpenez", "CaseOpened");
        intake.retryUnreadable();

        // then
        assertThat(InboxClient.of("director", organisation, "board").told()).containsExactly("DEADLINE_MISSED " + given.id());
    }

    @Test
    void aConnectionThatIsCutInTheMiddleOfABatchLosesAndDoublesNothing() throws SQLException {
        // given somebody who holds up the batch after its first statements
        CaseOnTopic melding = melding();
        try (Connection lock = postgres.connectAsSuperuser(Database.NOTIFICATIONS.databaseName());
                Connection knife = postgres.connectAsSuperuser(Database.NOTIFICATIONS.databaseName())) {
            lock.setAutoCommit(false);
            lock.createStatement().execute("LOCK TABLE notification IN ACCESS EXCLUSIVE MODE");
            topic.send(melding.events());
            await().atMost(AT_MOST).until(() -> number(knife, WAITING) > 0);

            // when
            int cut = number(knife, "SELECT count(pg_terminate_backend(pid)) FROM (" + WAITING_PIDS + ") w");
            lock.rollback();

            // then
            assertThat(cut).isPositive();
        }
        awaitApplied(melding, 2);
        assertThat(addressees(melding)).doesNotHaveDuplicates().hasSize(3);
    }

    @Test
    void postgresMayBeKilled() {
        // given
        CaseOnTopic before = melding();
        topic.send(before.events());
        awaitApplied(before, 2);

        // when
        postgres.kill();
        CaseOnTopic meanwhile = melding();
        topic.send(meanwhile.events());
        InboxClient.liaison(region).get("/v1/notifications").then().statusCode(503);
        postgres.start();

        // then
        awaitApplied(meanwhile, 2);
        assertThat(InboxClient.liaison(region).told())
                .containsExactly("MELDING_MADE " + meanwhile.id(), "MELDING_MADE " + before.id());
    }

    @Test
    void kafkaMayBeKilled() {
        // given
        EmbeddedKafka kafka = EmbeddedParts.shared().kafka();
        CaseOnTopic before = melding();
        topic.send(before.events());
        awaitApplied(before, 2);

        // when
        kafka.kill();
        InboxClient.liaison(region).get("/v1/notifications").then().statusCode(200);
        kafka.start();
        CaseOnTopic after = melding();
        topic.send(after.events());

        // then
        awaitApplied(after, 2);
        assertThat(addressees(before)).doesNotHaveDuplicates().hasSize(3);
        assertThat(addressees(after)).doesNotHaveDuplicates().hasSize(3);
    }

    @Test
    void kafkaMayBeWipedAndFilledAgain() {
        // given a topic that is longer than the new one will be at the same place
        EmbeddedKafka kafka = EmbeddedParts.shared().kafka();
        CaseOnTopic known = melding();
        for (int i = 0; i < 5; i++) {
            topic.send(known.events());
        }
        CaseOnTopic other = melding();
        topic.send(other.events());
        awaitApplied(known, 2);
        awaitApplied(other, 2);

        // when everything is sent again from the store, with one event that never arrived
        kafka.wipe();
        kafka.start();
        RealParts.makeTopic(kafka.bootstrapServers());
        try (Topic refilled = new Topic()) {
            refilled.send(known.acknowledged("liaison").events());
            for (int i = 0; i < 40; i++) {
                refilled.send(known.events());
            }
            refilled.send(other.events());
        }

        // then
        awaitApplied(known, 3);
        assertThat(addressees(known)).doesNotHaveDuplicates().hasSize(4);
        assertThat(addressees(other)).doesNotHaveDuplicates().hasSize(3);
        assertThat(parked(List.of(known, other))).isEmpty();
        assertThat(count("SELECT count(DISTINCT cluster_id) FROM topic_identity WHERE topic = '" + PublishedEvent.TOPIC + "'")).isEqualTo(1);
    }

    @Test
    void theServiceOwnsNothingAndCannotRewriteWhatWasTold() throws SQLException {
        // given
        String role = Database.NOTIFICATIONS.serviceRole();
        try (Connection service = postgres.connect(Database.NOTIFICATIONS, role);
                Statement statement = service.createStatement()) {
            // when
            List<String> allowed = new ArrayList<>();
            for (String forbidden : List.of(
                    "UPDATE notification SET addressee = 'x'",
                    "DELETE FROM notification",
                    "UPDATE case_event SET source = 'x'",
                    "DELETE FROM case_event",
                    "DELETE FROM read_mark",
                    "DROP TABLE notification",
                    "CREATE TABLE mine (id int)")) {
                try {
                    statement.execute(forbidden);
                    allowed.add(forbidden);
                } catch (SQLException e) {
                    assertThat(e.getSQLState()).as(forbidden).isEqualTo("42501");
                }
            }

            // then
            assertThat(allowed).isEmpty();
        }
    }

    private static final String WAITING_PIDS =
            """
            SELECT pid FROM pg_stat_activity
            WHERE usename = 'notifications_service' AND wait_event_type = 'Lock' AND query LIKE '%INSERT INTO notification%'
            """;
    private static final String WAITING = "SELECT count(*) FROM (" + WAITING_PIDS + ") w";

    private static com.fasterxml.jackson.databind.node.ObjectNode signal() {
        return new CaseOnTopic("de-linde").openedMeldcode("nurse").signal("nurse").event(2).facts();
    }

    private CaseOnTopic melding() {
        return new CaseOnTopic("de-linde").openedMeldcode("nurse").melding("nurse", region, MeldingChannel.MELDSPOOR);
    }

    private void awaitApplied(CaseOnTopic given, int sequence) {
        await().atMost(AT_MOST)
                .ignoreExceptions()
                .until(() -> count("SELECT coalesce(max(last_sequence), 0) FROM case_progress WHERE case_id = '" + given.id() + "'")
                        == sequence);
    }

    private void awaitParked(CaseOnTopic given, String reason) {
        await().atMost(AT_MOST)
                .untilAsserted(() -> assertThat(parked(List.of(given))).isEqualTo(Map.of(given.id().toString(), reason)));
    }

    private void awaitKept(CaseOnTopic given) {
        await().atMost(AT_MOST).until(() -> count("SELECT count(*) FROM deadline_record WHERE case_id = '" + given.id() + "'") == 1);
    }

    /** Has the type of an event read otherwise, as to a version that knows more types or fewer. */
    private void rename(String table, CaseOnTopic given, String type, String otherwise) throws SQLException {
        try (Connection connection = postgres.connectAsSuperuser(Database.NOTIFICATIONS.databaseName())) {
            connection.createStatement().execute("UPDATE " + table + " SET value = convert_to(replace(convert_from(value, 'UTF8'), '" + type + "', '"
                    + otherwise + "'), 'UTF8') WHERE case_id = '" + given.id() + "'");
        }
    }

    private Map<String, String> parked(List<CaseOnTopic> cases) {
        String ids = cases.stream().map(c -> "'" + c.id() + "'").collect(Collectors.joining(","));
        return rows("SELECT case_id || ' ' || parked FROM case_progress WHERE parked IS NOT NULL AND case_id IN (" + ids + ")")
                .stream()
                .map(row -> row.split(" "))
                .collect(Collectors.toMap(row -> row[0], row -> row[1]));
    }

    /** Who was told what happened; duties apart. */
    private List<String> addressees(CaseOnTopic given) {
        return rows("SELECT kind || ' ' || addressee FROM notification WHERE kind <> 'OBLIGATION_AROSE' AND case_id = '"
                + given.id() + "'");
    }

    private int kept(String words) {
        return count("SELECT count(*) FROM unreadable_record WHERE position('" + words + "'::bytea IN value) > 0");
    }

    private int count(String sql) {
        return Integer.parseInt(rows(sql).getFirst());
    }

    private List<String> rows(String sql) {
        try (Connection connection = postgres.connectAsSuperuser(Database.NOTIFICATIONS.databaseName());
                ResultSet result = connection.createStatement().executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (ResultSet result = connection.createStatement().executeQuery(sql)) {
            result.next();
            return result.getInt(1);
        }
    }
}
