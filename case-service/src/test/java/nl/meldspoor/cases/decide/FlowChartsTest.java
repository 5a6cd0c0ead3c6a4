package nl.meldspoor.cases.decide;

import static nl.meldspoor.cases.decide.CaseStory.given;
import static nl.meldspoor.cases.decide.Entries.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.meldspoor.events.About;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.AftercareFor;
import nl.meldspoor.events.Answer;
import nl.meldspoor.events.AssessmentMade;
import nl.meldspoor.events.AssessmentOutcome;
import nl.meldspoor.events.Audience;
import nl.meldspoor.events.CaregiverLoad;
import nl.meldspoor.events.ClosureGround;
import nl.meldspoor.events.Confirmation;
import nl.meldspoor.events.ConsultedParty;
import nl.meldspoor.events.ConversationParty;
import nl.meldspoor.events.Direction;
import nl.meldspoor.events.FeedbackKind;
import nl.meldspoor.events.HearingWaiverGround;
import nl.meldspoor.events.IGJCategory;
import nl.meldspoor.events.IGJResponseKind;
import nl.meldspoor.events.Perception;
import nl.meldspoor.events.PoliceContactKind;
import nl.meldspoor.events.Qualification;
import nl.meldspoor.events.SafetyMeasureKind;
import nl.meldspoor.events.SanctionKind;
import nl.meldspoor.events.Waivable;
import nl.meldspoor.events.WaiverGround;
import nl.meldspoor.events.YesNoPartly;
import nl.meldspoor.events.YesNoUnknown;
import nl.meldspoor.terms.TermState;
import org.junit.jupiter.api.Test;

/** Each flow chart of the sources from its first box to its last, by every way out it draws. */
class FlowChartsTest {

    private static Draft reportWithConfirmation(IGJCategory category) {
        return igjReport(category).but("confirmation", new Confirmation("verzendbevestiging.pdf", "0".repeat(64)));
    }

    /** Movisie, stroomschema bij een vermoeden van ontspoorde mantelzorg, besluit 1: acute of structurele onveiligheid. */
    @Test
    void derailedInformalCareThatIsUnsafeIsReportedAndEvaluated() {
        // given: stap 1, signaleren en de situatie in kaart brengen
        CaseStory mapped = given(
                        meldcode(),
                        signal().but("about", About.INFORMAL_CAREGIVER),
                        signal().but("direction", Direction.CONTRADICTS))
                .thenOpenInAll("OB-CHILDCHECK", "OB-CARECHECK", "OB-CONSULT")
                .and(childCheck(), careCheck().but("caregiverLoad", CaregiverLoad.OVERLOADED), networkMap());

        // when: stap 2 overleggen, stap 3 gesprek met de mantelzorger, stap 4 wegen
        CaseStory weighed = mapped.thenOpenInAll("OB-CONSULT")
                .and(consultation(ConsultedParty.ATTENTION_OFFICER))
                .thenOpenInAll("OB-CONVERSE")
                .and(conversation(ConversationParty.INFORMAL_CAREGIVER, YesNoPartly.NO))
                .thenOpenInAll("OB-ASSESS")
                .and(assessment(Answer.YES, Answer.NO, Answer.YES));

        // then: stap 5, eerste besluit: melden is verplicht; en altijd een veiligheidsplan
        weighed.thenOpenInAll("OB-DECIDE", "OB-REPORT", "OB-SAFETY-PLAN");
        weighed.when(decisions(false, true)).thenRefusedBy("DEC-1");
        CaseStory reported = weighed.and(decisions(true, false), melding(), safetyPlan()).thenOpenInAll("OB-SEEK-FEEDBACK");
        CaseStory answered = reported.and(acknowledgement(idOfEntry(11)), feedback(idOfEntry(11), FeedbackKind.TAKEN_UP));
        answered.thenOpenInAll();

        // and stap 6, evaluatie en nazorg
        answered.and(closure(ClosureGround.REPORTED)).thenOpenInAll("OB-EVALUATE").and(evaluation()).thenOpenInAll();
    }

