package nl.meldspoor.reporting.web.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.meldspoor.http.Language;
import nl.meldspoor.reporting.dashboard.DashboardView;
import nl.meldspoor.reporting.web.Visit;
import nl.meldspoor.terms.Urgency;
import org.junit.jupiter.api.Test;

/** The figures in words: which address each opens, and how long its bar is. */
class FiguresTest {

    private static final Visit VISIT = new Visit(Optional.empty(), Language.NL, "/", "");

    private static DashboardView view() {
        return new DashboardView(
                "de-linde",
                Instant.parse("2026-03-03T10:00:00Z"),
                new DashboardView.Period(LocalDate.of(2025, 3, 4), LocalDate.of(2026, 3, 3)),
                List.of(
                        new DashboardView.OpenCases("MELDCODE", 2, "CONSULTATION", 4),
                        new DashboardView.OpenCases("MELDCODE", 5, "DECISIONS", 1)),
                List.of(new DashboardView.OpenObligations("OB-REPORT", 1), new DashboardView.OpenObligations("OB-CONSULT", 3)),
                Map.of(Urgency.OVERDUE, 2L),
                List.of(new DashboardView.LeadTime("MELDCODE", 1, "SIGNALS", 2, "CONSULTATION", 7, 1.5, 6)),
                List.of(new DashboardView.Outcome("REPORT", 2, 1)),
                new DashboardView.AdviceToMelding(3, 2, 1.5),
                List.of(new DashboardView.Terms("IGJ-REPORT", 3, 1)),
                List.of());
    }

    @Test
    void eachFigureOpensTheListItWasCountedFrom() {
        var figures = Figures.of(view(), VISIT, "");

        assertThat(figures.routes().getFirst().steps().get(1).href())
                .isEqualTo("/overview/cases?route=MELDCODE&step=2&status=OPEN");
        assertThat(figures.obligations().getFirst().href()).isEqualTo("/overview/cases?obligation=OB-CONSULT");
        assertThat(figures.outcomes().getFirst().href()).isEqualTo("/overview/cases?outcome=REPORT&norm=2");
        assertThat(figures.leadTimes().getFirst().href()).isEqualTo("/overview/cases?route=MELDCODE&leadFrom=1");
        assertThat(figures.terms().getFirst().missedHref()).isEqualTo("/overview/cases?kind=IGJ-REPORT&term=MISSED");
        assertThat(figures.adviceHref()).isEqualTo("/overview/cases?contact=ADVICE");
        assertThat(figures.urgencies().getFirst().href()).isEqualTo("/deadlines?urgency=OVERDUE");
    }

    @Test
    void aFigureOfThenOpensTheListOfThen() {
        var figures = Figures.of(view(), VISIT, "2026-03-01");

        assertThat(figures.obligations().getFirst().href()).isEqualTo("/overview/cases?obligation=OB-CONSULT&at=2026-03-01");
        assertThat(figures.urgencies().getFirst().href()).isEqualTo("/overview/cases?urgency=OVERDUE&at=2026-03-01");
    }

    @Test
    void everyStepAndEveryUrgencyIsThereAlsoWhenItIsNought() {
        var figures = Figures.of(view(), VISIT, "");

        assertThat(figures.routes()).hasSize(2).allSatisfy(route -> assertThat(route.steps()).hasSize(6));
        assertThat(figures.routes().getFirst().open()).isEqualTo(5);
        assertThat(figures.urgencies()).extracting(Figures.UrgencyTile::count).containsExactly(2L, 0L, 0L, 0L);
    }

    @Test
    void theMostComesFirstAndIsTheLongest() {
        var figures = Figures.of(view(), VISIT, "");

        assertThat(figures.obligations()).extracting(Figures.Bar::count).containsExactly(3L, 1L);
        assertThat(figures.obligations()).extracting(Figures.Bar::length).containsExactly(100.0, 33.3);
    }
}
