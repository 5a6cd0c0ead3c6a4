package nl.meldspoor.events.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meldspoor.events.RecomputedTerm;
import nl.meldspoor.events.TermFact;
import nl.meldspoor.events.TermsRecomputed;
import nl.meldspoor.terms.DutchCalendar;
import nl.meldspoor.terms.Term;
import nl.meldspoor.terms.TermKind;
import nl.meldspoor.terms.Terms;

/** The running terms of a case, counted again on another calendar. Pure. */
public final class Recomputation {

    private Recomputation() {}

    /**
     * What moves; empty when nothing does. A term that is met or over stays as it was, and so does a day that somebody named: only
     * what was counted is counted again.
     *
     * @param today the Amsterdam day on which this is asked
     */
    public static Optional<TermsRecomputed> of(CaseHistory history, DutchCalendar calendar, LocalDate today) {
        List<RecomputedTerm> moved = Deadlines.of(history, today).stream()
                .filter(d -> d.metOn() == null && !d.term().latestOn().isBefore(today))
                .flatMap(d -> moved(d, calendar))
                .toList();
        return moved.isEmpty() ? Optional.empty() : Optional.of(new TermsRecomputed(calendar.version(), moved));
    }

    private static Stream<RecomputedTerm> moved(Deadline deadline, DutchCalendar calendar) {
        TermFact before = deadline.term();
        Optional<TermKind> kind = TermKind.ofId(before.kind()).filter(TermKind::isComputed);
        Optional<DutchCalendar> old = DutchCalendar.ofVersion(before.calendarVersion());
        if (before.calendarVersion().equals(calendar.version()) || kind.isEmpty() || old.isEmpty()) {
            return Stream.empty();
        }
        Term counted = Terms.compute(kind.get(), before.startedOn(), deadline.application(), old.get());
        Term now = Terms.compute(kind.get(), before.startedOn(), deadline.application(), calendar);
        boolean named = !counted.dueOn().equals(before.dueOn());
        boolean same = now.dueOn().equals(before.dueOn())
                && now.latestOn().equals(before.latestOn())
                && now.targetOn().equals(before.targetOn());
        return named || same
                ? Stream.empty()
                : Stream.of(new RecomputedTerm(
                        (int) deadline.since(),
                        before,
                        new TermFact(
                                before.kind(),
                                before.startedOn(),
                                now.dueOn(),
                                now.latestOn(),
                                now.targetOn(),
                                now.calendarVersion())));
    }
}