    /** Movisie, hetzelfde schema, besluit 2: er kan hulp worden geboden, en de hulp leidt tot duurzame veiligheid. */
    @Test
    void derailedInformalCareThatHelpMakesSafeIsNotReported() {
        // given
        CaseStory weighed = given(
                        meldcode(),
                        signal(),
                        childCheck(),
                        consultation(ConsultedParty.SUPERVISOR),
                        conversation(ConversationParty.CLIENT, YesNoPartly.PARTLY),
                        helpIsPossible())
                .thenOpenInAll("OB-DECIDE", "OB-SAFETY-PLAN");
        weighed.when(decisions(false, false)).thenRefusedBy("DEC-2");

        // when
        CaseStory helped = weighed.and(decisions(false, true), safetyPlan())
                .thenOpenInAll("OB-HELP")
                .and(helpPlan())
                .thenOpenInAll("OB-HELP-EVALUATE");
        CaseStory partly = helped.and(helpEvaluation(idOfEntry(9), YesNoPartly.PARTLY).at("2026-03-20"))
                .thenOpenInAll("OB-HELP-EVALUATE");
        CaseStory safe = partly.and(helpEvaluation(idOfEntry(9), YesNoPartly.YES).at("2026-04-18")).thenOpenInAll();

        // then
        CaseStory completed =
                safe.and(helpIsPossible().but("helpLeadsToSafety", YesNoUnknown.YES).at("2026-04-19"));
        assertThat(((AssessmentMade) completed.newest()).outcome()).isEqualTo(AssessmentOutcome.HELP_COMPLETED);
        completed.thenOpenInAll()
                .and(closure(ClosureGround.HELP_SUCCEEDED).at("2026-04-20"))
                .thenNeverArose("OB-REPORT")
                .thenOpenInAll("OB-EVALUATE");
    }

    /** Movisie, hetzelfde schema: "Als de situatie niet verbetert en niet tot duurzame veiligheid leidt, dan meldt u alsnog". */
    @Test
    void helpThatDoesNotMakeItSafeEndsInAMelding() {
        // given
        CaseStory helped = given(
                meldcode(),
                signal(),
                childCheck(),
                consultation(ConsultedParty.SUPERVISOR),
                conversation(ConversationParty.CLIENT, YesNoPartly.PARTLY),
                helpIsPossible(),
                decisions(false, true),
                safetyPlan(),
                helpPlan());

        // when
        CaseStory failed = helped.and(helpEvaluation(idOfEntry(9), YesNoPartly.NO));

        // then
        failed.thenOpenInAll("OB-REPORT");
        failed.when(closure(ClosureGround.CLIENT_LEFT)).thenRefusedAsOpen("OB-REPORT");
        failed.and(melding().at("2026-03-09"), closure(ClosureGround.REPORTED)).thenOpenInAll("OB-SEEK-FEEDBACK", "OB-EVALUATE");
    }

    /** Meldcode, stappenplan: "Soms worden de vermoedens tijdens dit gesprek weggenomen. Dan zijn de volgende stappen […] niet nodig." */
    @Test
    void theMeldcodeStopsAfterTheConversationThatTakesTheSuspicionAway() {
        given(meldcode(), signal(), childCheck(), consultation(ConsultedParty.COLLEAGUE))
                .and(conversation(ConversationParty.CLIENT, YesNoPartly.YES))
                .thenOpenInAll()
                .and(closure(ClosureGround.SUSPICION_REMOVED))
                .thenOpenInAll();
    }

    /** Meldcode, stappenplan, stap 4: "Als uw antwoord op bovenstaande vragen ‘nee’ is, kunt u stoppen […]. Bespreek deze conclusie dan echter wel met de cliënt." */
    @Test
    void theMeldcodeStopsAfterTheWeighingThatFindsNoSuspicionAndTheClientHearsIt() {
        // given
        CaseStory nothing = given(
                        meldcode(),
                        signal(),
                        childCheck(),
                        consultation(ConsultedParty.COLLEAGUE),
                        conversation(ConversationParty.CLIENT, YesNoPartly.PARTLY))
                .and(noSuspicion().but("discussedWithClient", false).but("clientReaction", null));

        // then
        nothing.thenOpenInAll("OB-INFORM-CLOSE");
        nothing.and(conversation(ConversationParty.CLIENT, YesNoPartly.YES).at("2026-03-05"), closure(ClosureGround.NO_SUSPICION))
                .thenOpenInAll();
    }

    /** Meldcode, stappenplan: twijfel, dus advies van Veilig Thuis, dan opnieuw wegen en de twee besluiten. */
    @Test
    void whoDoubtsAsksVeiligThuisAndWeighsAgain() {
        // given
        CaseStory doubt = given(
                        meldcode(),
                        signal(),
                        childCheck(),
                        consultation(ConsultedParty.SUPERVISOR),
                        waiver(Waivable.CONVERSATION, WaiverGround.LOSS_OF_CONTACT),
                        inDoubt())
                .thenOpenInAll("OB-ADVICE");
        doubt.when(decisions(false, false)).thenRefusedBy("DEC-4");

        // when
        CaseStory weighedAgain =
                doubt.and(adviceOfVeiligThuis().at("2026-03-05"), acutelyUnsafe().at("2026-03-06T09:00"));

        // then
        weighedAgain.thenOpenInAll("OB-DECIDE", "OB-REPORT", "OB-SAFETY-PLAN");
        weighedAgain
                .and(decisions(true, false).at("2026-03-06T10:00"), melding(), safetyPlan(), closure(ClosureGround.REPORTED))
                .thenOpenInAll("OB-SEEK-FEEDBACK", "OB-EVALUATE");
    }

