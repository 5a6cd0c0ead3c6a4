package nl.meldspoor.reporting.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meldspoor.events.TermFact;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Deadline;
import nl.meldspoor.events.history.Deadlines;
import nl.meldspoor.events.history.Entry;
import nl.meldspoor.events.history.Happened;
import nl.meldspoor.events.history.Obligations;
import nl.meldspoor.events.history.OpenOrMet;
import nl.meldspoor.terms.Application;

/**
 * A deadline of a case: a term, or a duty that is due at once or on the day it arose. Such a duty has no term; its kind
 * is the duty itself, and it is due on the day of the facts it arose from. Pure.
 *
 * @param since sequence of the event that carries the term or raised the duty
 * @param calendarVersion the calendar the dates were counted on; empty where none was needed
 * @param metOn null while it is not met
 */
public record CaseDeadline(
        String kind,
        String obligation,
        long since,
        boolean byAnalogy,
        LocalDate startedOn,
        LocalDate dueOn,
        LocalDate latestOn,
        LocalDate targetOn,
        String calendarVersion,
        LocalDate metOn) {

    /** All of them, in an order that depends on the case alone. */
    public static List<CaseDeadline> of(CaseHistory history) {
        List<CaseDeadline> rows = new ArrayList<>();
        // The day only decides the state, which is not kept: dates and metOn are the same on every day.
        List<Deadline> terms = Deadlines.of(history, LocalDate.EPOCH);
        terms.forEach(deadline -> rows.add(ofTerm(deadline)));
        Set<String> withATerm = terms.stream().map(Deadline::obligation).collect(Collectors.toSet());
        for (OpenOrMet duty : Obligations.of(history)) {
            if (!withATerm.contains(duty.id()) && (duty.obligation().atOnce() || duty.dueOn() != null)) {
                ofDuty(duty, history).ifPresent(rows::add);
            }
        }
        return rows;
    }

    /** The first day on which half of it or less is left. */
    public LocalDate halfOn() {
        return HalfTerm.on(startedOn, dueOn);
    }

    private static CaseDeadline ofTerm(Deadline deadline) {
        TermFact term = deadline.term();
        return new CaseDeadline(
                deadline.kind(),
                deadline.obligation(),
                deadline.since(),
                deadline.application() == Application.BY_ANALOGY,
                term.startedOn(),
                term.dueOn(),
                term.latestOn(),
                term.targetOn(),
                term.calendarVersion(),
                deadline.metOn());
    }

    /** Empty when the entry that raised it counts no more. */
    private static Optional<CaseDeadline> ofDuty(OpenOrMet duty, CaseHistory history) {
        return day(duty.since(), history).map(arose -> {
            LocalDate due = duty.dueOn() == null ? arose : duty.dueOn();
            LocalDate met = duty.metBy() == null ? null : day(duty.metBy(), history).orElse(null);
            return new CaseDeadline(duty.id(), duty.id(), duty.since(), false, arose, due, due, due, "", met);
        });
    }

    private static Optional<LocalDate> day(long sequence, CaseHistory history) {
        return history.entry(sequence).map(Entry::happened).map(Happened::day);
    }
}
