package nl.meldspoor.cases.history.extracts;

import static nl.meldspoor.cases.history.extracts.CaseStory.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import nl.meldspoor.events.CaseClosed;
import nl.meldspoor.events.CaseHandedOver;
import nl.meldspoor.events.CaseReopened;
import nl.meldspoor.events.ClosureGround;
import nl.meldspoor.events.HandoverAnswer;
import nl.meldspoor.events.HandoverAnswered;
import nl.meldspoor.events.Person;
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
    void leavesOutWhyAMemberOfStaffHandsOverAndTellsAClosingBeforeItsReopening() {
        // given
        CaseStory story = Stories.meldcode()
                .tell("professional", "2026-03-08T09:00:00Z", new CaseHandedOver(
                        new Person("Twee Tweesma", "verpleegkundige"), "twee", "Ik ben ziek", new UUID(0, 1), "ref-twee", null))
                .tell("professional", "2026-03-08T09:10:00Z", new HandoverAnswered(new UUID(0, 1), HandoverAnswer.REFUSED, "te druk"))
                .tell("professional", "2026-03-09T09:00:00Z", new CaseClosed(
                        LocalDate.parse("2026-03-09"), ClosureGround.CLIENT_LEFT, null, "Verhuisd."))
                .tell("professional", "2026-03-09T11:00:00Z", new CaseReopened("Teruggekomen."));

        // when
        String said = said(story.extract(ExtractKind.CLIENT_FILE));

        // then
        assertThat(said).contains("Casus overgedragen", "Geweigerd").doesNotContain("Ik ben ziek", "te druk", "Tweesma");
        assertThat(said).containsSubsequence("Verhuisd.", "Teruggekomen.");
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
