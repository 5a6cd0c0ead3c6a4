package nl.meldspoor.cases.history.extracts;

import static nl.meldspoor.cases.history.extracts.CaseStory.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.EntryCorrected;
import nl.meldspoor.events.EventShape;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.MeldingMade;
import nl.meldspoor.events.MeldingPerson;
import nl.meldspoor.events.Person;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An extract tells what counts now, says that it was corrected, and keeps after a correction every promise it keeps before. */
class CorrectedExtractsTest {

    private static final String CORRECTED_AT = "2026-04-02T09:00:00Z";

    private static CaseStory.Told first(CaseStory story, EventType type) {
        return story.told().stream().filter(t -> EventType.of(t.data()) == type).findFirst().orElseThrow();
    }

    private static CaseStory corrected(CaseStory story, EventType type, Map<String, Object> members) {
        CaseStory.Told old = first(story, type);
        return told(story, type, (CaseEvent) EventShape.of(type.record()).with((Record) old.data(), members));
    }

    private static CaseStory takenBack(CaseStory story, EventType type) {
        return told(story, type, null);
    }

    private static CaseStory told(CaseStory story, EventType type, CaseEvent replacement) {
        int sequence = story.told().indexOf(first(story, type)) + 1;
        return story.tell("report-team", CORRECTED_AT, new EntryCorrected(sequence, "Reden-van-de-correctie", replacement, type.eventName()));
    }

    @ParameterizedTest
    @EnumSource(value = ExtractKind.class, names = {"CLIENT_FILE", "PERSONNEL_FILE", "BOARD_REPORT"})
    void theIncidentIsToldAsItWasCorrectedAndTheExtractSaysSo(ExtractKind kind) {
        // given
        CaseStory story = corrected(Stories.reportedToIgj(), EventType.INTERNAL_REPORT_MADE, Map.of("facts", "Verbeterde feiten."));

        // when
        String said = said(story.extract(kind));

        // then
        assertThat(said).contains("Verbeterde feiten.", "Gecorrigeerd op 2 april 2026").doesNotContain("Later gecorrigeerd", "ERASED");
    }

    @Test
    void aNameThatComesWithACorrectionIsBlankedToo() {
        // given
        CaseStory story = corrected(Stories.reportedToIgj(), EventType.INTERNAL_REPORT_MADE, Map.of(
                "accused", new Person("Nieuwe Naamsma", "verzorgende"),
                "reporter", "Andere Reportsma",
                "facts", "Andere Reportsma zag dat Nieuwe Naamsma haar duwde."));

        // when
        String client = said(story.extract(ExtractKind.CLIENT_FILE));
        String personnel = said(story.extract(ExtractKind.PERSONNEL_FILE));
        String board = said(story.extract(ExtractKind.BOARD_REPORT));

        // then
        assertThat(client).contains("[melder] zag dat [betrokken medewerker] haar duwde.").doesNotContain("Naamsma", "Reportsma", "Doeksma");
        assertThat(personnel).contains("[melder] zag dat Nieuwe Naamsma haar duwde.").doesNotContain("Reportsma");
        assertThat(board).contains("[melder] zag dat Nieuwe Naamsma haar duwde.").doesNotContain("Reportsma");
    }

    @Test
    void whatWasTakenBackIsALineWithoutContentAndLeavesTheFormsOfOthers() {
        // given
        CaseStory story = takenBack(Stories.reportedToIgj(), EventType.SAFETY_MEASURE_TAKEN);

        // when
        String board = said(story.extract(ExtractKind.BOARD_REPORT));
        String personnel = said(story.extract(ExtractKind.PERSONNEL_FILE));
        String igj = said(story.extract(ExtractKind.IGJ_REPORT));

        // then
        assertThat(board).contains("Teruggenomen, telt niet meer sinds 2 april 2026", "Reden-van-de-correctie").doesNotContain("Vrijgesteld-van-werk");
        assertThat(personnel).contains("Teruggenomen, telt niet meer sinds 2 april 2026").doesNotContain("Vrijgesteld-van-werk");
        assertThat(igj).doesNotContain("Vrijgesteld-van-werk", "Teruggenomen");
    }

    @Test
    void aMeldingIsToldAsItWasCorrectedAndSaysThatItWasSentOtherwise() {
        // given
        CaseStory story = corrected(Stories.meldcode(), EventType.MELDING_MADE, Map.of(
                "facts", "Verbeterde feiten.", "persons", List.of(new MeldingPerson("slachtoffer", "Arend Voorbeeldsma", null, null, null, null, null))));

        // when
        String said = said(story.melding(Stories.MELDING));

        // then
        assertThat(said)
                .contains("Verbeterde feiten.", "2 april 2026: wat eerder is verstuurd kan anders luiden")
                .doesNotContain("Sinds drie weken striemen", "Bep Voorbeeldsma");
        assertThat(said(Stories.meldcode().melding(Stories.MELDING))).doesNotContain("wat eerder is verstuurd");
    }

    @Test
    void aCorrectedMeldingThatWasNotDiscussedSaysWhyAsTheCorrectionDoes() {
        // given
        CaseStory story = Stories.meldcode();
        CaseStory.Told old = first(story, EventType.MELDING_MADE);
        Map<String, Object> unannounced = new HashMap<>();
        unannounced.put("waiver", null);
        story.tell("professional", CORRECTED_AT, new EntryCorrected(
                story.told().indexOf(old) + 1, "Er was geen ontheffing", (CaseEvent) EventShape.of(MeldingMade.class).with((MeldingMade) old.data(), unannounced), "MeldingMade"),
                null, "Zij kon niet spreken.", List.of("MEL-1"));

        // when
        String said = said(story.melding(Stories.MELDING));

        // then
        assertThat(said).contains("Zij kon niet spreken.").doesNotContain("Mevrouw dreigde met de band.");
    }

    @Test
    void theClientFileNamesWhatWasCorrectedWithoutItsNumber() {
        // given
        CaseStory story = corrected(Stories.meldcode(), EventType.ASSESSMENT_MADE, Map.of("reasoning", "Verbeterde onderbouwing."));

        // when
        Extract extract = story.extract(ExtractKind.CLIENT_FILE);

        // then
        Block.Recorded correction = extract.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Block.Recorded.class::isInstance)
                .map(Block.Recorded.class::cast)
                .filter(block -> block.type().equals("EntryCorrected"))
                .findFirst()
                .orElseThrow();
        assertThat(correction.rows()).filteredOn(row -> row.name().equals("corrects")).flatExtracting(Row::values)
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("Weging, 5 maart 2026")
                .doesNotContain("nr.");
        assertThat(said(extract)).contains("Verbeterde onderbouwing.").doesNotContain("Vastbinden gaat door.");
    }

    @Test
    void aCorrectionOfWhatIsNotOfTheClientIsNoLineOfHisFile() {
        // given
        CaseStory story = takenBack(Stories.careRelation(), EventType.SIGNAL_RECORDED);

        // when
        String client = said(story.extract(ExtractKind.CLIENT_FILE));
        String procedure = said(takenBack(Stories.careRelation(), EventType.CONVERSATION_HELD).extract(ExtractKind.CLIENT_FILE));

        // then
        assertThat(client).doesNotContain("Correctie");
        assertThat(procedure).contains("Correctie: gesprek");
    }
}
