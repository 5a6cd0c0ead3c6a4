package nl.meldspoor.events.history;

import java.time.LocalDate;
import nl.meldspoor.events.TermFact;
import nl.meldspoor.terms.Application;
import nl.meldspoor.terms.DutchCalendar;
import nl.meldspoor.terms.Term;
import nl.meldspoor.terms.TermKind;
import nl.meldspoor.terms.TermState;
import nl.meldspoor.terms.Terms;

/**
 * A term of a case and how it stands.
 *
 * @param obligation id of the obligation it belongs to
 * @param term the dates as they were computed when the event was recorded
 * @param metOn Amsterdam day on which the entry happened that meets it, null while there is none; also set when too late
 * @param application in a Wmo case IGJ's policy holds by analogy
 * @param since sequence of the entry that carries the term: with obligation and kind it names this deadline for ever
 */
public record Deadline(
        String obligation, TermFact term, TermState state, LocalDate metOn, Application application, long since) {

    public String kind() {
        return term.kind();
    }

    /** The same term with its basis and explanation, counted on the calendar it was computed with. */
    public Term explained() {
        TermKind kind = TermKind.ofId(term.kind())
                .orElseThrow(() -> new IllegalStateException("expected a known term, but was " + term.kind()));
        DutchCalendar calendar = DutchCalendar.ofVersion(term.calendarVersion())
                .orElseThrow(() -> new IllegalStateException(
                        "expected a known calendar, but was version " + term.calendarVersion()));
        if (!kind.isComputed()) {
            return Terms.named(kind, term.startedOn(), term.dueOn(), application, calendar);
        }
        Term computed = Terms.compute(kind, term.startedOn(), application, calendar);
        return computed.dueOn().equals(term.dueOn())
                ? computed
                : Terms.named(kind, term.startedOn(), term.dueOn(), application, calendar);
    }
}
