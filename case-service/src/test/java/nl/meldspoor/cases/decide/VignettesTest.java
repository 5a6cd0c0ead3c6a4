package nl.meldspoor.cases.decide;

import static nl.meldspoor.cases.decide.CaseStory.given;
import static nl.meldspoor.cases.decide.Entries.acknowledgement;
import static nl.meldspoor.cases.decide.Entries.acutelyUnsafe;
import static nl.meldspoor.cases.decide.Entries.adviceOfVeiligThuis;
import static nl.meldspoor.cases.decide.Entries.assessment;
import static nl.meldspoor.cases.decide.Entries.careRelation;
import static nl.meldspoor.cases.decide.Entries.childCheck;
import static nl.meldspoor.cases.decide.Entries.crimeCheck;
import static nl.meldspoor.cases.decide.Entries.helpEvaluation;
import static nl.meldspoor.cases.decide.Entries.helpPlan;
import static nl.meldspoor.cases.decide.Entries.safetyPlan;
import static nl.meldspoor.cases.decide.Entries.closure;
import static nl.meldspoor.cases.decide.Entries.consultation;
import static nl.meldspoor.cases.decide.Entries.conversation;
import static nl.meldspoor.cases.decide.Entries.decisions;
import static nl.meldspoor.cases.decide.Entries.feedback;
import static nl.meldspoor.cases.decide.Entries.hearing;
import static nl.meldspoor.cases.decide.Entries.hearingWaiver;
import static nl.meldspoor.cases.decide.Entries.helpIsPossible;
import static nl.meldspoor.cases.decide.Entries.idOfEntry;
import static nl.meldspoor.cases.decide.Entries.igjReport;
import static nl.meldspoor.cases.decide.Entries.inDoubt;
import static nl.meldspoor.cases.decide.Entries.internalReport;
import static nl.meldspoor.cases.decide.Entries.judgement;
import static nl.meldspoor.cases.decide.Entries.meldcode;
import static nl.meldspoor.cases.decide.Entries.melding;
import static nl.meldspoor.cases.decide.Entries.noSuspicion;
import static nl.meldspoor.cases.decide.Entries.safetyMeasure;
import static nl.meldspoor.cases.decide.Entries.signal;
import static nl.meldspoor.cases.decide.Entries.waiver;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.meldspoor.events.About;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.Answer;
import nl.meldspoor.events.ClosureGround;
import nl.meldspoor.events.ConsultedParty;
import nl.meldspoor.events.ConversationParty;
import nl.meldspoor.events.Direction;
import nl.meldspoor.events.FeedbackKind;
import nl.meldspoor.events.Form;
import nl.meldspoor.events.HearingWaiverGround;
import nl.meldspoor.events.IGJCategory;
import nl.meldspoor.events.MeldingWaiver;
import nl.meldspoor.events.Perception;
import nl.meldspoor.events.Qualification;
import nl.meldspoor.events.SafetyMeasureKind;
import nl.meldspoor.events.SignalSource;
import nl.meldspoor.events.Waivable;
import nl.meldspoor.events.WaiverGround;
import nl.meldspoor.events.YesNoPartly;
import nl.meldspoor.events.history.CaseReach;
import nl.meldspoor.events.history.CaseReach.AccusedState;
import nl.meldspoor.terms.TermState;
import org.junit.jupiter.api.Test;

/** Whole routes, told after the vignettes of the sources. */
class VignettesTest {

