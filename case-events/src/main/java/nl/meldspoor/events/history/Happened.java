package nl.meldspoor.events.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
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
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.SafetyMeasureTaken;
import nl.meldspoor.events.SafetyPlanMade;
import nl.meldspoor.events.SanctionImposed;
import nl.meldspoor.events.SignalRecorded;
import nl.meldspoor.events.SilenceImposed;
import nl.meldspoor.events.SilenceLifted;
import nl.meldspoor.events.SituationCommunicated;
import nl.meldspoor.events.TermsRecomputed;
import nl.meldspoor.events.VeiligThuisFeedbackReceived;
import nl.meldspoor.terms.AmsterdamDay;

/**
 * When something happened: a moment, or only an Amsterdam day. Every "before" and "after" of a rule is asked here, never of the order
 * of recording. Two moments compare exactly; as soon as one side is only a day, the days compare, and on the same day neither is before
 * nor after the other.
 *
 * @param day the Amsterdam day
 * @param moment the moment, or null when only the day is known
 */
public record Happened(LocalDate day, Instant moment) {

    /**
     * An order in which nothing that is later by {@link #isAfter} comes first. A bare day goes to the end of its day: whatever is not
     * before some entry is then not before the last one in this order, so that one look at the last entry is enough.
     */
    public static final Comparator<Happened> LATEST_LAST =
            Comparator.comparing(Happened::day).thenComparing(h -> h.moment == null ? Instant.MAX : h.moment);

    public Happened {
        if (moment != null && !AmsterdamDay.of(moment).equals(day)) {
            throw new IllegalArgumentException("expected the Amsterdam day of " + moment + ", but was " + day);
        }
    }

    public static Happened at(Instant moment) {
        return new Happened(AmsterdamDay.of(moment), moment);
    }

    public static Happened on(LocalDate day) {
        return new Happened(day, null);
    }

    public static Happened of(RecordedEvent event) {
        return of(event.data(), event.recordedAt());
    }

    /** @param recordedAt stands in where an entry has no moment of its own */
    public static Happened of(CaseEvent event, Instant recordedAt) {
        return switch (event) {
            case CaseOpened e -> at(recordedAt);
            case SignalRecorded e -> at(e.observedAt());
            case ConsultationHeld e -> at(e.heldAt());
            case ConversationHeld e -> at(e.heldAt());
            case ConversationWaived e -> on(e.waivedOn());
            case AssessmentMade e -> at(e.assessedAt());
            case DecisionsTaken e -> at(e.decidedAt());
            case MeldingMade e -> at(e.madeAt());
            case MeldingAcknowledged e -> at(e.receivedAt());
            case VeiligThuisFeedbackReceived e -> at(e.receivedAt());
            case InternalReportMade e -> at(e.reportedAt());
            case SafetyMeasureTaken e -> at(e.takenAt());
            case AccusedHeard e -> at(e.heldAt());
            case HearingWaived e -> on(e.waivedOn());
            case JudgementMade e -> at(e.determinedAt());
            case IGJReportFiled e -> at(e.filedAt());
            case CaseClosed e -> on(e.closedOn());
            case EmergencyCalled e -> at(e.calledAt());
            case PoliceContacted e -> at(e.contactedAt());
            case CaseHandedOver e -> at(recordedAt);
            case HandoverAnswered e -> at(recordedAt);
            case EvaluationHeld e -> on(e.heldOn());
            case ImprovementPlanned e -> at(recordedAt);
            case ImprovementCompleted e -> on(e.completedOn());
            case CaseReopened e -> at(recordedAt);
            case EntryCorrected e -> at(recordedAt);
            case ChildCheckDone e -> on(e.checkedOn());
            case CareCheckDone e -> on(e.checkedOn());
            case NetworkMapped e -> on(e.mappedOn());
            case CapacityChecked e -> on(e.checkedOn());
            case SafetyPlanMade e -> on(e.madeOn());
            case HelpArranged e -> on(e.arrangedOn());
            case HelpEvaluated e -> on(e.evaluatedOn());
            case SilenceImposed e -> on(e.imposedOn());
            case SilenceLifted e -> on(e.liftedOn());
            case AccusedAddressed e -> at(e.addressedAt());
            case CrimeChecked e -> at(e.checkedAt());
            case InvestigatorAssigned e -> on(e.assignedOn());
            case InvestigationStarted e -> on(e.startedOn());
            case InvestigationCompleted e -> on(e.completedOn());
            case DismissalAnnounced e -> at(e.announcedAt());
            case IGJResponseReceived e -> at(e.receivedAt());
            case IGJSupplementSent e -> at(e.sentAt());
            case IGJExtensionRequested e -> at(e.requestedAt());
            case IGJInvestigationReportSent e -> at(e.sentAt());
            case SanctionImposed e -> on(e.imposedOn());
            case AftercareArranged e -> on(e.arrangedOn());
            case SituationCommunicated e -> at(e.communicatedAt());
            case CaseErased e -> at(recordedAt);
            case PersonErased e -> at(recordedAt);
            case LegalHoldImposed e -> at(recordedAt);
            case LegalHoldLifted e -> at(recordedAt);
            case TermsRecomputed e -> at(recordedAt);
        };
    }

    public boolean isBefore(Happened other) {
        return moment == null || other.moment == null ? day.isBefore(other.day) : moment.isBefore(other.moment);
    }

    public boolean isAfter(Happened other) {
        return other.isBefore(this);
    }

    /** The moment that goes on record; a bare day counts from its Amsterdam midnight. */
    public Instant asMoment() {
        return moment != null ? moment : day.atStartOfDay(AmsterdamDay.ZONE).toInstant();
    }
}
