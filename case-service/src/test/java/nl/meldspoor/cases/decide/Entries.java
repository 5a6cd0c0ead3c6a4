package nl.meldspoor.cases.decide;

import static nl.meldspoor.cases.decide.Draft.moment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meldspoor.events.About;
import nl.meldspoor.events.AccusedAddressed;
import nl.meldspoor.events.AccusedHeard;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.AftercareArranged;
import nl.meldspoor.events.AftercareFor;
import nl.meldspoor.events.AnnouncementSubject;
import nl.meldspoor.events.Answer;
import nl.meldspoor.events.AssessmentMade;
import nl.meldspoor.events.Audience;
import nl.meldspoor.events.CapacityChecked;
import nl.meldspoor.events.CareCheckDone;
import nl.meldspoor.events.CaregiverLoad;
import nl.meldspoor.events.CaseClosed;
import nl.meldspoor.events.CaseErased;
import nl.meldspoor.events.CaseHandedOver;
import nl.meldspoor.events.CaseOpened;
import nl.meldspoor.events.CaseReopened;
import nl.meldspoor.events.ChildCheckDone;
import nl.meldspoor.events.ClientIdentity;
import nl.meldspoor.events.ClientRole;
import nl.meldspoor.events.ClosureGround;
import nl.meldspoor.events.Consent;
import nl.meldspoor.events.ConsultationHeld;
import nl.meldspoor.events.ConsultedParty;
import nl.meldspoor.events.ConversationHeld;
import nl.meldspoor.events.ConversationParty;
import nl.meldspoor.events.ConversationWaived;
import nl.meldspoor.events.CrimeChecked;
import nl.meldspoor.events.DecisionsTaken;
import nl.meldspoor.events.Direction;
import nl.meldspoor.events.DismissalAnnounced;
import nl.meldspoor.events.DismissalInitiative;
import nl.meldspoor.events.DismissedPerson;
import nl.meldspoor.events.EmergencyCalled;
import nl.meldspoor.events.EntryCorrected;
import nl.meldspoor.events.ErasablePerson;
import nl.meldspoor.events.EvaluationHeld;
import nl.meldspoor.events.FeedbackKind;
import nl.meldspoor.events.Form;
import nl.meldspoor.events.Framework;
import nl.meldspoor.events.HandoverAnswer;
import nl.meldspoor.events.HandoverAnswered;
import nl.meldspoor.events.HearingWaived;
import nl.meldspoor.events.HearingWaiverGround;
import nl.meldspoor.events.HelpArranged;
import nl.meldspoor.events.HelpEvaluated;
import nl.meldspoor.events.HelpKind;
import nl.meldspoor.events.IGJAuthority;
import nl.meldspoor.events.IGJCategory;
import nl.meldspoor.events.IGJExtensionRequested;
import nl.meldspoor.events.IGJInvestigationReportSent;
import nl.meldspoor.events.IGJReportFiled;
import nl.meldspoor.events.IGJResponseKind;
import nl.meldspoor.events.IGJResponseReceived;
import nl.meldspoor.events.IGJSupplementSent;
import nl.meldspoor.events.ImprovementCompleted;
import nl.meldspoor.events.ImprovementPlanned;
import nl.meldspoor.events.InternalReportMade;
import nl.meldspoor.events.InvestigationCompleted;
import nl.meldspoor.events.InvestigationMethod;
import nl.meldspoor.events.InvestigationStarted;
import nl.meldspoor.events.InvestigatorAssigned;
import nl.meldspoor.events.JudgementMade;
import nl.meldspoor.events.LegalFramework;
import nl.meldspoor.events.LegalHoldImposed;
import nl.meldspoor.events.LegalHoldLifted;
import nl.meldspoor.events.Level;
import nl.meldspoor.events.MeldingAcknowledged;
import nl.meldspoor.events.MeldingChannel;
import nl.meldspoor.events.MeldingMade;
import nl.meldspoor.events.MeldingPerson;
import nl.meldspoor.events.NetworkMapped;
import nl.meldspoor.events.NetworkMember;
import nl.meldspoor.events.Perception;
import nl.meldspoor.events.Person;
import nl.meldspoor.events.PersonErased;
import nl.meldspoor.events.PoliceContactKind;
import nl.meldspoor.events.PoliceContacted;
import nl.meldspoor.events.Qualification;
import nl.meldspoor.events.ReporterKind;
import nl.meldspoor.events.Representative;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.SafetyMeasureKind;
import nl.meldspoor.events.SafetyMeasureTaken;
import nl.meldspoor.events.SafetyPlanMade;
import nl.meldspoor.events.SanctionImposed;
import nl.meldspoor.events.SanctionKind;
import nl.meldspoor.events.Sector;
import nl.meldspoor.events.SignalRecorded;
import nl.meldspoor.events.SignalSource;
import nl.meldspoor.events.SilenceImposed;
import nl.meldspoor.events.SilenceLifted;
import nl.meldspoor.events.SilencedParty;
import nl.meldspoor.events.SituationCommunicated;
import nl.meldspoor.events.VeiligThuisFeedbackReceived;
import nl.meldspoor.events.Waivable;
import nl.meldspoor.events.WaiverGround;
import nl.meldspoor.events.YesNo;
import nl.meldspoor.events.YesNoPartly;
import nl.meldspoor.events.YesNoUnknown;

