package nl.meldspoor.cases.recomputation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.meldspoor.cases.store.AppendRequest;
import nl.meldspoor.cases.store.AppendResult;
import nl.meldspoor.cases.store.Commands;
import nl.meldspoor.cases.store.Expected;
import nl.meldspoor.cases.store.StoreFixture;
import nl.meldspoor.cases.store.StoredCase;
import nl.meldspoor.events.IGJResponseKind;
import nl.meldspoor.events.IGJResponseReceived;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.TermFact;
import nl.meldspoor.events.history.Deadlines;
import nl.meldspoor.terms.BilingualText;
import nl.meldspoor.terms.Decree;
import nl.meldspoor.terms.DutchCalendar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TermRecomputerIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
    private static final PersonRefs REFS = new PersonRefs(new byte[32]);

    private StoreFixture fixture;
    private DutchCalendar next;

    @BeforeEach
    void aDecreeEquatesMonday16March() {
        fixture = StoreFixture.start();
        next = DutchCalendar.current()
                .with(
                        new Decree(
                                "test",
                                new BilingualText("een nieuw besluit", "a new decree"),
                                "for this test",
                                new TreeSet<>(Set.of(LocalDate.of(2026, 3, 16)))),
                        "nl-test." + UUID.randomUUID(),
                        LocalDate.of(2029, 12, 31));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void eachMoveIsAnEventOfItsCaseAndIsRecordedOnce() {
        // given
        UUID caseId = supplementRequested();

        // when
        recomputer().run();
        recomputer().run();

        // then
        StoredCase stored = fixture.events().load(caseId).orElseThrow();
        assertThat(stored.events()).extracting(e -> e.type()).containsExactly("CaseOpened", "IGJResponseReceived", "TermsRecomputed");
        assertThat(Deadlines.of(stored.toHistory(), TODAY)).extracting(d -> d.term().dueOn().toString()).containsExactly("2026-03-17");
        assertThat(stored.events().getLast().facts().toString())
                .contains(next.version(), "\"before\"", "2026-03-16", "2026-03-17")
                .doesNotContain("meldspoor calendar");
        assertThat(fixture.number("select count(*) from term_calendar where version = '" + next.version() + "'")).isOne();
    }

    @Test
    void twoInstancesRecordItOnce() {
        // given
        List<UUID> cases = List.of(supplementRequested(), supplementRequested(), supplementRequested());

        // when
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            executor.submit(() -> recomputer().run());
            executor.submit(() -> recomputer().run());
        }

        // then
        assertThat(cases).allSatisfy(caseId -> assertThat(fixture.events().load(caseId).orElseThrow().version()).isEqualTo(3));
    }

    @Test
    void aCaseWithNothingToMoveIsLeftAlone() {
        // given
        UUID caseId = UUID.randomUUID();
        fixture.events().append(Commands.open(caseId));

        // when
        recomputer().run();

        // then
        assertThat(fixture.events().load(caseId).orElseThrow().version()).isOne();
    }

    private TermRecomputer recomputer() {
        return new TermRecomputer(fixture.database(), fixture.events(), REFS, CLOCK, next);
    }

    /** Two weeks from 2 March end on the 16th. */
    private UUID supplementRequested() {
        UUID caseId = UUID.randomUUID();
        fixture.events().append(request(caseId, Expected.noCase(), Commands.opened(Route.CARE_RELATION, "ECD-" + caseId)));
        StoredCase opened = fixture.events().load(caseId).orElseThrow();
        LocalDate due = LocalDate.of(2026, 3, 16);
        var requested = new IGJResponseReceived(
                Instant.parse("2026-03-02T08:00:00Z"),
                IGJResponseKind.SUPPLEMENT_REQUESTED,
                null,
                "planted",
                List.of(new TermFact("IGJ-SUPPLEMENT", TODAY, due, due, due, DutchCalendar.current().version())));
        AppendResult result =
                fixture.events().append(request(caseId, Expected.after(opened.events().getLast()), requested));
        assertThat(result).isInstanceOf(AppendResult.Appended.class);
        return caseId;
    }

    private static AppendRequest request(UUID caseId, Expected expected, nl.meldspoor.events.CaseEvent data) {
        return new AppendRequest(
                Commands.ORGANISATION,
                caseId,
                expected,
                List.of(Commands.event(data)),
                Commands.actor(),
                Commands.reach(Route.CARE_RELATION),
                List.of(),
                UUID.randomUUID(),
                null,
                UUID.randomUUID(),
                null,
                null,
                Commands.NOW);
    }
}
