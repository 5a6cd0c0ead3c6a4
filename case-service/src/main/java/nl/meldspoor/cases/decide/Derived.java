package nl.meldspoor.cases.decide;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.meldspoor.cases.decide.outcomes.Reportability;
import nl.meldspoor.cases.decide.outcomes.Weighing;
import nl.meldspoor.cases.decide.retention.Retention;
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
import nl.meldspoor.events.ClientIdentity;
import nl.meldspoor.events.ConsultationHeld;
import nl.meldspoor.events.ConversationHeld;
import nl.meldspoor.events.ConversationWaived;
import nl.meldspoor.events.CrimeChecked;
import nl.meldspoor.events.DecisionsTaken;
import nl.meldspoor.events.DismissalAnnounced;
import nl.meldspoor.events.EmergencyCalled;
import nl.meldspoor.events.EntryCorrected;
import nl.meldspoor.events.ErasureGround;
import nl.meldspoor.events.EvaluationHeld;
import nl.meldspoor.events.EventShape;
import nl.meldspoor.events.FeedbackKind;
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
import nl.meldspoor.events.PoliceContactKind;
import nl.meldspoor.events.PoliceContacted;
import nl.meldspoor.events.Qualification;
import nl.meldspoor.events.SafetyMeasureTaken;
import nl.meldspoor.events.SafetyPlanMade;
import nl.meldspoor.events.SanctionImposed;
import nl.meldspoor.events.SignalRecorded;
import nl.meldspoor.events.SilenceImposed;
import nl.meldspoor.events.SilenceLifted;
import nl.meldspoor.events.SituationCommunicated;
import nl.meldspoor.events.TermFact;
import nl.meldspoor.events.TermsRecomputed;
import nl.meldspoor.events.VeiligThuisFeedbackReceived;
import nl.meldspoor.events.frameworks.Frameworks;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Deadlines;
import nl.meldspoor.events.history.Entry;
import nl.meldspoor.events.history.Handovers;
import nl.meldspoor.terms.AmsterdamDay;
import nl.meldspoor.terms.DutchCalendar;
import nl.meldspoor.terms.Term;
import nl.meldspoor.terms.TermKind;
import nl.meldspoor.terms.Terms;

/** Fills in what an accepted entry adds of itself: outcomes, receipts, terms, ids and keyed hashes. */
final class Derived {

    private Derived() {}

    static CaseEvent opening(Command command) {
        CaseOpened opened = (CaseOpened) command.entry();
        List<String> excluded = opened.excludeUsers() == null
                ? null
                : opened.excludeUsers().stream().map(command.refs()::person).toList();
        Map<String, Object> members = new HashMap<>();
        members.put("excludedRefs", excluded);
        members.put("frameworkVersion", opened.framework() == null ? null : Frameworks.of(opened.framework()).version());
        members.put("clientMinor", minor(opened.client(), AmsterdamDay.of(command.now())));
        return with(opened, members);
    }

    /** Null where no birth date is known. */
    private static Boolean minor(ClientIdentity client, LocalDate today) {
        return client == null || client.birthDate() == null ? null : client.birthDate().plusYears(18).isAfter(today);
    }

