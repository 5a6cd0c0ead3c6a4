package nl.meldspoor.cases.decide;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.meldspoor.cases.decide.outcomes.Reportability;
import nl.meldspoor.cases.decide.outcomes.Weighing;
import nl.meldspoor.events.AccusedHeard;
import nl.meldspoor.events.AssessmentMade;
import nl.meldspoor.events.CaseClosed;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.CaseOpened;
import nl.meldspoor.events.ConsultationHeld;
import nl.meldspoor.events.ConversationHeld;
import nl.meldspoor.events.ConversationWaived;
import nl.meldspoor.events.DecisionsTaken;
import nl.meldspoor.events.EventShape;
import nl.meldspoor.events.HearingWaived;
import nl.meldspoor.events.IGJReportFiled;
import nl.meldspoor.events.InternalReportMade;
import nl.meldspoor.events.JudgementMade;
import nl.meldspoor.events.MeldingAcknowledged;
import nl.meldspoor.events.MeldingMade;
import nl.meldspoor.events.SafetyMeasureTaken;
import nl.meldspoor.events.SignalRecorded;
import nl.meldspoor.events.TermFact;
import nl.meldspoor.events.VeiligThuisFeedbackReceived;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Deadlines;
import nl.meldspoor.terms.AmsterdamDay;
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
        return with(opened, "excludedRefs", excluded);
    }

    static CaseEvent members(CaseHistory history, Command command) {
        return switch (command.entry()) {
            case CaseOpened e -> throw new IllegalStateException("a case is opened once");
            case AssessmentMade e -> weighed(e, history);
            case MeldingMade e -> with(e, "meldingId", command.newId());
            case InternalReportMade e -> reported(e, history, command.refs());
            case AccusedHeard e -> with(e, "interviewerCount", e.interviewers().size());
            case JudgementMade e -> judged(e, history);
            case IGJReportFiled e -> with(e, "confirmed", e.confirmation() != null);
            case SignalRecorded e -> e;
            case ConsultationHeld e -> e;
            case ConversationHeld e -> e;
            case ConversationWaived e -> e;
            case DecisionsTaken e -> e;
            case MeldingAcknowledged e -> e;
            case VeiligThuisFeedbackReceived e -> e;
            case SafetyMeasureTaken e -> e;
            case HearingWaived e -> e;
            case CaseClosed e -> e;
        };
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
        Reportability line = Reportability.of(judgement);
        Map<String, Object> members = new HashMap<>();
        members.put("reportable", line.reportable());
        members.put("receipt", line.receiptFor(judgement));
        members.put(
                "terms",
                line.reportable()
                        ? term(TermKind.IGJ_REPORT, judgement.determinedAt(), history).map(List::of).orElse(null)
                        : null);
        return with(judgement, members);
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
