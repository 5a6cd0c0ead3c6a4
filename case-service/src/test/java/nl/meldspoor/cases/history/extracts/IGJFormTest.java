package nl.meldspoor.cases.history.extracts;

import static nl.meldspoor.cases.history.extracts.CaseStory.said;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IGJFormTest {

    @Test
    void preparesTheFormOfTheTypeThatMustBeReported() {
        // given
        CaseStory story = Stories.careRelation();

        // when
        Extract extract = story.extract(ExtractKind.IGJ_REPORT);

        // then
        assertThat(CaseStory.titles(extract)).containsExactly("Algemeen", "Geweld in de zorgrelatie", "Gedane meldingen");
        assertThat(said(extract))
                .contains("Clara Cliëntsma", "3 februari 1941", "Medewerker Doeksma", "blauwe plek", "Te melden uiterlijk", "13 maart 2026")
                .doesNotContain("Reportsma", "Bronvermelding-geheim");
    }

    @Test
    void tellsWhatWasReportedAndTheActionsWithTheirTerm() {
        // given
        CaseStory story = Stories.reportedToIgj();

        // when
        String said = said(story.extract(ExtractKind.IGJ_REPORT));

        // then
        assertThat(said).contains(
                "Inhoud-van-de-IGJ-melding", "000012345678", "Onderzoek met externe voorzitter", "30 april 2026", "bevestiging.pdf",
                "Bas Bestuursma, bestuurder");
    }

    @Test
    void aCalamityAsksForNoOtherPersons() {
        // given
        CaseStory story = Stories.onlyReported();

        // when
        Extract extract = story.extract(ExtractKind.IGJ_REPORT);

        // then
        Section calamity = extract.sections().stream().filter(s -> s.title().equals("Calamiteit")).findFirst().orElseThrow();
        assertThat(calamity.blocks().toString()).contains("blauwe plek").doesNotContain("verpleegkundige");
        assertThat(CaseStory.titles(extract)).contains("Te melden");
    }
}