    static CaseEvent members(CaseHistory history, Command command) {
        return switch (command.entry()) {
            case CaseOpened e -> throw new IllegalStateException("a case is opened once");
            case AssessmentMade e -> weighed(e, history);
            case MeldingMade e -> melded(e, command.newId(), history);
            case MeldingAcknowledged e -> with(e, "terms", computed(TermKind.VT_START, e.receivedAt(), history));
            case VeiligThuisFeedbackReceived e -> with(
                    e,
                    "terms",
                    e.kind() == FeedbackKind.INVESTIGATION_STARTED
                            ? computed(TermKind.VT_CONCLUDE, e.receivedAt(), history)
                            : null);
            case PoliceContacted e -> with(e, "terms", chargesMakeItReportable(e, history));
            case CaseHandedOver e -> handedOver(e, history, command);
            case ImprovementPlanned e -> planned(e, command);
            case EntryCorrected e -> Correcting.derived(e, history, command);
            case HelpArranged e -> helped(e, command.newId());
            case HelpEvaluated e -> with(
                    e, "terms", e.evaluateOn() == null ? null : named(TermKind.HELP_EVALUATE, e.evaluatedOn(), e.evaluateOn()));
            case SilenceImposed e -> silenced(e, command.newId());
            case InvestigatorAssigned e -> with(e, "userRef", command.refs().person(e.user()));
            case DismissalAnnounced e -> with(
                    e,
                    "terms",
                    Deadlines.isReportable(e, history) ? computed(TermKind.IGJ_REPORT, e.announcedAt(), history) : null);
            case IGJResponseReceived e -> with(e, "terms", answeredByIGJ(e, history));
            case InternalReportMade e -> reported(e, history, command.refs());
            case AccusedHeard e -> with(e, "interviewerCount", e.interviewers().size());
            case JudgementMade e -> judged(e, history);
            case IGJReportFiled e -> with(e, "confirmed", e.confirmation() != null);
            case ChildCheckDone e -> with(
                    e,
                    "assessmentNeeded",
                    ChildCheckDone.needsAssessment(e.temporaryCareAdequate(), e.clientCanProtect()));
            case SignalRecorded e -> e;
            case ConsultationHeld e -> e;
            case ConversationHeld e -> e;
            case ConversationWaived e -> e;
            case DecisionsTaken e -> e;
            case SafetyMeasureTaken e -> e;
            case HearingWaived e -> e;
            case CaseClosed e -> e;
            case CaseReopened e -> e;
            case EmergencyCalled e -> e;
            case HandoverAnswered e -> e;
            case EvaluationHeld e -> e;
            case ImprovementCompleted e -> e;
            case CareCheckDone e -> e;
            case NetworkMapped e -> e;
            case CapacityChecked e -> e;
            case SafetyPlanMade e -> e;
            case SilenceLifted e -> e;
            case AccusedAddressed e -> e;
            case CrimeChecked e -> e;
            case InvestigationStarted e -> e;
            case InvestigationCompleted e -> e;
            case IGJSupplementSent e -> e;
            case IGJExtensionRequested e -> e;
            case IGJInvestigationReportSent e -> e;
            case SanctionImposed e -> e;
            case AftercareArranged e -> e;
            case SituationCommunicated e -> e;
            case TermsRecomputed e -> throw new IllegalStateException("expected nobody to record " + command.type());
            case CaseErased e -> erased(e, history, command);
            case PersonErased e -> e;
            case LegalHoldImposed e -> with(e, "holdId", command.newId());
            case LegalHoldLifted e -> e;
        };
    }

    private static CaseEvent erased(CaseErased erasure, CaseHistory history, Command command) {
        Optional<LocalDate> endedOn = Retention.of(history).endsOn(erasure.retentionYears());
        Map<String, Object> members = new HashMap<>();
        members.put("retentionEndedOn", endedOn.orElse(null));
        members.put(
                "ground",
                Retention.isOver(endedOn, AmsterdamDay.of(command.now())) ? ErasureGround.RETENTION_ENDED : ErasureGround.REASON_GIVEN);
        return with(erasure, members);
    }

    private static CaseEvent weighed(AssessmentMade answers, CaseHistory history) {
        return switch (Weighing.of(answers, history)) {
            case Weighing.Weighed w -> {
                Map<String, Object> members = new HashMap<>();
                members.put("outcome", w.outcome());
                members.put("norm", w.norm());
                members.put("receipt", w.receipt());
                yield with(answers, members);
            }
            case Weighing.Unanswered u -> throw new IllegalStateException("expected ASM-2 to refuse, but it did not");
            case Weighing.Contradiction c -> throw new IllegalStateException("expected ASM-2 to refuse, but it did not");
        };
    }

    private static CaseEvent reported(InternalReportMade report, CaseHistory history, Refs refs) {
        Map<String, Object> members = new HashMap<>();
        members.put("receivedByRef", report.receivedByUser() == null ? null : refs.person(report.receivedByUser()));
        members.put("accusedRef", report.accusedUser() == null ? null : refs.accused(report.accusedUser()));
        members.put("terms", determineTerm(report, history).map(List::of).orElse(null));
        return with(report, members);
    }

    /** The term runs from the earliest discovery: the first report carries it, and any later one that moves it forward. */
    private static Optional<TermFact> determineTerm(InternalReportMade report, CaseHistory history) {
        boolean earlier = Deadlines.determine(history)
                .map(known -> AmsterdamDay.of(report.discoveredAt()).isBefore(known.startedOn()))
                .orElse(true);
        return earlier ? term(TermKind.IGJ_DETERMINE, report.discoveredAt(), history) : Optional.empty();
    }

    private static CaseEvent judged(JudgementMade judgement, CaseHistory history) {
        boolean chargesFiled = history.chargesFiled();
        Reportability line = Reportability.of(judgement, chargesFiled);
        Map<String, Object> members = new HashMap<>();
        members.put("reportable", line.reportable());
        members.put("receipt", line.receiptFor(judgement, chargesFiled));
        members.put(
                "terms",
                line.reportable()
                        ? term(TermKind.IGJ_REPORT, judgement.determinedAt(), history).map(List::of).orElse(null)
                        : null);
        return with(judgement, members);
    }

    private static CaseEvent melded(MeldingMade melding, UUID id, CaseHistory history) {
        Map<String, Object> members = new HashMap<>();
        members.put("meldingId", id);
        members.put("terms", computed(TermKind.VT_START, melding.madeAt(), history));
        return with(melding, members);
    }

