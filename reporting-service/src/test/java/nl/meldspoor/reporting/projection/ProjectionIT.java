package nl.meldspoor.reporting.projection;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedParts;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.events.PublishedEvent;
import nl.meldspoor.http.SignedTokens;
import nl.meldspoor.reporting.support.CaseStory;
import nl.meldspoor.reporting.support.RealParts;
import nl.meldspoor.reporting.support.Topic;
import nl.meldspoor.terms.AmsterdamDay;
import nl.meldspoor.terms.DutchCalendar;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(SignedTokens.class)
class ProjectionIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final PersonRefs REFS = RealParts.refs();
    private static final LocalDate TODAY = AmsterdamDay.of(Instant.now());

    @Inject
    Projector projector;

    @Inject
    ProjectionStore store;

    @Inject
    FigureSettling settling;

    @Inject
    ProjectionFigures figures;

    @Inject
    HorizonAlarm horizon;

    @Inject
    Event<CasesProjected> projected;

    @Inject
    Pool pool;

    @Test
    void foldsWhatIsOnTheTopic() {
        // given
        CaseStory story = wholeStory();

        // when
        try (Topic topic = new Topic()) {
            topic.publish(story.events());
        }

        // then
        await().atMost(SOON).untilAsserted(() -> assertThat(lastSequence(story)).isEqualTo(4));
        assertThat(rows(story)).contains("IGJ-DETERMINE", "IGJ-REPORT", "OB-IGJ-VIOLENCE");
    }

    @Test
    void everythingTwiceChangesNothing() {
        // given
        CaseStory story = wholeStory();
        projector.project(Arrivals.of(story.events()));
        String once = rows(story);

        // when
        projector.project(Arrivals.of(story.events()));
        story.events().forEach(event -> projector.project(List.of(Arrivals.of(event))));

        // then
        assertThat(rows(story)).isEqualTo(once);
        assertThat(parking(story)).isNull();
        assertThat(kept(story)).isZero();
    }

    @Test
    void anyOrderInAnyBatchesComesToTheSame() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            // given: every record once or twice, shuffled
            CaseStory story = wholeStory();
            List<ArrivedRecord> arrivals = new ArrayList<>(Arrivals.of(story.events()));
            story.events().stream().filter(e -> random.nextBoolean()).map(Arrivals::of).forEach(arrivals::add);
            Collections.shuffle(arrivals, random);

            // when
            while (!arrivals.isEmpty()) {
                List<ArrivedRecord> batch = arrivals.subList(0, 1 + random.nextInt(arrivals.size()));
                projector.project(List.copyOf(batch));
                batch.clear();
            }

            // then
            CaseFold inOrder = CaseFold.of(Optional.empty(), story.events());
            assertThat(lastSequence(story)).as("seed %d", seed).isEqualTo(4);
            assertThat(parking(story)).as("seed %d", seed).isNull();
            assertThat(kept(story)).as("seed %d", seed).isZero();
            assertThat(rows(story))
                    .as("seed %d", seed)
                    .isEqualTo(written(inOrder.change().orElseThrow()));
        }
    }

    @Test
    void aCaseThatAnotherInstanceMovedOnIsReadAnew() {
        // given: this instance remembers the case as it was after two events
        CaseStory story = wholeStory();
        List<ArrivedRecord> arrivals = Arrivals.of(story.events());
        projector.project(arrivals.subList(0, 2));

        // when
        otherInstance().project(arrivals.subList(2, 3));
        projector.project(arrivals.subList(3, 4));

        // then
        assertThat(parking(story)).isNull();
        assertThat(rows(story))
                .isEqualTo(written(CaseFold.of(Optional.empty(), story.events()).change().orElseThrow()));
    }

    @Test
    void rowsOfAnotherBuildAreWrittenAnewAndRowsThatStayAsTheyAreAreNot() {
        // given: steps as this build would not write them
        CaseStory story = wholeStory();
        projector.project(Arrivals.of(story.events()));
        number(
                """
                with other as (update case_step set state = 'COMPLETE', missing = '{}' where case_id = $1 returning 1)
                select count(*) from other
                """,
                story);

        // when: an instance that has just started adds an entry that leaves the steps as they are
        Projector started = otherInstance();
        story.signal();
        started.project(Arrivals.of(story.events().subList(4, 5)));

        // then
        assertThat(rows(story))
                .isEqualTo(written(CaseFold.of(Optional.empty(), story.events()).change().orElseThrow()));

        // and when: another one
        String writtenBy = "select max(xmin::text::bigint) from case_step where case_id = $1";
        long before = number(writtenBy, story);
        story.signal();
        started.project(Arrivals.of(story.events().subList(5, 6)));

        // then
        assertThat(number(writtenBy, story)).isEqualTo(before);
        assertThat(rows(story))
                .isEqualTo(written(CaseFold.of(Optional.empty(), story.events()).change().orElseThrow()));
    }

    @Test
    void aGapParksThatCaseAloneAndHealsWhenItFills() {
        // given
        CaseStory gapped = wholeStory();
        CaseStory whole = wholeStory();
        List<ArrivedRecord> batch = new ArrayList<>(
                Arrivals.of(List.of(gapped.event(1), gapped.event(3), gapped.event(4))));
        batch.addAll(Arrivals.of(whole.events()));

        // when
        projector.project(batch);

        // then
        assertThat(parking(gapped)).isEqualTo("GAP at 2");
        assertThat(lastSequence(gapped)).isEqualTo(1);
        assertThat(kept(gapped)).isEqualTo(2);
        assertThat(lastSequence(whole)).isEqualTo(4);
        assertThat(checkDetail("gapCases")).isPositive();

        // and when
        projector.project(List.of(Arrivals.of(gapped.event(2))));

        // then
        assertThat(parking(gapped)).isNull();
        assertThat(kept(gapped)).isZero();
        assertThat(lastSequence(gapped)).isEqualTo(4);
    }

    @Test
    void whatIsTakenInIsCounted() {
        double before = applied();
        List<PublishedEvent> events = wholeStory().events();

        projector.project(Arrivals.of(events));

        assertThat(applied() - before).isGreaterThanOrEqualTo(events.size());
    }

    private static double applied() {
        return when().get("/q/metrics").asString().lines()
                .filter(line -> line.startsWith("meldspoor_projection_events_applied_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    void aForkParksTheCaseForPeopleToLookAt() {
        // given
        CaseStory story = wholeStory();
        projector.project(Arrivals.of(story.events().subList(0, 3)));
        String before = rows(story);

        // when
        projector.project(List.of(Arrivals.of(CaseStory.forked(story.event(2)))));
        projector.project(List.of(Arrivals.of(story.event(4))));

        // then
        assertThat(parking(story)).isEqualTo("FORK at 2");
        assertThat(rows(story)).isEqualTo(before);
        assertThat(kept(story)).isEqualTo(2);
        assertThat(checkDetail("forkCases")).isPositive();
        assertThat(when().get("/q/health/ready").statusCode()).isEqualTo(200);
        assertThat(when().get("/q/metrics").asString())
                .containsPattern("meldspoor_projection_parked_cases\\{reason=\"FORK\"} [1-9]");
    }

    @Test
    void whatThisBuildDoesNotKnowWaitsForANewerOne() {
        // given
        CaseStory story = wholeStory();
        story.then("MoonObserved", Instant.now(), object()).reportedToIgj(TODAY);
        CaseStory whole = wholeStory();

        // when
        List<ArrivedRecord> batch = new ArrayList<>(Arrivals.of(story.events().subList(0, 4)));
        batch.add(new ArrivedRecord(
                story.caseId(), 5, story.event(5).id(), Map.of("ce_id", story.event(5).id().toString(), "ce_source", "urn:x"),
                new String(value(story, 5))));
        batch.add(Arrivals.of(story.event(6)));
        batch.addAll(Arrivals.of(whole.events()));
        projector.project(batch);

        // then
        assertThat(parking(story)).isEqualTo("UNREADABLE at 5");
        assertThat(lastSequence(story)).isEqualTo(4);
        assertThat(kept(story)).isEqualTo(2);
        assertThat(lastSequence(whole)).isEqualTo(4);

        // and when: started again, the build is still as old
        projector.retryUnreadable();

        // then
        assertThat(parking(story)).isEqualTo("UNREADABLE at 5");
        assertThat(kept(story)).isEqualTo(2);
    }

    @Test
    void aReleasedCaseForgetsTheForkAndIsReadAnewFromWhatTheStoreSendsAgain() throws Exception {
        // given: the consumer has taken the wrong side of a fork
        CaseStory story = wholeStory();
        CaseStory other = wholeStory();
        List<ArrivedRecord> wrong = new ArrayList<>(Arrivals.of(story.events().subList(0, 2)));
        wrong.add(Arrivals.of(CaseStory.forked(story.event(3))));
        wrong.addAll(Arrivals.of(other.events()));
        projector.project(wrong);
        projector.project(Arrivals.of(story.events()));
        assertThat(parking(story)).startsWith("FORK");

        // when
        try (var operator = EmbeddedParts.shared().postgres().connect(Database.REPORTING, Database.REPORTING.ownerRole());
                var rows = operator.createStatement()
                        .executeQuery("select meldspoor_release('" + story.caseId() + "'), meldspoor_release('"
                                + java.util.UUID.randomUUID() + "')")) {
            rows.next();
            assertThat(rows.getBoolean(1)).isTrue();
            assertThat(rows.getBoolean(2)).isFalse();
        }

        // then: nothing of it is left, and others are as they were
        assertThat(rows(story)).isEqualTo(nothing());
        assertThat(kept(story)).isZero();
        assertThat(lastSequence(other)).isEqualTo(4);

        // and when
        projector.project(Arrivals.of(story.events()));

        // then
        assertThat(parking(story)).isNull();
        assertThat(lastSequence(story)).isEqualTo(4);
        assertThat(number("select count(*) from case_standing where case_id = $1 and valid_to is null", story)).isEqualTo(1);
    }

    @Test
    void anEventOfAnOlderVersionIsReadAsTheNewestAndKeptAsItCame() {
        // given: a child check of before its version 2, which says what follows from the answers, and one of version 2
        CaseStory old = CaseStory.meldcode(REFS, "de-linde", "anna", "Team Oost")
                .then("ChildCheckDone", 1, Instant.now(), childCheck());
        CaseStory now = CaseStory.meldcode(REFS, "de-linde", "anna", "Team Oost")
                .then("ChildCheckDone", 2, Instant.now(), childCheck().put("assessmentNeeded", true));

        // when
        try (Topic topic = new Topic()) {
            topic.publish(old.events());
            topic.publish(now.events());
        }

        // then
        for (CaseStory story : List.of(old, now)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(lastSequence(story)).isEqualTo(2));
            assertThat(number(
                            "select count(*) from case_obligation where case_id = $1 and id = 'OB-CHILD-ASSESS' and state = 'OPEN'",
                            story))
                    .isEqualTo(1);
        }
        assertThat(number(
                        "select count(*) from applied_event where case_id = $1 and schema_version = 1 and facts ? 'assessmentNeeded'",
                        old))
                .isZero();
    }

    @Test
    void aVersionThatIsNotThereYetParksTheCaseAndIsNeverSkipped() {
        // given
        CaseStory story = CaseStory.meldcode(REFS, "de-linde", "anna", "Team Oost")
                .then("ChildCheckDone", 3, Instant.now(), childCheck().put("assessmentNeeded", true))
                .signal();

        // when
        try (Topic topic = new Topic()) {
            topic.publish(story.events());
        }

        // then
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(parking(story)).isEqualTo("UNREADABLE at 2");
            assertThat(kept(story)).isEqualTo(2);
        });
        assertThat(lastSequence(story)).isEqualTo(1);
    }

    private static ObjectNode childCheck() {
        return EventJson.mapper()
                .createObjectNode()
                .put("checkedOn", TODAY.toString())
                .put("dependentChildren", true)
                .put("temporaryCareAdequate", "YES")
                .put("clientCanProtect", "NO");
    }

    @Test
    void whatTheDatabaseCannotStoreDoesNotStandInTheWayOfOthers() {
        // given: PostgreSQL keeps no NUL in text
        CaseStory poisoned = wholeStory();
        poisoned.then("SafetyMeasureTaken", Instant.now(), object().put("takenAt", Instant.now().toString()).put("kind", "OFF_DUTY\u0000"));
        CaseStory unitWithNul = CaseStory.meldcode(REFS, "de-linde", "anna", "Team\u0000Oost").signal();
        CaseStory whole = wholeStory();
        List<ArrivedRecord> batch = new ArrayList<>(Arrivals.of(unitWithNul.events()));
        batch.addAll(Arrivals.of(poisoned.events()));
        batch.addAll(Arrivals.of(whole.events()));

        // when
        projector.project(batch);

        // then
        assertThat(lastSequence(whole)).isEqualTo(4);
        assertThat(lastSequence(unitWithNul)).isZero();
        assertThat(parking(unitWithNul)).isEqualTo("UNREADABLE at 1");
        assertThat(kept(unitWithNul)).isEqualTo(2);
        assertThat(parking(poisoned)).isEqualTo("UNREADABLE at 5");
        assertThat(lastSequence(poisoned)).isEqualTo(4);
    }

    @Test
    void aRecordWithAZeroByteIsNotedAndPassed() {
        // given
        CaseStory poisoned = wholeStory();
        CaseStory story = wholeStory();
        long before = store.rejectedRecords();

        // when
        try (Topic topic = new Topic()) {
            topic.publishWithValue(poisoned.event(1), "{\0}");
            topic.publish(story.events());
        }

        // then
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(lastSequence(story)).isEqualTo(4);
            assertThat(store.rejectedRecords()).isEqualTo(before + 1);
        });
        assertThat(lastSequence(poisoned)).isZero();
    }

    @Test
    void aRecordThatNamesNoCaseIsNotedAndPassed() {
        // given
        CaseStory story = wholeStory();
        long before = store.rejectedRecords();

        // when
        try (Topic topic = new Topic()) {
            topic.publishGarbage("not-a-case", "not json");
            topic.publishGarbage(story.caseId().toString(), "{}");
            topic.publish(story.events());
        }

        // then
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(lastSequence(story)).isEqualTo(4);
            assertThat(store.rejectedRecords()).isEqualTo(before + 2);
        });
    }

    @Test
    void aTermPastTheKnownCalendarRaisesAnAlarm() {
        // given
        CaseStory story = CaseStory.careRelation(REFS, "de-linde", "anna")
                .reported("berend", "carel", DutchCalendar.current().horizon());

        // when
        projector.project(Arrivals.of(story.events()));

        // then
        assertThat(when().get("/q/metrics").asString()).containsPattern("meldspoor_terms_past_horizon_total [1-9]");
    }

    @Test
    void aBatchThatBreaksOffHalfwayHasDoneNothing() {
        // given
        CaseStory story = wholeStory();
        Map<UUID, List<ArrivedRecord>> batch = Map.of(story.caseId(), Arrivals.of(story.events()));

        // when
        assertThatThrownBy(() -> store.inTransaction(ProjectionStore.Tables.SERVED, work -> {
                    Map<UUID, Progress> progress = work.lock(batch, id -> false);
                    CaseFold fold = CaseFold.of(Optional.empty(), story.events());
                    work.write(
                            Map.of(story.caseId(), CaseInOrder.of(Progress.none(), batch.get(story.caseId()))),
                            progress,
                            List.of(fold.change().orElseThrow()));
                    throw new IllegalStateException("killed here");
                }))
                .hasMessage("killed here");

        // then
        assertThat(rows(story)).isEqualTo(nothing());

        // and when it comes again
        projector.project(Arrivals.of(story.events()));

        // then
        assertThat(lastSequence(story)).isEqualTo(4);
    }

    private static CaseStory wholeStory() {
        return CaseStory.careRelation(REFS, "de-linde", "anna")
                .signal()
                .reported("berend", "carel", TODAY.minusDays(10))
                .judgedViolent(TODAY);
    }

    private static byte[] value(CaseStory story, int sequence) {
        ObjectNode value = EventJson.object(new String(story.event(4).value()));
        value.put("sequence", sequence)
                .put("type", story.event(sequence).type())
                .put("previousHash", story.event(sequence).previousHash())
                .put("hash", story.event(sequence).hash());
        value.set("facts", object());
        return value.toString().getBytes();
    }

    private static ObjectNode object() {
        return EventJson.mapper().createObjectNode();
    }

    private static long checkDetail(String name) {
        return when().get("/q/health/ready")
                .jsonPath()
                .getLong("checks.find { it.name == 'case-events-projection' }.data." + name);
    }

    private String parking(CaseStory story) {
        var rows = pool.preparedQuery(
                        "select parked_reason, parked_at_sequence from case_progress where case_id = $1 and parked_reason is not null")
                .execute(Tuple.of(story.caseId()))
                .await()
                .indefinitely()
                .iterator();
        if (!rows.hasNext()) {
            return null;
        }
        var row = rows.next();
        return row.getString(0) + " at " + row.getLong(1);
    }

    private long lastSequence(CaseStory story) {
        return number("select coalesce(max(last_sequence), 0) from case_progress where case_id = $1", story);
    }

    private long kept(CaseStory story) {
        return number("select count(*) from parked_record where case_id = $1", story);
    }

    private long number(String sql, CaseStory story) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(story.caseId()))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    /** Every row of the case that is folded from its events, as text; without the transaction in which the accused was told: that is of the table. */
    private String rows(CaseStory story) {
        return pool.preparedQuery(
                        """
                        select jsonb_build_array(
                            (select count(*) from applied_event where case_id = $1),
                            (select jsonb_agg(to_jsonb(v) - 'accused_said_by') from case_view v where case_id = $1),
                            (select jsonb_agg(to_jsonb(s) order by step) from case_step s where case_id = $1),
                            (select jsonb_agg(to_jsonb(o) order by ordinal) from case_obligation o where case_id = $1),
                            (select jsonb_agg(to_jsonb(d) order by ordinal) from deadline d where case_id = $1))::text
                        """)
                .execute(Tuple.of(story.caseId()))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString(0);
    }

    /** As another instance on the same database: it remembers nothing. */
    private Projector otherInstance() {
        Projector other = new Projector();
        other.store = store;
        other.settling = settling;
        other.figures = figures;
        other.horizon = horizon;
        other.projected = projected;
        return other;
    }

    private String nothing() {
        return "[0, null, null, null, null]";
    }

    /** What {@link #rows} gives when exactly these rows are written. */
    private String written(CaseChange change) {
        CaseRows rows = change.after();
        return pool.preparedQuery(
                        """
                        select jsonb_build_array(
                            $1::bigint,
                            (select jsonb_agg(to_jsonb(v) - 'accused_said_by') from jsonb_populate_recordset(null::case_view, $2::text::jsonb) v),
                            (select jsonb_agg(to_jsonb(s) order by step)
                               from jsonb_populate_recordset(null::case_step, $3::text::jsonb) s),
                            (select jsonb_agg(to_jsonb(o) order by ordinal)
                               from jsonb_populate_recordset(null::case_obligation, $4::text::jsonb) o),
                            (select jsonb_agg(to_jsonb(d) order by ordinal)
                               from jsonb_populate_recordset(null::deadline, $5::text::jsonb) d))::text
                        """)
                .execute(Tuple.of(
                        change.history().version(),
                        new JsonArray().add(rows.view()).encode(),
                        new JsonArray(rows.steps()).encode(),
                        new JsonArray(rows.obligations()).encode(),
                        new JsonArray(rows.deadlines()).encode()))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString(0);
    }
}
