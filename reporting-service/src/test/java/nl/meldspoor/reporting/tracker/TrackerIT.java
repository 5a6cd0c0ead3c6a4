package nl.meldspoor.reporting.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.SignedTokens;
import nl.meldspoor.reporting.support.CaseStory;
import nl.meldspoor.reporting.support.RealParts;
import nl.meldspoor.terms.AmsterdamDay;
import nl.meldspoor.terms.DutchCalendar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Trackers by hand, on real rows, with a clock that is moved. Six weeks from 17 February 2026 end on 31 March. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(SignedTokens.class)
class TrackerIT {

    private static final PersonRefs REFS = RealParts.refs();
    private static final LocalDate DISCOVERED = LocalDate.of(2026, 2, 17);
    private static final LocalDate DUE = LocalDate.of(2026, 3, 31);
    private static final String SIX_WEEKS = "IGJ-DETERMINE";

    @Inject
    Pool pool;

    private TrackerFixture fixture;
    private MovableClock clock;
    private CaseStory story;

    @BeforeEach
    void aCaseDiscoveredOn17February() {
        fixture = new TrackerFixture(pool);
        clock = new MovableClock(DISCOVERED);
        story = discovered();
        fixture.project(story);
    }

    @Test
    void everyRungIsSaidOnceAndOnItsDay() {
        // given
        Tracker tracker = fixture.tracker(clock);

        // when: every day, and on some days more than once
        for (LocalDate day = DISCOVERED; !day.isAfter(DUE.plusDays(5)); day = day.plusDays(1)) {
            clock.setTo(day);
            tracker.tick();
            tracker.tick();
        }

        // then
        assertThat(fixture.noted(story, SIX_WEEKS))
                .containsExactly(
                        "HALF_TERM 2026-03-31 15",
                        "ONE_WEEK 2026-03-31 5",
                        "TWO_WORKING_DAYS 2026-03-31 2",
                        "ONE_WORKING_DAY 2026-03-31 1",
                        "DUE_DAY 2026-03-31 0",
                        "MISSED 2026-03-31 -1");
        assertThat(fixture.noted(story, "OB-STOP")).containsExactly("DUE_DAY 2026-02-17 0", "MISSED 2026-02-17 -1");
        assertThat(fixture.sequences(story.caseId()))
                .isEqualTo(LongStream.rangeClosed(1, fixture.sequences(story.caseId()).size()).boxed().toList());
    }

    @Test
    void whoSleptForAWeekSaysWhereThingsStandOnce() {
        // given: awake on the day of the half, then asleep beyond the last day
        Tracker tracker = fixture.tracker(clock);
        clock.setTo(LocalDate.of(2026, 3, 10));
        tracker.tick();

        // when
        clock.setTo(DUE.plusDays(7));
        tracker.tick();
        tracker.tick();

        // then
        assertThat(fixture.rungs(story, SIX_WEEKS)).containsExactly("HALF_TERM", "MISSED");
    }

    @Test
    void nothingIsSaidAgainAfterARestart() {
        // given
        clock.setTo(LocalDate.of(2026, 3, 24));
        fixture.tracker(clock).tick();

        // when: a new process, on that day and on one before it
        fixture.tracker(clock).tick();
        clock.setTo(LocalDate.of(2026, 3, 12));
        fixture.tracker(clock).tick();

        // then
        assertThat(fixture.rungs(story, SIX_WEEKS)).containsExactly("ONE_WEEK");
    }

    @Test
    void twoInstancesSayItOnce() throws Exception {
        // given
        List<CaseStory> stories = new ArrayList<>(List.of(story));
        for (int i = 0; i < 20; i++) {
            stories.add(discovered());
        }
        fixture.project(stories.toArray(CaseStory[]::new));
        clock.setTo(LocalDate.of(2026, 3, 10));

        // when
        for (LocalDate day : List.of(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 24), DUE.plusDays(1))) {
            clock.setTo(day);
            try (ExecutorService executor = Executors.newFixedThreadPool(4)) {
                List<Future<Integer>> ticks = new ArrayList<>();
                for (int instance = 0; instance < 4; instance++) {
                    Tracker tracker = fixture.tracker(clock);
                    ticks.add(executor.submit(tracker::tick));
                }
                for (Future<Integer> tick : ticks) {
                    tick.get();
                }
            }
        }

