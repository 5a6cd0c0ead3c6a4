package nl.meldspoor.cases.decide;

import static nl.meldspoor.cases.decide.CaseStory.given;
import static nl.meldspoor.cases.decide.Entries.acknowledgement;
import static nl.meldspoor.cases.decide.Entries.careRelation;
import static nl.meldspoor.cases.decide.Entries.childCheck;
import static nl.meldspoor.cases.decide.Entries.consultation;
import static nl.meldspoor.cases.decide.Entries.safetyPlan;
import static nl.meldspoor.cases.decide.Entries.idOfEntry;
import static nl.meldspoor.cases.decide.Entries.igjReport;
import static nl.meldspoor.cases.decide.Entries.internalReport;
import static nl.meldspoor.cases.decide.Entries.meldcode;
import static nl.meldspoor.cases.decide.Entries.melding;
import static nl.meldspoor.cases.decide.Entries.signal;
import static nl.meldspoor.cases.decide.Entries.waiver;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.Confirmation;
import nl.meldspoor.events.ConsultedParty;
import nl.meldspoor.events.Direction;
import nl.meldspoor.events.IGJCategory;
import nl.meldspoor.events.Perception;
import nl.meldspoor.events.SignalSource;
import nl.meldspoor.events.Waivable;
import nl.meldspoor.events.WaiverGround;
import nl.meldspoor.events.history.Completeness;
import nl.meldspoor.events.history.Requirement;
import nl.meldspoor.events.history.Step;
import nl.meldspoor.events.history.StepState;
import nl.meldspoor.events.history.Steps;
import org.junit.jupiter.api.Test;

class StepsOfTheCaseTest {

    @Test
    void aFreshCaseHasNotStartedAndSaysWithWhatItBegins() {
        // when
        CaseStory opened = given(meldcode());

        // then
        assertThat(Steps.of(opened.history()))
                .extracting(Step::name)
                .containsExactly("SIGNALS", "CONSULTATION", "CONVERSATION", "ASSESSMENT", "DECISIONS", "EVALUATION");
        assertThat(Steps.of(opened.history())).extracting(Step::state).containsOnly(StepState.NOT_STARTED);
        assertThat(opened.step(1).missing()).containsExactly("OB-CHILDCHECK", "SIGNALS.RECORDED");
    }

    @Test
    void aStepIsCompleteWhenSomethingIsRecordedAndNothingIsMissing() {
        CaseStory oneSignal = given(meldcode(), childCheck(), signal());
        assertThat(oneSignal.step(1).state()).isEqualTo(StepState.RECORDED);
        assertThat(oneSignal.step(1).missing()).containsExactly("SIGNALS.CONTRADICTING");
        CaseStory bothSides = oneSignal.and(signal().but("direction", Direction.CONTRADICTS));
        assertThat(bothSides.step(1).state()).isEqualTo(StepState.COMPLETE);
        assertThat(bothSides.step(1).missing()).isEmpty();
    }

    @Test
    void openObligationsComeFirstAmongWhatIsMissing() {
        // when
        CaseStory consulted = given(meldcode(), signal(), consultation(ConsultedParty.VEILIG_THUIS).but("advice", "advies"));

        // then
        assertThat(consulted.step(3).missing()).containsExactly("OB-CONVERSE");
        assertThat(consulted.step(3).state()).isEqualTo(StepState.NOT_STARTED);
        assertThat(consulted.step(2).missing()).containsExactly("CONSULTATION.INTERNAL", "CONSULTATION.ADVICE-DISCUSSED");
    }

    @Test
    void whatWasToldHasASourceAndASuspicionIsNoFact() {
        assertThat(given(meldcode(), signal().but("perception", Perception.TOLD)).step(1).missing()).contains("SIGNALS.SOURCE");
        assertThat(given(meldcode(), signal().but("perception", Perception.TOLD).but("source", SignalSource.CLIENT))
                        .step(1)
                        .missing())
                .doesNotContain("SIGNALS.SOURCE");
        assertThat(given(meldcode(), signal().but("perception", Perception.THOUGHT)).step(1).missing())
                .contains("SIGNALS.FACTUAL");
    }

    @Test
    void somebodyAtVeiligThuisReceivedTheMelding() {
        CaseStory reported = given(meldcode(), melding());
        assertThat(reported.step(5).missing()).containsExactly("OB-SEEK-FEEDBACK", "MELDING.RECEIVED-BY", "MELDING.CLIENT-REACTION");
        assertThat(reported.and(acknowledgement(idOfEntry(2))).step(5).missing()).doesNotContain("MELDING.RECEIVED-BY");
    }

    @Test
    void waivingTheAnnouncementOfAMeldingBelongsToTheDecisions() {
        CaseStory waived =
                given(meldcode(), waiver(Waivable.MELDING_ANNOUNCEMENT, WaiverGround.SAFETY), safetyPlan().but("emergencyContact", "0800-2000"));
        assertThat(waived.step(5).state()).isEqualTo(StepState.COMPLETE);
        assertThat(waived.step(3).state()).isEqualTo(StepState.NOT_STARTED);
    }

    @Test
    void theRouteOfTheLeidraadHasStepsOfItsOwn() {
        CaseStory reported = given(
                careRelation(), internalReport(AccusedKind.STAFF).but("clientInformed", false).but("clientConsent", null));
        assertThat(reported.step(2).name()).isEqualTo("INTERNAL_REPORT");
        assertThat(reported.step(2).missing()).containsExactly("OB-CRIME-CHECK", "INTERNAL-REPORT.CLIENT-INFORMED", "INTERNAL-REPORT.CONSENT", "INTERNAL-REPORT.ACCUSED");
        assertThat(reported.step(5).missing()).containsExactly("OB-STOP");
    }

    @Test
    void aReportToTheInspectorateKeepsItsConfirmation() {
        Draft report = igjReport(IGJCategory.CALAMITY);
        assertThat(given(careRelation(), report).step(5).missing()).contains("IGJ-REPORT.CONFIRMATION", "IGJ-REPORT.ACTIONS");
        assertThat(given(careRelation(), report.but("confirmation", new Confirmation("bevestiging.pdf", "0".repeat(64))))
                        .step(5)
                        .missing())
                .doesNotContain("IGJ-REPORT.CONFIRMATION");
    }

    @Test
    void everyRequirementSpeaksBothLanguagesNamesItsSourceAndHasAnIdOfItsOwn() {
        assertThat(Completeness.requirements()).extracting(Requirement::id).doesNotHaveDuplicates();
        assertThat(Completeness.requirements()).allSatisfy(r -> {
            assertThat(r.text().nl()).matches(".*[.?]").isNotEqualTo(r.text().en());
            assertThat(r.source()).isNotBlank();
        });
    }
}