    /** Leidraad, stroomschema voor medewerkers: de signalen zijn niet helder, en na een gesprek met de aandachtsfunctionaris is er niets: "Blijf alert". */
    @Test
    void signalsThatProveToBeNothingEndWithStayingAlert() {
        // given
        CaseStory unclear = given(careRelation(), signal().but("perception", Perception.THOUGHT).but("about", About.STAFF));
        unclear.thenOpenInAll("OB-INTERNAL-REPORT");

        // when
        CaseStory clear = unclear.and(consultation(ConsultedParty.ATTENTION_OFFICER).but("concernsRemoved", true));

        // then
        clear.thenOpenInAll().and(closure(ClosureGround.SUSPICION_REMOVED)).thenOpenInAll();
    }

    /** Leidraad, hetzelfde stroomschema: stop meteen de misdraging, spreek de pleger aan, bespreek het, meld intern. */
    @Test
    void clearSignalsAreStoppedAddressedDiscussedAndReportedInside() {
        // when
        CaseStory reported = given(careRelation(), signal().but("about", About.STAFF))
                .and(safetyMeasure(SafetyMeasureKind.SEPARATION).at("2026-03-01T13:00"))
                .and(addressing().at("2026-03-01T14:00"))
                .and(consultation(ConsultedParty.ATTENTION_OFFICER))
                .thenOpenInAll("OB-INTERNAL-REPORT")
                .and(internalReport(AccusedKind.STAFF));

        // then
        reported.thenOpenInAll(
                "OB-CRIME-CHECK", "OB-SUPPORT", "OB-HEAR-CLIENT", "OB-HEAR-ACCUSED", "OB-INVESTIGATE");
    }

    /** Leidraad, stappenplan interventie, zes stappen: mogelijk strafbaar geweld, waarna de politie vrijgeeft en ontslag volgt. */
    @Test
    void violenceByAColleagueGoesFromSignalToAftercare() {
        // given: stap 1 signaleren, stap 2 intern melden; stoppen kan niet wachten
        CaseStory reported = given(careRelation(), signal().but("about", About.STAFF))
                .and(internalReport(AccusedKind.STAFF).but("noticeableConsequences", true))
                .and(safetyMeasure(SafetyMeasureKind.OFF_DUTY), silence(), crimeCheck(Answer.YES));
        reported.when(hearing()).thenRefusedBy("POL-1");
        reported.when(conversation(ConversationParty.CLIENT, YesNoPartly.NO)).thenRefusedBy("POL-4");

        // when: stap 3 en 4, zodra de politie vrijgeeft
        CaseStory judged = reported.and(
                        policeContact()
                                .but("kind", PoliceContactKind.CHARGES_FILED)
                                .but("clearsClientConversation", true)
                                .but("clearsHearing", true)
                                .but("clearsInvestigation", true),
                        conversation(ConversationParty.CLIENT, YesNoPartly.NO),
                        hearing(),
                        investigation(),
                        investigationResult())
                .and(judgement(Qualification.VIOLENCE_IN_CARE_RELATION));

        // then: stap 5, extern melden en maatregelen
        judged.thenOpenInAll(
                "OB-SUPPORT", "OB-INFORM-CLIENT", "OB-INFORM-OUTCOME", "OB-IGJ-VIOLENCE", "OB-AFTERCARE", "OB-LIFT-SILENCE");
        CaseStory dismissed = judged.and(
                        reportWithConfirmation(IGJCategory.VIOLENCE), sanction(SanctionKind.SUMMARY_DISMISSAL))
                .thenOpenInAll(
                        "OB-SUPPORT", "OB-INFORM-CLIENT", "OB-INFORM-OUTCOME", "OB-DISMISSAL-FACTS", "OB-AFTERCARE", "OB-LIFT-SILENCE")
                .and(dismissal(), reportWithConfirmation(IGJCategory.DISMISSAL), silenceLifted(idOfEntry(5)));

        // and stap 6, communiceren, nazorg en evalueren
        CaseStory cared = dismissed
                .and(aftercare(AftercareFor.CLIENT_AND_FAMILY), aftercare(AftercareFor.UNIT), aftercare(AftercareFor.ACCUSED))
                .and(announcement(Audience.CLIENT), announcement(Audience.REPORTER), announcement(Audience.ACCUSED))
                .thenOpenInAll("OB-INFORM-OUTCOME")
                .and(announcement(Audience.TEAM))
                .thenOpenInAll();
        cared.and(closure(ClosureGround.HANDLED)).thenOpenInAll("OB-EVALUATE").and(evaluation()).thenOpenInAll();
        assertThat(cared.deadlines("2026-03-12")).extracting(d -> d.state()).containsOnly(TermState.MET);
    }