        // then
        assertThat(stories).allSatisfy(s -> {
            assertThat(fixture.rungs(s, SIX_WEEKS)).containsExactly("HALF_TERM", "ONE_WEEK", "MISSED");
            assertThat(fixture.sequences(s.caseId())).doesNotHaveDuplicates();
        });
    }

    @Test
    void rowsThatWereBuiltAgainSayNothingAgain() {
        // given
        clock.setTo(LocalDate.of(2026, 3, 24));
        fixture.tracker(clock).tick();

        // when: the same deadlines at other places
        fixture.sql("update deadline set ordinal = ordinal + 100 where case_id = $1", story.caseId());
        fixture.tracker(clock).tick();

        // then
        assertThat(fixture.rungs(story, SIX_WEEKS)).containsExactly("ONE_WEEK");
    }

    @Test
    void aProjectionThatIsBehindSaysNothing() {
        // given
        TrackerFixture.Reading reading = TrackerFixture.Reading.behind();
        Tracker tracker = fixture.tracker(clock, reading);
        clock.setTo(DUE.plusDays(3));

        // when
        tracker.changed(List.of(story.caseId()));
        int before = tracker.tick();

        // then: it was half read, and what met the term comes now
        assertThat(before).isZero();
        assertThat(fixture.rungs(story, SIX_WEEKS)).isEmpty();
        fixture.project(story.judgedViolent(LocalDate.of(2026, 3, 20)));
        reading.catchUp();
        tracker.tick();
        assertThat(fixture.noted(story, SIX_WEEKS)).containsExactly("MET 2026-03-31 7");
    }

    @Test
    void aCaseThatChangedIsLookedAtWithoutWaitingForTheNextDay() {
        // given
        clock.setTo(LocalDate.of(2026, 3, 20));
        Tracker tracker = fixture.tracker(clock);
        tracker.tick();

        // when
        fixture.project(story.judgedViolent(LocalDate.of(2026, 3, 20)));
        tracker.changed(List.of(story.caseId()));
        tracker.tick();

        // then
        assertThat(fixture.rungs(story, SIX_WEEKS)).containsExactly("HALF_TERM", "MET");
        assertThat(fixture.rungs(story, "OB-INFORM-CLIENT")).containsExactly("DUE_DAY");
    }

    @Test
    void whatIsMetLateIsMissedAndThenMet() {
        // given
        Tracker tracker = fixture.tracker(clock);
        clock.setTo(DUE.plusDays(1));
        tracker.tick();

        // when
        fixture.project(story.judgedViolent(LocalDate.of(2026, 4, 3)));
        clock.setTo(LocalDate.of(2026, 4, 3));
        tracker.tick();

        // then
        assertThat(fixture.noted(story, SIX_WEEKS)).containsExactly("MISSED 2026-03-31 -1", "MET 2026-03-31 -2");
    }

    @Test
    void aDateThatMovesGetsALadderOfItsOwn() {
        // given: a duty of silence, agreed again to a later day
        CaseStory silent = CaseStory.careRelation(REFS, organisation(), "anna")
                .silenced(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 4));
        fixture.project(silent);
        Tracker tracker = fixture.tracker(clock);
        clock.setTo(LocalDate.of(2026, 3, 4));
        tracker.tick();

        // when
        fixture.sql("update deadline set due_on = '2026-03-06', half_on = '2026-03-04' where case_id = $1", silent.caseId());
        tracker.changed(List.of(silent.caseId()));
        tracker.tick();
        clock.setTo(LocalDate.of(2026, 3, 6));
        tracker.tick();

        // then
        assertThat(fixture.noted(silent, "SILENCE-END"))
                .containsExactly("DUE_DAY 2026-03-04 0", "TWO_WORKING_DAYS 2026-03-06 2", "DUE_DAY 2026-03-06 0");
    }

    @Test
    void aClosedCaseRests() {
        // given
        fixture.project(story.then(
                "CaseClosed",
                DISCOVERED.atTime(15, 0).atZone(AmsterdamDay.ZONE).toInstant(),
                EventJson.mapper().createObjectNode().put("closedOn", DISCOVERED.toString()).put("ground", "CLIENT_LEFT")));

        // when
        clock.setTo(DUE.plusDays(1));
        fixture.tracker(clock).tick();

        // then
        assertThat(fixture.rungs(story, SIX_WEEKS)).isEmpty();
    }

    @Test
    void aTermBeyondTheHorizonOfTheCalendarIsCounted() {
        // given
        HorizonWatch watch = new HorizonWatch(new TrackerDatabase(pool), clock);
        watch.look();
        long before = watch.past();

        // when
        LocalDate far = DutchCalendar.current().horizon().minusDays(20);
        fixture.project(CaseStory.careRelation(REFS, organisation(), "anna").reported("berend", "carel", far));
        watch.look();
        long atOnce = watch.past();
        clock.setTo(DISCOVERED.plusDays(1));
        watch.look();

        // then: counted now and then, not each time
        assertThat(atOnce).isEqualTo(before);
        assertThat(watch.past()).isEqualTo(before + 1);
        assertThat(watch.daysLeft()).isEqualTo(ChronoUnit.DAYS.between(DISCOVERED.plusDays(1), DutchCalendar.current().horizon()));
    }

    private static CaseStory discovered() {
        return CaseStory.careRelation(REFS, organisation(), "anna").reported("berend", "carel", DISCOVERED);
    }

    private static String organisation() {
        return "org-" + UUID.randomUUID();
    }
}