    /** 000: mijnheer Beentjes, kept in bed by the wife who cares for him. */
    @Test
    void theManTiedToHisBed() {
        // given
        CaseStory seen = given(
                meldcode(),
                signal().but("forms", List.of(Form.NEGLECT, Form.RIGHTS_VIOLATION)),
                signal().but("about", About.INFORMAL_CAREGIVER).but("direction", Direction.CONTRADICTS));
        seen.thenOpen("OB-CONSULT");

        // when
        CaseStory weighed = seen.and(
                consultation(ConsultedParty.ATTENTION_OFFICER),
                conversation(ConversationParty.INFORMAL_CAREGIVER, YesNoPartly.NO),
                assessment(Answer.YES, Answer.NO, Answer.YES));

        // then
        weighed.thenOpen("OB-DECIDE", "OB-REPORT");
        weighed.when(decisions(false, true)).thenRefusedBy("DEC-1");
        weighed.when(closure(ClosureGround.CLIENT_LEFT)).thenRefusedAsOpen("OB-REPORT");
        CaseStory reported = weighed.and(decisions(true, true), melding(), acknowledgement(idOfEntry(8)));
        reported.thenOpen("OB-SEEK-FEEDBACK");
        reported.and(
                        feedback(idOfEntry(8), FeedbackKind.TAKEN_UP),
                        childCheck(),
                        safetyPlan(),
                        helpPlan(),
                        helpEvaluation(idOfEntry(13), YesNoPartly.YES),
                        closure(ClosureGround.REPORTED)).thenOpen();
        assertThat(CaseReach.of(reported.history()).meldingRegions()).containsExactly("noord");
    }

    /** 000: meneer Bosch gives his wife the wrong medicines, and help works. */
    @Test
    void theWrongMedicines() {
        // given
        CaseStory doubt = given(
                meldcode(),
                signal(),
                consultation(ConsultedParty.SUPERVISOR),
                conversation(ConversationParty.INFORMAL_CAREGIVER, YesNoPartly.PARTLY),
                inDoubt());
        doubt.when(decisions(false, false)).thenRefusedBy("DEC-4");

        // when
        CaseStory helped = doubt.and(
                adviceOfVeiligThuis().at("2026-03-04T15:00"), helpIsPossible().at("2026-03-04T17:00"), decisions(false, true));

        // then
        helped.thenOpen().thenNeverArose("OB-REPORT");
        helped.thenMet("OB-CONSULT", "OB-CONVERSE", "OB-ASSESS", "OB-ADVICE", "OB-DECIDE");
    }

    /** 000: the eldest son El Amrani, locked in his room; talking first would be dangerous. */
    @Test
    void theSonLockedInHisRoom() {
        // given
        CaseStory waived = given(
                meldcode(),
                signal().but("forms", List.of(Form.RIGHTS_VIOLATION)),
                consultation(ConsultedParty.COLLEAGUE),
                waiver(Waivable.CONVERSATION, WaiverGround.SAFETY));
        waived.thenOpen("OB-ASSESS");

        // when
        CaseStory weighed = waived.and(acutelyUnsafe().but("discussedWithClient", false).but("clientReaction", null));

        // then
        Draft silent = melding().but("discussedWithClient", false);
        weighed.when(silent).thenRefusedBy("MEL-1");
        weighed.whenDeviating(silent).thenRecordedDeviatingFrom("MEL-1").thenOpen("OB-DECIDE", "OB-SEEK-FEEDBACK");
        weighed.and(silent.but("waiver", new MeldingWaiver(WaiverGround.SAFETY, "gevaar")), decisions(true, false))
                .thenOpen("OB-SEEK-FEEDBACK");
    }

    /** 000: the niece who needs a little more weekly budget each week; the neighbours were surprised. */
    @Test
    void theNieceAndTheWeeklyBudget() {
        // given
        CaseStory opened = given(meldcode());
        Draft fromTheNeighbours = signal()
                .but("perception", Perception.TOLD)
                .but("forms", List.of(Form.FINANCIAL))
                .but("source", SignalSource.NEIGHBOUR);
        opened.when(fromTheNeighbours).thenRefusedBy("SIG-1");

        // when
        CaseStory talked = opened.and(
                fromTheNeighbours.but("sourceDetails", "de buren van nummer 12"),
                consultation(ConsultedParty.COLLEAGUE),
                conversation(ConversationParty.CLIENT, YesNoPartly.YES),
                childCheck());

        // then
        talked.thenOpen();
        talked.and(closure(ClosureGround.SUSPICION_REMOVED)).when(signal()).thenRefusedBy("GEN-1");
        talked.and(signal().at("2026-03-05")).when(closure(ClosureGround.SUSPICION_REMOVED)).thenRefusedBy("CLO-2");
        talked.and(noSuspicion(), closure(ClosureGround.NO_SUSPICION)).thenOpen();
    }

