package nl.meldspoor.events.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.meldspoor.events.AccusedAddressed;
import nl.meldspoor.events.AccusedHeard;
import nl.meldspoor.events.AftercareArranged;
import nl.meldspoor.events.AssessmentMade;
import nl.meldspoor.events.CapacityChecked;
import nl.meldspoor.events.CareCheckDone;
import nl.meldspoor.events.CaseClosed;
import nl.meldspoor.events.CaseErased;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.CaseHandedOver;
import nl.meldspoor.events.CaseOpened;
import nl.meldspoor.events.CaseReopened;
import nl.meldspoor.events.ChildCheckDone;
import nl.meldspoor.events.ConsultationHeld;
import nl.meldspoor.events.ConversationHeld;
import nl.meldspoor.events.ConversationWaived;
import nl.meldspoor.events.CrimeChecked;
import nl.meldspoor.events.DecisionsTaken;
import nl.meldspoor.events.DismissalAnnounced;
import nl.meldspoor.events.EmergencyCalled;
import nl.meldspoor.events.EntryCorrected;
import nl.meldspoor.events.EvaluationHeld;
import nl.meldspoor.events.HandoverAnswered;
import nl.meldspoor.events.HearingWaived;
import nl.meldspoor.events.HelpArranged;
import nl.meldspoor.events.HelpEvaluated;
import nl.meldspoor.events.IGJExtensionRequested;
import nl.meldspoor.events.IGJInvestigationReportSent;
import nl.meldspoor.events.IGJReportFiled;
import nl.meldspoor.events.IGJResponseReceived;
import nl.meldspoor.events.IGJSupplementSent;
import nl.meldspoor.events.ImprovementCompleted;
import nl.meldspoor.events.ImprovementPlanned;
import nl.meldspoor.events.InternalReportMade;
import nl.meldspoor.events.InvestigationCompleted;
import nl.meldspoor.events.InvestigationStarted;
import nl.meldspoor.events.InvestigatorAssigned;
import nl.meldspoor.events.JudgementMade;
import nl.meldspoor.events.LegalHoldImposed;
import nl.meldspoor.events.LegalHoldLifted;
import nl.meldspoor.events.MeldingAcknowledged;
import nl.meldspoor.events.MeldingMade;
import nl.meldspoor.events.NetworkMapped;
import nl.meldspoor.events.PersonErased;
import nl.meldspoor.events.PoliceContacted;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.SafetyMeasureTaken;
import nl.meldspoor.events.SafetyPlanMade;
import nl.meldspoor.events.SanctionImposed;
import nl.meldspoor.events.SignalRecorded;
import nl.meldspoor.events.SilenceImposed;
import nl.meldspoor.events.SilenceLifted;
import nl.meldspoor.events.SituationCommunicated;
import nl.meldspoor.events.TermsRecomputed;
import nl.meldspoor.events.VeiligThuisFeedbackReceived;
import nl.meldspoor.events.Waivable;

/** The six steps of a route. They guide: nothing here refuses, and no step waits for another. */
public final class Steps {

    private static final List<String> MELDCODE =
            List.of("SIGNALS", "CONSULTATION", "CONVERSATION", "ASSESSMENT", "DECISIONS", "EVALUATION");
    private static final List<String> CARE_RELATION = List.of(
            "SIGNALS",
            "INTERNAL_REPORT",
            "CLIENT_CONVERSATION",
            "HEARING_AND_INVESTIGATION",
            "STOP_AND_REPORT",
            "AFTERCARE_AND_EVALUATION");

    private Steps() {}

    /** Names of the steps 1 to 6. */
    public static List<String> names(Route route) {
        return switch (route) {
            case MELDCODE -> MELDCODE;
            case CARE_RELATION -> CARE_RELATION;
        };
    }

    public static List<Step> of(CaseHistory history) {
        List<OpenOrMet> open = Obligations.open(history);
        return IntStream.rangeClosed(1, 6).mapToObj(n -> step(n, history, open)).toList();
    }

