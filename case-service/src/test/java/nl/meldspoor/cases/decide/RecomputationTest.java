package nl.meldspoor.cases.decide;

import static nl.meldspoor.cases.decide.CaseStory.given;
import static nl.meldspoor.cases.decide.Entries.careRelation;
import static nl.meldspoor.cases.decide.Entries.igjReport;
import static nl.meldspoor.cases.decide.Entries.igjResponse;
import static nl.meldspoor.cases.decide.Entries.judgement;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.IGJCategory;
import nl.meldspoor.events.IGJResponseKind;
import nl.meldspoor.events.Qualification;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.TermsRecomputed;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Deadline;
import nl.meldspoor.events.history.Deadlines;
import nl.meldspoor.events.history.Obligations;
import nl.meldspoor.events.history.Recomputation;
import nl.meldspoor.terms.BilingualText;
import nl.meldspoor.terms.Decree;
import nl.meldspoor.terms.DutchCalendar;
import org.junit.jupiter.api.Test;

/** A decree equates Monday 30 March 2026. */
class RecomputationTest {

    private static final DutchCalendar NEXT = DutchCalendar.current()
            .with(
                    new Decree(
                            "test",
                            new BilingualText("een nieuw besluit", "a new decree"),
                            "for this test",
                            new TreeSet<>(Set.of(LocalDate.of(2026, 3, 30)))),
                    "nl-test.2",
                    LocalDate.of(2029, 12, 31));
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 25);

    /** Two weeks from 16 March end on the 30th. */
    private static CaseStory supplementRequested() {
        return given(
                careRelation(),
                judgement(Qualification.CALAMITY).at("2026-03-06"),
                igjReport(IGJCategory.CALAMITY).at("2026-03-09"),
                igjResponse(IGJResponseKind.SUPPLEMENT_REQUESTED).at("2026-03-16"));
    }

    @Test
    void aTermThatIsStillRunningMoves() {
        // given
        CaseHistory before = supplementRequested().history();
        assertThat(due(before, "IGJ-SUPPLEMENT")).isEqualTo("2026-03-30");

        // when
        TermsRecomputed recomputed = Recomputation.of(before, NEXT, TODAY).orElseThrow();

        // then
        CaseHistory after = with(before, recomputed);
        assertThat(recomputed.calendarVersion()).isEqualTo("nl-test.2");
        assertThat(due(after, "IGJ-SUPPLEMENT")).isEqualTo("2026-03-31");
        assertThat(Obligations.of(after).stream().filter(o -> o.id().equals("OB-IGJ-SUPPLEMENT")).findFirst().orElseThrow().dueOn())
                .isEqualTo("2026-03-31");
        assertThat(deadline(after, "IGJ-SUPPLEMENT").since()).isEqualTo(deadline(before, "IGJ-SUPPLEMENT").since());
    }

    @Test
    void whatMovedIsNotMovedAgainAndTheCaseAsItWasStaysAsItWas() {
        // given
        CaseHistory before = supplementRequested().history();

        // when
        CaseHistory after = with(before, Recomputation.of(before, NEXT, TODAY).orElseThrow());

        // then
        assertThat(Recomputation.of(after, NEXT, TODAY)).isEmpty();
        assertThat(due(after.upTo(before.version()).orElseThrow(), "IGJ-SUPPLEMENT")).isEqualTo("2026-03-30");
    }

    @Test
    void aTermThatIsMetOrOverStaysAsItWas() {
        // given
        CaseHistory met = supplementRequested().history();

        // then: IGJ-REPORT was met, and after the 30th the supplement is over
        assertThat(Recomputation.of(met, NEXT, TODAY).orElseThrow().moved()).extracting(m -> m.term().kind()).containsExactly("IGJ-SUPPLEMENT");
        assertThat(Recomputation.of(met, NEXT, LocalDate.of(2026, 3, 31))).isEmpty();
    }

    @Test
    void aDayThatIGJNamedStays() {
        // given
        CaseHistory named = given(
                        careRelation(),
                        judgement(Qualification.CALAMITY).at("2026-03-06"),
                        igjReport(IGJCategory.CALAMITY).at("2026-03-09"),
                        igjResponse(IGJResponseKind.SUPPLEMENT_REQUESTED)
                                .but("dueOn", LocalDate.of(2026, 3, 27))
                                .at("2026-03-16"))
                .history();

        // then
        assertThat(due(named, "IGJ-SUPPLEMENT")).isEqualTo("2026-03-27");
        assertThat(Recomputation.of(named, NEXT, TODAY)).isEmpty();
    }

    @Test
    void nothingMovesUnderTheCalendarOfToday() {
        assertThat(Recomputation.of(supplementRequested().history(), DutchCalendar.current(), TODAY)).isEmpty();
    }

    private static CaseHistory with(CaseHistory history, TermsRecomputed recomputed) {
        return history.with(new RecordedEvent(
                UUID.randomUUID(),
                history.caseId(),
                history.version() + 1,
                history.changedAt(),
                history.changedAt(),
                "service",
                null,
                List.of(),
                EventJson.read(EventType.TERMS_RECOMPUTED, EventJson.facts(recomputed)),
                Set.of()));
    }

    private static String due(CaseHistory history, String kind) {
        return deadline(history, kind).term().dueOn().toString();
    }

    private static Deadline deadline(CaseHistory history, String kind) {
        return Deadlines.of(history, TODAY).stream().filter(d -> d.kind().equals(kind)).findFirst().orElseThrow();
    }
}