    /** Leidraad, stap 5: een calamiteit met dodelijke afloop in de ouderenzorg; de inspectie vraagt een onderzoek. */
    @Test
    void aCalamityWithADeathIsInvestigatedUnderAnOutsiderAndToldToTheInspectorate() {
        // given
        CaseStory reported = given(careRelation(), internalReport(AccusedKind.NONE).but("clientDied", true))
                .and(safetyMeasure(SafetyMeasureKind.NONE_NEEDED), crimeCheck(Answer.NO));
        reported.thenOpenInAll("OB-SUPPORT", "OB-HEAR-CLIENT", "OB-EXTERNAL-CHAIR", "OB-INVESTIGATE");
        reported.when(investigation()).thenRefusedBy("INV-1");

        // when
        CaseStory asked = reported.and(
                conversation(ConversationParty.REPRESENTATIVE, YesNoPartly.NO),
                investigation().but("externalChair", true),
                judgement(Qualification.CALAMITY).but("fatal", true),
                reportWithConfirmation(IGJCategory.CALAMITY),
                igjResponse(IGJResponseKind.INVESTIGATION_REQUESTED));

        // then
        asked.when(closure(ClosureGround.HANDLED)).thenRefusedAsOpen("OB-IGJ-INVESTIGATION");
        assertThat(asked.obligation("OB-IGJ-INVESTIGATION").dueOn()).isEqualTo(LocalDate.parse("2026-05-06"));
        CaseStory extended = asked.and(igjExtensionRequest(), igjResponse(IGJResponseKind.EXTENSION_GRANTED).at("2026-03-12"));
        assertThat(extended.obligation("OB-IGJ-INVESTIGATION").dueOn()).isEqualTo(LocalDate.parse("2026-06-01"));
        extended.and(igjInvestigationReport(), closure(ClosureGround.HANDLED).at("2026-03-14"));
    }

    /** Leidraad, stap 4 en 6: iemand is onterecht als pleger aangewezen. */
    @Test
    void whoWasWronglyAccusedIsClearedAndCaredFor() {
        // given
        CaseStory reported = given(careRelation(), internalReport(AccusedKind.VOLUNTEER).but("accusedUser", "somebody"))
                .and(safetyMeasure(SafetyMeasureKind.SUPERVISION), crimeCheck(Answer.NO))
                .and(conversation(ConversationParty.CLIENT, YesNoPartly.YES), hearing());

        // when
        CaseStory unfounded = reported.and(judgement(Qualification.UNFOUNDED));

        // then
        unfounded.thenOpenInAll("OB-SUPPORT", "OB-INFORM-OUTCOME", "OB-AFTERCARE");
        unfounded.when(sanction(SanctionKind.WARNING)).thenRefusedBy("SAN-1");
        unfounded
                .and(aftercare(AftercareFor.CLIENT_AND_FAMILY), aftercare(AftercareFor.UNIT), aftercare(AftercareFor.ACCUSED))
                .thenOpenInAll("OB-INFORM-OUTCOME", "OB-AFTERCARE")
                .and(aftercare(AftercareFor.WRONGLY_ACCUSED).but("needed", false))
                .thenOpenInAll("OB-INFORM-OUTCOME")
                .and(closure(ClosureGround.UNFOUNDED))
                .thenOpenInAll("OB-INFORM-OUTCOME", "OB-EVALUATE");
    }

    /** Leidraad, stap 4: "In geval van mogelijk strafbaar gedrag wordt dit gesprek overgelaten aan de politie." */
    @Test
    void thePoliceTakeOverTheHearing() {
        // given
        CaseStory suspected = given(careRelation(), internalReport(AccusedKind.UNKNOWN))
                .and(safetyMeasure(SafetyMeasureKind.OFF_DUTY), crimeCheck(Answer.DOUBT))
                .thenOpenInAll("OB-POLICE", "OB-SUPPORT", "OB-HEAR-CLIENT", "OB-HEAR-ACCUSED", "OB-INVESTIGATE");
        suspected.when(hearingWaiver(HearingWaiverGround.POLICE_TAKES_OVER)).thenRefusedBy("POL-5");

        // then
        suspected.and(policeContact(), hearingWaiver(HearingWaiverGround.POLICE_TAKES_OVER))
                .thenOpenInAll("OB-SUPPORT", "OB-HEAR-CLIENT", "OB-INVESTIGATE");
    }
}