/**
 * Entries as they are filled in on an ordinary case. Their moments follow each other in March 2026, step after step, so that a test only
 * names a moment where it matters.
 */
public final class Entries {

    private static final Person SOMEBODY = new Person("N. Naam", "verpleegkundige");

    private Entries() {}

    /** The id that the entry with this sequence adds, such as a melding's. */
    public static UUID idOfEntry(long sequence) {
        return new UUID(7, sequence);
    }

    public static Draft meldcode() {
        return new Draft(new CaseOpened(
                Route.MELDCODE,
                new ClientIdentity("ECD-1", null, null),
                ClientRole.CARE_RECEIVER,
                Framework.VENVN,
                "nurse",
                "Team Oost",
                Sector.HOME_CARE,
                LegalFramework.WLZ,
                "noord",
                null,
                null, null, null));
    }

    public static Draft careRelation() {
        return new Draft(new CaseOpened(
                Route.CARE_RELATION,
                new ClientIdentity("ECD-2", null, null),
                ClientRole.CARE_RECEIVER,
                null,
                null,
                "Team Oost",
                Sector.VVT,
                LegalFramework.WLZ,
                null,
                null,
                null, null, null));
    }

    public static Draft signal() {
        return new Draft(new SignalRecorded(
                moment("2026-03-01"),
                Perception.SEEN,
                Direction.CONFIRMS,
                List.of(Form.NEGLECT),
                About.CARE_RECEIVER,
                "wat ik zag",
                null,
                null,
                SignalSource.OWN,
                null,
                false,
                null,
                null,
                null));
    }

    public static Draft disclosure() {
        return signal().but("perception", Perception.TOLD).but("disclosure", true);
    }

    public static Draft consultation(ConsultedParty with) {
        return new Draft(new ConsultationHeld(
                moment("2026-03-02"), with, "N. Naam", "functie", false, null, null, null, "afspraken", null, null));
    }

    public static Draft adviceOfVeiligThuis() {
        return consultation(ConsultedParty.VEILIG_THUIS).but("anonymous", true).but("advice", "het advies");
    }

    public static Draft conversation(ConversationParty with, YesNoPartly concernsRemoved) {
        return new Draft(new ConversationHeld(
                moment("2026-03-03"), with, "wie", "waarover", null, null, "reactie", "afspraken", concernsRemoved, true));
    }

    public static Draft waiver(Waivable waives, WaiverGround ground) {
        return new Draft(new ConversationWaived(waives, ground, LocalDate.parse("2026-03-03"), "waarom"));
    }

    public static Draft assessment(Answer suspicion, Answer acute, Answer structural) {
        return new Draft(new AssessmentMade(
                moment("2026-03-04"),
                suspicion,
                acute,
                structural,
                null,
                null,
                null,
                null,
                "risico",
                "ernst",
                "kans",
                null,
                null,
                "hoe ik hiertoe kwam",
                true,
                "reactie",
                null,
                null,
                null));
    }

    public static Draft acutelyUnsafe() {
        return assessment(Answer.YES, Answer.YES, Answer.NO);
    }

    public static Draft inDoubt() {
        return assessment(Answer.DOUBT, Answer.NO, Answer.NO);
    }

    public static Draft noSuspicion() {
        return assessment(Answer.NO, Answer.NO, Answer.NO);
    }

    public static Draft helpIsPossible() {
        return assessment(Answer.YES, Answer.NO, Answer.NO)
                .but("effectiveHelp", YesNo.YES)
                .but("helpAccepted", YesNo.YES)
                .but("helpLeadsToSafety", YesNoUnknown.UNKNOWN);
    }

    public static Draft decisions(boolean reportNecessary, boolean helpPossible) {
        return new Draft(new DecisionsTaken(
                moment("2026-03-05"),
                reportNecessary,
                "waarom",
                helpPossible,
                "waarom",
                helpPossible ? LocalDate.parse("2026-04-05") : null,
                SOMEBODY,
                null));
    }

