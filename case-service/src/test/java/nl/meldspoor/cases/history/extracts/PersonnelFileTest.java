package nl.meldspoor.cases.history.extracts;

import static nl.meldspoor.cases.history.extracts.CaseStory.said;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonnelFileTest {

    @Test
    void tellsIncidentHarmMeasuresAndProcedure() {
        // given
        CaseStory story = Stories.reportedToIgj();

        // when
        String said = said(story.extract(ExtractKind.PERSONNEL_FILE));

        // then
        assertThat(said).contains(
                "Medewerker Doeksma", "blauwe plek", "Vrijgesteld-van-werk", "Verklaring-van-de-medewerker", "Oordeel-motivering",
                "Geen vertrouwenspersoon beschikbaar.", "HEA-1", "Mia Meldteamsma");
    }

    @Test
    void neverTellsWhoReportedNorWhoRecordedNorTheNameOfTheClient() {
        // given
        CaseStory story = Stories.reportedToIgj();

        // when
        String said = said(story.extract(ExtractKind.PERSONNEL_FILE));

        // then
        assertThat(said)
                .contains("volgens [melder]")
                .doesNotContain("Reportsma", "Bronvermelding-geheim", "reporterKind", "recordedBy", "\"meldteam\"", "-gebruiker", "ref-")
                .doesNotContain("Cliëntsma", "ECD-1104", "Ik kreeg geen lucht", "Achtergehouden-signaal", "De mentor is geschokt");
    }

    @Test
    void warnsWhileTheAccusedWasNotSpokenTo() {
        // given
        CaseStory heard = Stories.careRelation();
        CaseStory notYet = Stories.onlyReported();

        // when
        Extract early = notYet.extract(ExtractKind.PERSONNEL_FILE);
        Extract late = heard.extract(ExtractKind.PERSONNEL_FILE);

        // then
        assertThat(CaseStory.titles(early)).contains("Vooraf");
        assertThat(CaseStory.titles(late)).doesNotContain("Vooraf");
    }

    @Test
    void aFellowClientHasNoPersonnelFile() {
        // given
        CaseStory story = Stories.betweenClients();

        // when
        Extract extract = story.extract(ExtractKind.PERSONNEL_FILE);

        // then
        assertThat(CaseStory.titles(extract)).containsExactly("Geen registratie");
        assertThat(said(extract)).doesNotContain("Medecliënt Duwsma", "Geduwd in de gang");
    }
}