    /** Who gives away a case that he does not handle takes it over first: somebody is always responsible. */
    private static CaseEvent handedOver(CaseHandedOver handover, CaseHistory history, Command command) {
        Map<String, Object> members = new HashMap<>();
        members.put("handoverId", command.newId());
        members.put("toRef", handover.toUser() == null ? null : command.refs().person(handover.toUser()));
        members.put("reassigned", command.refs().acting().ref().equals(Handovers.handlerRef(history)) ? null : Boolean.TRUE);
        return with(handover, members);
    }

    private static CaseEvent planned(ImprovementPlanned improvement, Command command) {
        Map<String, Object> members = new HashMap<>();
        members.put("improvementId", command.newId());
        members.put("terms", named(TermKind.IMPROVE, AmsterdamDay.of(command.now()), improvement.dueOn()));
        return with(improvement, members);
    }

    private static CaseEvent helped(HelpArranged help, UUID id) {
        Map<String, Object> members = new HashMap<>();
        members.put("helpId", id);
        members.put("terms", named(TermKind.HELP_EVALUATE, help.arrangedOn(), help.evaluateOn()));
        return with(help, members);
    }

    private static CaseEvent silenced(SilenceImposed silence, UUID id) {
        Map<String, Object> members = new HashMap<>();
        members.put("silenceId", id);
        members.put("terms", named(TermKind.SILENCE_END, silence.imposedOn(), silence.expectedEndOn()));
        return with(silence, members);
    }

    /** Charges make violence between clients serious: judged without them, the term to report starts with them. */
    private static List<TermFact> chargesMakeItReportable(PoliceContacted contact, CaseHistory history) {
        boolean judgedLess = history.judgements().stream()
                .map(Entry::data)
                .anyMatch(j -> j.qualification() == Qualification.VIOLENCE_IN_CARE_RELATION
                        && !Boolean.TRUE.equals(j.reportable()));
        return contact.kind() == PoliceContactKind.CHARGES_FILED && judgedLess
                ? computed(TermKind.IGJ_REPORT, contact.contactedAt(), history)
                : null;
    }

    private static List<TermFact> answeredByIGJ(IGJResponseReceived response, CaseHistory history) {
        return switch (response.kind()) {
            case RECEIPT -> computed(TermKind.IGJ_REACTION, response.receivedAt(), history);
            case SUPPLEMENT_REQUESTED -> byIGJ(TermKind.IGJ_SUPPLEMENT, response, history);
            case INVESTIGATION_REQUESTED -> byIGJ(TermKind.IGJ_INVESTIGATION, response, history);
            case EXTENSION_GRANTED -> Deadlines.investigation(history)
                    .map(running -> List.of(moved(running, response.dueOn())))
                    .orElse(null);
            case OWN_INVESTIGATION, REACTION, DRAFT_REPORT, CLOSED -> null;
        };
    }

    /** The date IGJ names holds; the computed one stays to be seen in the explanation. */
    private static List<TermFact> byIGJ(TermKind kind, IGJResponseReceived response, CaseHistory history) {
        List<TermFact> computed = computed(kind, response.receivedAt(), history);
        return computed == null || response.dueOn() == null
                ? computed
                : List.of(moved(computed.getFirst(), response.dueOn()));
    }

    private static TermFact moved(TermFact term, LocalDate dueOn) {
        return new TermFact(term.kind(), term.startedOn(), dueOn, dueOn, dueOn, term.calendarVersion());
    }

    private static List<TermFact> computed(TermKind kind, Instant from, CaseHistory history) {
        return term(kind, from, history).map(List::of).orElse(null);
    }

    /** Null where no calendar reaches: such a date is from another century. */
    private static List<TermFact> named(TermKind kind, LocalDate from, LocalDate dueOn) {
        return Terms.canStartOn(from)
                ? List.of(new TermFact(
                        kind.id(), from, dueOn, dueOn, dueOn, DutchCalendar.current().version()))
                : null;
    }

    /** None when it started before the calendar does: such a term ended in another century. */
    private static Optional<TermFact> term(TermKind kind, Instant from, CaseHistory history) {
        if (!Terms.canStartOn(AmsterdamDay.of(from))) {
            return Optional.empty();
        }
        Term term = Terms.compute(kind, AmsterdamDay.of(from), Deadlines.application(history));
        return Optional.of(new TermFact(
                kind.id(), term.startedOn(), term.dueOn(), term.latestOn(), term.targetOn(), term.calendarVersion()));
    }

    private static <E extends Record & CaseEvent> CaseEvent with(E entry, String member, Object value) {
        Map<String, Object> members = new HashMap<>();
        members.put(member, value);
        return with(entry, members);
    }

    private static <E extends Record & CaseEvent> CaseEvent with(E entry, Map<String, Object> members) {
        return EventShape.of(entry.getClass()).with(entry, members);
    }
}