    public static Draft melding() {
        return new Draft(new MeldingMade(
                moment("2026-03-06"),
                "noord",
                MeldingChannel.MELDSPOOR,
                null,
                null,
                null,
                "feiten",
                null,
                List.of(new MeldingPerson("victim", "N. Naam", null, null, null, null, null)),
                true,
                null,
                null,
                null,
                null,
                null,
                "afspraken",
                false,
                null,
                null, null));
    }

    public static Draft acknowledgement(UUID meldingId) {
        return new Draft(new MeldingAcknowledged(meldingId, moment("2026-03-07"), "VT-1", SOMEBODY, null));
    }

    public static Draft feedback(UUID meldingId, FeedbackKind kind) {
        return new Draft(new VeiligThuisFeedbackReceived(meldingId, moment("2026-03-09"), kind, "uitkomst", SOMEBODY, null));
    }

    public static Draft internalReport(AccusedKind accused) {
        return new Draft(new InternalReportMade(
                moment("2026-03-02"),
                moment("2026-03-01"),
                ReporterKind.STAFF,
                false,
                "N. Naam",
                SOMEBODY,
                "de-linde-report-team",
                accused,
                null,
                null,
                true,
                Consent.GIVEN,
                null,
                null,
                null,
                "feiten",
                null,
                null,
                null));
    }

    public static Draft safetyMeasure(SafetyMeasureKind kind) {
        return new Draft(new SafetyMeasureTaken(moment("2026-03-02T13:00"), kind, "wat is gedaan"));
    }

    public static Draft hearing() {
        return new Draft(new AccusedHeard(
                moment("2026-03-04"), List.of(SOMEBODY, SOMEBODY), true, "zijn kant", null, null, "afspraken", null));
    }

    public static Draft hearingWaiver(HearingWaiverGround ground) {
        return new Draft(new HearingWaived(LocalDate.parse("2026-03-04"), ground, "waarom"));
    }

    public static Draft judgement(Qualification qualification) {
        return new Draft(new JudgementMade(
                moment("2026-03-06"),
                qualification,
                Level.MEDIUM,
                Level.LOW,
                false,
                false,
                null,
                null,
                "overwegingen",
                null,
                null,
                null));
    }

    public static Draft igjReport(IGJCategory category) {
        return new Draft(new IGJReportFiled(
                moment("2026-03-09"),
                category,
                IGJAuthority.IGJ,
                null,
                SOMEBODY,
                null,
                null,
                null,
                null,
                null,
                "inhoud",
                null,
                null));
    }

    public static Draft closure(ClosureGround ground) {
        return new Draft(new CaseClosed(LocalDate.parse("2026-03-10"), ground, null, "waarom"));
    }

    public static Draft childCheck() {
        return new Draft(new ChildCheckDone(LocalDate.parse("2026-03-01"), false, null, null, null, null));
    }

    public static Draft careCheck() {
        return new Draft(new CareCheckDone(LocalDate.parse("2026-03-01"), true, CaregiverLoad.BALANCED, null));
    }

    public static Draft emergencyCall() {
        return new Draft(new EmergencyCalled(moment("2026-03-04T13:00"), "112"));
    }

    public static Draft safetyPlan() {
        return new Draft(new SafetyPlanMade(LocalDate.parse("2026-03-07"), "maatregelen", null));
    }

    public static Draft helpPlan() {
        return new Draft(new HelpArranged(
                LocalDate.parse("2026-03-06"),
                HelpKind.HOME_CARE,
                "welke hulp",
                "wie",
                "afspraken",
                LocalDate.parse("2026-03-20"),
                null,
                null));
    }

    public static Draft helpEvaluation(UUID helpId, YesNoPartly safetyRestored) {
        return new Draft(new HelpEvaluated(
                helpId,
                LocalDate.parse("2026-03-08"),
                safetyRestored,
                "bevindingen",
                safetyRestored == YesNoPartly.PARTLY ? LocalDate.parse("2026-04-20") : null,
                null));
    }

    public static Draft evaluation() {
        return new Draft(new EvaluationHeld(LocalDate.parse("2026-03-12"), "bevindingen", "wie"));
    }

    public static Draft improvement() {
        return new Draft(new ImprovementPlanned("maatregel", "wie", LocalDate.parse("2027-01-04"), null, null));
    }

    public static Draft improvementCompleted(UUID improvementId) {
        return new Draft(new ImprovementCompleted(improvementId, LocalDate.parse("2026-03-12"), "resultaat"));
    }

    public static Draft reopening() {
        return new Draft(new CaseReopened("waarom"));
    }

    /** @param years for how long such a case is kept */
    public static Draft erasure(String reason, int years) {
        return new Draft(new CaseErased(reason, years, null, null));
    }

