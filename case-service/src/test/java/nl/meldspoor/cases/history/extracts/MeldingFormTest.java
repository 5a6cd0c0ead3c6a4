package nl.meldspoor.cases.history.extracts;

import static nl.meldspoor.cases.history.extracts.CaseStory.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MeldingFormTest {

    @Test
    void followsTheOrderOfTheForm() {
        // given
        CaseStory story = Stories.meldcode();

        // when
        Extract extract = story.melding(Stories.MELDING);

        // then
        assertThat(CaseStory.titles(extract))
                .containsExactly(
                        "Meldcode", "Melder", "Betrokkenen", "Melding", "Steunend netwerk", "Overige informatie", "Afronding");
    }

    @Test
    void tellsStepsAdviceOpennessReporterPersonsAndFacts() {
        // given
        CaseStory story = Stories.meldcode();

        // when
        String said = said(story.melding(Stories.MELDING));

        // then
        assertThat(said).contains(
                "gezet op 2 maart 2026", "Gesprek voeren, daarna wegen", "Veiligheid van cliënt, uzelf of een ander",
                "Mevrouw dreigde met de band.", "Pim Verpleegsma", "000-0000000", "Vertrouwensrelatie", "Bep Voorbeeldsma", "echtgenote",
                "Sinds drie weken striemen", "De buurvrouw hoort roepen.", "Meermaals per week", "Stalking", "Wij blijven dagelijks komen.",
                "VTN-2026-0417", "Loes Liaisonsma");
    }

    @Test
    void saysWhatTheFormAsksAndTheCaseDoesNotKnow() {
        // given
        CaseStory story = Stories.meldcode();

        // when
        Extract extract = story.melding(Stories.MELDING);

        // then
        List<String> missing = extract.sections().stream()
                .flatMap(s -> s.blocks().stream())
                .filter(Block.Facts.class::isInstance)
                .flatMap(b -> ((Block.Facts) b).rows().stream())
                .filter(r -> r.state() == Row.State.NOT_RECORDED)
                .map(Row::name)
                .toList();
        assertThat(missing).contains("madeBy.email", "languages", "injuries", "staffSafety", "network", "clientReaction");
        assertThat(said(extract)).doesNotContain("Bronvermelding-geheim");
    }

    @Test
    void anUnknownMeldingHasNoExtract() {
        // given
        CaseStory story = Stories.meldcode();

        // when
        var extract = Extracts.compose(ExtractKind.MELDING, story.material(ExtractKind.MELDING), new UUID(9, 9));

        // then
        assertThat(extract).isEmpty();
    }
}
