package nl.meldspoor.cases.decide.outcomes;

import static nl.meldspoor.cases.decide.CaseStory.given;
import static nl.meldspoor.cases.decide.Entries.acutelyUnsafe;
import static nl.meldspoor.cases.decide.Entries.assessment;
import static nl.meldspoor.cases.decide.Entries.disclosure;
import static nl.meldspoor.cases.decide.Entries.meldcode;
import static nl.meldspoor.cases.decide.Entries.melding;
import static nl.meldspoor.cases.decide.Entries.noSuspicion;
import static nl.meldspoor.cases.decide.Entries.signal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import nl.meldspoor.cases.decide.CaseStory;
import nl.meldspoor.cases.decide.Draft;
import nl.meldspoor.events.Answer;
import nl.meldspoor.events.AssessmentMade;
import nl.meldspoor.events.AssessmentOutcome;
import nl.meldspoor.events.YesNo;
import nl.meldspoor.events.YesNoUnknown;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WeighingTest {

    /** The table of domain.md 4: answers of questions 1, 2 acute, 2 structural, 3, 4, 5; a dash is no answer. */
    private static final List<String> TABLE = List.of(
            "YES   YES   NO    -   -   -       REPORT 1 WEIGH-2",
            "YES   NO    YES   -   -   -       REPORT 1 WEIGH-2",
            "YES   YES   DOUBT YES YES YES     REPORT 1 WEIGH-2",
            "DOUBT YES   NO    -   -   -       REPORT 1 WEIGH-2",
            "DOUBT NO    NO    -   -   -       ADVICE_REQUIRED - WEIGH-3",
            "DOUBT DOUBT NO    NO  -   -       ADVICE_REQUIRED - WEIGH-3",
            "NO    NO    NO    -   -   -       CLOSE - WEIGH-4",
            "NO    NO    NO    NO  NO  NO      CLOSE - WEIGH-4",
            "YES   DOUBT NO    -   -   -       ADVICE_REQUIRED - WEIGH-5",
            "YES   NO    DOUBT YES YES UNKNOWN ADVICE_REQUIRED - WEIGH-5",
            "YES   DOUBT NO    NO  -   -       REPORT 2 WEIGH-6",
            "YES   NO    DOUBT YES NO  -       REPORT 2 WEIGH-6",
            "YES   NO    NO    NO  -   -       REPORT 2 WEIGH-6",
            "YES   NO    NO    YES NO  -       REPORT 2 WEIGH-6",
            "YES   NO    NO    -   NO  -       REPORT 2 WEIGH-6",
            "YES   NO    NO    YES YES NO      REPORT 3 WEIGH-7",
            "YES   NO    NO    YES YES UNKNOWN HELP - WEIGH-8",
            "YES   NO    NO    YES YES YES     HELP - WEIGH-8");

    @TestFactory
    Stream<DynamicTest> theFirstLineThatFitsGivesTheOutcome() {
        CaseStory withSignal = given(meldcode(), signal());
        return TABLE.stream().map(row -> DynamicTest.dynamicTest(row, () -> {
            String[] cells = row.split("\\s+");

            // when
            AssessmentMade weighed =
                    (AssessmentMade) withSignal.when(answers(cells)).thenRecorded().newest();

            // then
            assertThat(weighed.outcome()).isEqualTo(AssessmentOutcome.valueOf(cells[6]));
            assertThat(weighed.norm()).isEqualTo(cells[7].equals("-") ? null : Integer.valueOf(cells[7]));
            assertThat(weighed.receipt().rule()).isEqualTo(cells[8]);
            assertThat(weighed.receipt().outcome()).isEqualTo(cells[6]);
        }));
    }

    private static Draft answers(String[] cells) {
        return assessment(Answer.valueOf(cells[0]), Answer.valueOf(cells[1]), Answer.valueOf(cells[2]))
                .but("effectiveHelp", cells[3].equals("-") ? null : YesNo.valueOf(cells[3]))
                .but("helpAccepted", cells[4].equals("-") ? null : YesNo.valueOf(cells[4]))
                .but("helpLeadsToSafety", cells[5].equals("-") ? null : YesNoUnknown.valueOf(cells[5]));
    }

    @Test
    void aStandingDisclosureMeansReportingWhateverIsAnswered() {
        // given
        CaseStory disclosed = given(meldcode(), disclosure());

        // when
        AssessmentMade weighed = (AssessmentMade) disclosed.when(noSuspicion()).thenRecorded().newest();

        // then
        assertThat(weighed.outcome()).isEqualTo(AssessmentOutcome.REPORT);
        assertThat(weighed.norm()).isEqualTo(1);
        assertThat(weighed.receipt().rule()).isEqualTo("WEIGH-1");
        assertThat(weighed.receipt().inputs()).containsEntry("standingDisclosure", true);
    }

    @Test
    void aDisclosureThatAMeldingFollowedNoLongerStands() {
        // given
        CaseStory reported = given(meldcode(), disclosure(), melding().at("2026-03-01T18:00"));

        // when
        AssessmentMade weighed = (AssessmentMade) reported.when(noSuspicion()).thenRecorded().newest();

        // then
        assertThat(weighed.outcome()).isEqualTo(AssessmentOutcome.CLOSE);
    }

    @Test
    void aMeldingMadeBeforeTheDisclosureDoesNotFollowItThoughRecordedAfterIt() {
        // given
        CaseStory reportedEarlier = given(meldcode(), disclosure(), melding().at("2026-02-20"));

        // when
        AssessmentMade weighed = (AssessmentMade) reportedEarlier.when(noSuspicion()).thenRecorded().newest();

        // then
        assertThat(weighed.outcome()).isEqualTo(AssessmentOutcome.REPORT);
    }

    @Test
    void theReceiptSaysFromWhichAnswersByWhichRuleAndSource() {
        // given
        CaseStory withSignal = given(meldcode(), signal());

        // when
        AssessmentMade weighed = (AssessmentMade) withSignal.when(acutelyUnsafe()).thenRecorded().newest();

        // then
        assertThat(weighed.receipt().version()).isEqualTo(1);
        assertThat(weighed.receipt().inputs())
                .containsEntry("acuteUnsafety", "YES")
                .containsEntry("structuralUnsafety", "NO")
                .containsEntry("standingDisclosure", false)
                .doesNotContainKey("effectiveHelp");
        assertThat(weighed.receipt().text().nl()).contains("acute of structurele onveiligheid");
        assertThat(weighed.receipt().source()).contains("Meldcode (004), stap 5");
    }
}