    public static Draft personErasure(ErasablePerson person) {
        return new Draft(new PersonErased(person, "waarom"));
    }

    public static Draft legalHold() {
        return new Draft(new LegalHoldImposed("waarom", null));
    }

    public static Draft legalHoldLifted(UUID holdId) {
        return new Draft(new LegalHoldLifted(holdId, "waarom"));
    }

    /** Replacement null: the entry is taken back. */
    public static Draft correction(long corrects, Draft replacement) {
        return new Draft(new EntryCorrected(
                (int) corrects, "waarom", replacement == null ? null : replacement.entry(), null));
    }

    /** Offered to a user, or to somebody who is none. */
    public static Draft handover(String toUser) {
        return new Draft(new CaseHandedOver(SOMEBODY, toUser, "waarom", null, null, null));
    }

    public static Draft handoverAnswer(UUID handoverId, HandoverAnswer answer) {
        return new Draft(new HandoverAnswered(
                handoverId, answer, answer == HandoverAnswer.REFUSED ? "waarom niet" : null));
    }

    public static Draft crimeCheck(Answer suspected) {
        return new Draft(new CrimeChecked(moment("2026-03-02T14:00"), suspected, null, "waarom"));
    }

    /** Clears nothing by itself. */
    public static Draft policeContact() {
        return new Draft(new PoliceContacted(
                moment("2026-03-02T15:00"),
                PoliceContactKind.CONSULTED,
                SOMEBODY,
                "advies",
                false,
                false,
                false,
                false,
                null));
    }

    public static Draft addressing() {
        return new Draft(new AccusedAddressed(moment("2026-03-03"), "wie", "reactie"));
    }

    public static Draft silence() {
        return new Draft(new SilenceImposed(
                LocalDate.parse("2026-03-02"), SilencedParty.TEAM, LocalDate.parse("2026-03-16"), "met wie", null, null));
    }

    public static Draft silenceLifted(UUID silenceId) {
        return new Draft(new SilenceLifted(silenceId, LocalDate.parse("2026-03-09")));
    }

    public static Draft investigation() {
        return new Draft(new InvestigationStarted(
                LocalDate.parse("2026-03-03"), InvestigationMethod.PRISMA, SOMEBODY, false, "vraag"));
    }

    public static Draft assignment(String user) {
        return new Draft(new InvestigatorAssigned(LocalDate.parse("2026-03-03"), user, SOMEBODY, null));
    }

    public static Draft sanction(SanctionKind kind) {
        return new Draft(new SanctionImposed(LocalDate.parse("2026-03-07"), kind, "waarom"));
    }

    /** For dysfunction, of a care professional. */
    public static Draft dismissal() {
        return new Draft(new DismissalAnnounced(
                moment("2026-03-06"),
                DismissalInitiative.ORGANISATION,
                true,
                true,
                new DismissedPerson("N. Naam", "verzorgende", null),
                "waarom",
                true,
                null));
    }

    public static Draft igjResponse(IGJResponseKind kind) {
        return new Draft(new IGJResponseReceived(
                moment("2026-03-10"),
                kind,
                kind == IGJResponseKind.EXTENSION_GRANTED ? LocalDate.parse("2026-06-01") : null,
                "inhoud",
                null));
    }

    public static Draft igjSupplement() {
        return new Draft(new IGJSupplementSent(moment("2026-03-12"), "inhoud"));
    }

    public static Draft igjInvestigationReport() {
        return new Draft(new IGJInvestigationReportSent(moment("2026-03-13"), "inhoud"));
    }

    public static Draft aftercare(AftercareFor whom) {
        return new Draft(new AftercareArranged(LocalDate.parse("2026-03-08"), whom, true, "wat", "wie"));
    }

    public static Draft announcement(Audience audience) {
        return new Draft(new SituationCommunicated(
                moment("2026-03-08"), audience, AnnouncementSubject.OUTCOME, "boodschap"));
    }

    public static Draft networkMap() {
        return new Draft(new NetworkMapped(
                LocalDate.parse("2026-03-01"),
                ClientRole.CARE_RECEIVER,
                List.of(new NetworkMember("N. Naam", "nicht", List.of("boodschappen")))));
    }

    public static Draft capacityCheck(YesNoPartly capable) {
        return new Draft(new CapacityChecked(LocalDate.parse("2026-03-02"), capable, SOMEBODY, Representative.MENTOR));
    }

    public static Draft investigationResult() {
        return new Draft(new InvestigationCompleted(
                LocalDate.parse("2026-03-05"), "bevindingen", "oorzaken", "hoe betrokken", "VOG gezien"));
    }

    public static Draft igjExtensionRequest() {
        return new Draft(new IGJExtensionRequested(moment("2026-03-11"), "waarom"));
    }
}
