package nl.meldspoor.cases.history.extracts;

import static nl.meldspoor.cases.history.extracts.CaseStory.said;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoardReportTest {

    @Test
    void tellsTheWholeProcedureStepByStep() {
        // given
        CaseStory story = Stories.reportedToIgj();

        // when
        Extract extract = story.extract(ExtractKind.BOARD_REPORT);

        // then
        assertThat(CaseStory.titles(extract))
                .containsExactly(
                        "Stand van zaken",
                        "Stap 1 · Signaleren",
                        "Stap 2 · Interne melding",
                        "Stap 3 · Gesprek met de cliënt",
                        "Stap 4 · Hoor en wederhoor en onderzoek",
                        "Stap 5 · Stoppen en melden",
                        "Stap 6 · Communicatie, nazorg en evaluatie",
                        "Verloop van de casus");
        assertThat(said(extract)).contains(
                "Clara Cliëntsma", "Medewerker Doeksma", "Mia Meldteamsma", "Verklaring-van-de-medewerker", "Oordeel-motivering",
                "Achtergehouden-signaal", "Inhoud-van-de-IGJ-melding", "Geweld in de zorgrelatie wordt gemeld.", "13 maart 2026",
                "Achteraf vastgelegd op 20 maart 2026", "Vermoeden, geen waargenomen feit", "HEA-1");
    }

    @Test
    void leavesWhoReportedToTheReportTeam() {
        // given
        CaseStory story = Stories.reportedToIgj();

        // when
        String said = said(story.extract(ExtractKind.BOARD_REPORT));

        // then
        assertThat(said).contains("[melder]").doesNotContain("Reportsma", "Bronvermelding-geheim", "-gebruiker", "ref-");
    }
}