    /** 002: a resident who asks and is not answered; an incident, not violence. */
    @Test
    void theResidentWhoIsNotAnswered() {
        // given
        CaseStory reported = given(careRelation(), signal().but("about", About.STAFF), internalReport(AccusedKind.STAFF));
        reported.thenOpen("OB-STOP", "OB-HEAR-CLIENT", "OB-HEAR-ACCUSED", "OB-INVESTIGATE");
        assertThat(CaseReach.of(reported.history()).accusedState()).isEqualTo(AccusedState.UNLINKED);

        // when
        CaseStory handled = reported.and(
                safetyMeasure(SafetyMeasureKind.SUPERVISION),
                conversation(ConversationParty.CLIENT, YesNoPartly.NO),
                hearing(),
                judgement(Qualification.BOUNDARY_CROSSING),
                crimeCheck(Answer.NO),
                closure(ClosureGround.HANDLED));

        // then
        handled.thenOpen().thenNeverArose("OB-IGJ-VIOLENCE");
    }

    /** 002: a client grabbed too firmly, with bruises: violence in the care relation. */
    @Test
    void theRoughGrip() {
        // given
        CaseStory linked = given(
                careRelation(),
                safetyMeasure(SafetyMeasureKind.OFF_DUTY),
                internalReport(AccusedKind.STAFF).but("accusedUser", "de-linde-professional-2"));
        assertThat(CaseReach.of(linked.history()).accusedState()).isEqualTo(AccusedState.LINKED);
        assertThat(CaseReach.of(linked.history()).accusedRefs()).containsExactly("accused:de-linde-professional-2");
        linked.thenOpen("OB-HEAR-CLIENT", "OB-HEAR-ACCUSED", "OB-INVESTIGATE");

        // when
        CaseStory judged = linked.and(
                conversation(ConversationParty.CLIENT, YesNoPartly.NO),
                hearing(),
                judgement(Qualification.VIOLENCE_IN_CARE_RELATION),
                crimeCheck(Answer.NO));

        // then
        judged.thenOpen("OB-IGJ-VIOLENCE");
        assertThat(judged.deadlines("2026-03-12")).extracting(d -> d.state()).containsExactly(TermState.MET, TermState.MISSED);
        judged.when(closure(ClosureGround.HANDLED)).thenRefusedAsOpen("OB-IGJ-VIOLENCE");
        judged.when(igjReport(IGJCategory.CALAMITY)).thenRefusedBy("IGJ-1");
        judged.and(igjReport(IGJCategory.VIOLENCE), closure(ClosureGround.REPORTED)).thenOpen();
    }

    /** 002: jewels are gone and nobody knows who took them; it turns out that nobody did. */
    @Test
    void theMissingJewels() {
        // given
        CaseStory reported = given(
                careRelation(),
                signal().but("forms", List.of(Form.FINANCIAL)).but("source", SignalSource.CLIENT),
                internalReport(AccusedKind.UNKNOWN));
        reported.when(hearingWaiver(HearingWaiverGround.POLICE_TAKES_OVER)).thenRefusedBy("POL-5");
        reported.when(judgement(Qualification.UNFOUNDED)).thenRefusedBy("JUD-1");

        // when
        CaseStory found = reported.and(
                safetyMeasure(SafetyMeasureKind.NONE_NEEDED),
                conversation(ConversationParty.REPRESENTATIVE, YesNoPartly.YES),
                hearingWaiver(HearingWaiverGround.NO_ACCUSED),
                judgement(Qualification.UNFOUNDED),
                crimeCheck(Answer.NO));

        // then
        found.thenOpen();
        assertThat(CaseReach.of(found.history()).accusedState()).isEqualTo(AccusedState.NONE);
        found.and(closure(ClosureGround.UNFOUNDED)).thenOpen();
    }
}
