package nl.meldspoor.cases.history.extracts;

import static nl.meldspoor.cases.history.extracts.CaseStory.said;
import static org.assertj.core.api.Assertions.assertThat;

import nl.meldspoor.events.PersonKind;
import org.junit.jupiter.api.Test;

class ClientFileTest {

    @Test
    void tellsTheIncidentAndTheProcedureWithoutNamesOfStaff() {
        // given
        CaseStory story = Stories.reportedToIgj();

        // when
        String said = said(story.extract(ExtractKind.CLIENT_FILE));

        // then
        assertThat(said)
                .contains("Clara Cliëntsma", "natte doek over het hoofd", "Ik kreeg geen lucht.", "Wat is er gebeurd?", "blauwe plek")
                .contains("Beoordeling: geweld in de zorgrelatie", "Hoor en wederhoor", "Melding aan de inspectie")
                .contains("meldteam", "[betrokken medewerker] stond ernaast", "Mentor en [medewerker]")
                .doesNotContain("Doeksma", "Meldteamsma", "Bestuursma", "Reportsma")
                .doesNotContain("-gebruiker", "ref-");
    }

    @Test
    void holdsNothingOfTheAccusedOrTheReporter() {
        // given
        CaseStory story = Stories.reportedToIgj();

        // when
        String said = said(story.extract(ExtractKind.CLIENT_FILE));

        // then
        assertThat(said).doesNotContain(
                "Verklaring-van-de-medewerker", "Vrijgesteld", "Oordeel-motivering", "Bronvermelding-geheim", "Inhoud-van-de-IGJ-melding",
                "reporterKind", "IGJ-kenmerk");
    }

    @Test
    void holdsNothingWithheldAndNoNumbersWhoseGapWouldTell() {
        // given
        CaseStory story = Stories.meldcode();

        // when
        String said = said(story.extract(ExtractKind.CLIENT_FILE));

        // then
        assertThat(said)
                .contains("Rode striemen", "Ze maakt me vast", "Mevrouw huilt", "Vastbinden gaat door.", "VTN-2026-0417")
                .doesNotContain("Achtergehouden-signaal", "withhold", "sequence", "buiten het cliëntdossier")
                .doesNotContain("Adviessma", "Verpleegsma", "Liaisonsma", "Bronvermelding-geheim");
    }

    @Test
    void saysThatContentWasErasedInsteadOfKeepingSilent() {
        // given
        CaseStory story = Stories.meldcode().without(PersonKind.CLIENT);

        // when
        String said = said(story.extract(ExtractKind.CLIENT_FILE));

        // then
        assertThat(said).contains("ERASED").doesNotContain("Arend", "Rode striemen");
    }
}