    private static Step step(int number, CaseHistory history, List<OpenOrMet> open) {
        List<String> missing = new ArrayList<>();
        open.stream()
                .filter(o -> o.obligation().steps().contains(number))
                .map(OpenOrMet::id)
                .forEach(missing::add);
        List<Requirement.Standing> requirements = Completeness.of(history, number);
        requirements.stream()
                .filter(r -> r.state() == Requirement.State.MISSING)
                .map(Requirement.Standing::id)
                .forEach(missing::add);
        boolean started = history.counting().stream()
                .anyMatch(e -> stepOf(e.data(), history.route()).equals(Optional.of(number)));
        StepState state = !started
                ? StepState.NOT_STARTED
                : missing.isEmpty() ? StepState.COMPLETE : StepState.RECORDED;
        return new Step(number, names(history.route()).get(number - 1), state, missing, requirements);
    }

    /** The step an entry belongs to; opening and closing belong to none. */
    public static Optional<Integer> stepOf(CaseEvent event, Route route) {
        boolean meldcode = route == Route.MELDCODE;
        return switch (event) {
            case CaseOpened e -> Optional.empty();
            case SignalRecorded e -> Optional.of(1);
            case ConsultationHeld e -> Optional.of(2);
            case ConversationHeld e -> Optional.of(3);
            case ConversationWaived e -> Optional.of(meldcode && e.waives() == Waivable.MELDING_ANNOUNCEMENT ? 5 : 3);
            case AssessmentMade e -> Optional.of(4);
            case DecisionsTaken e -> Optional.of(5);
            case MeldingMade e -> Optional.of(5);
            case MeldingAcknowledged e -> Optional.of(5);
            case VeiligThuisFeedbackReceived e -> Optional.of(5);
            case InternalReportMade e -> Optional.of(2);
            case SafetyMeasureTaken e -> Optional.of(5);
            case AccusedHeard e -> Optional.of(4);
            case HearingWaived e -> Optional.of(4);
            case JudgementMade e -> Optional.of(4);
            case IGJReportFiled e -> Optional.of(5);
            case CaseClosed e -> Optional.empty();
            case CaseReopened e -> Optional.empty();
            case EntryCorrected e -> Optional.empty();
            case CaseHandedOver e -> Optional.empty();
            case HandoverAnswered e -> Optional.empty();
            case EmergencyCalled e -> Optional.of(meldcode ? 1 : 5);
            case PoliceContacted e -> Optional.of(5);
            case EvaluationHeld e -> Optional.of(6);
            case ImprovementPlanned e -> Optional.of(6);
            case ImprovementCompleted e -> Optional.of(6);
            case ChildCheckDone e -> Optional.of(1);
            case CareCheckDone e -> Optional.of(1);
            case NetworkMapped e -> Optional.of(1);
            case CapacityChecked e -> Optional.of(3);
            case SafetyPlanMade e -> Optional.of(5);
            case HelpArranged e -> Optional.of(5);
            case HelpEvaluated e -> Optional.of(5);
            case SilenceImposed e -> Optional.of(2);
            case SilenceLifted e -> Optional.of(2);
            case AccusedAddressed e -> Optional.of(1);
            case CrimeChecked e -> Optional.of(2);
            case InvestigatorAssigned e -> Optional.of(4);
            case InvestigationStarted e -> Optional.of(4);
            case InvestigationCompleted e -> Optional.of(4);
            case DismissalAnnounced e -> Optional.of(5);
            case IGJResponseReceived e -> Optional.of(5);
            case IGJSupplementSent e -> Optional.of(5);
            case IGJExtensionRequested e -> Optional.of(5);
            case IGJInvestigationReportSent e -> Optional.of(5);
            case SanctionImposed e -> Optional.of(5);
            case AftercareArranged e -> Optional.of(6);
            case SituationCommunicated e -> Optional.of(6);
            case CaseErased e -> Optional.empty();
            case PersonErased e -> Optional.empty();
            case LegalHoldImposed e -> Optional.empty();
            case LegalHoldLifted e -> Optional.empty();
            case TermsRecomputed e -> Optional.empty();
        };
    }
}
