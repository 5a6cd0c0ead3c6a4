package nl.meldspoor.cases.decide.retention;

import java.time.LocalDate;
import java.util.Optional;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.terms.AmsterdamDay;
import nl.meldspoor.terms.RecordKind;

/**
 * From when the content of a case is kept.
 *
 * @param startsOn day of the last change; of a case about own personnel the day it was closed, null while it is open
 */
public record Retention(RecordKind kind, LocalDate startsOn) {

    /** How a record is kept (a hold, an erasure) is no change of what it says. */
    public static Retention of(CaseHistory history) {
        RecordKind kind =
                history.route() == Route.CARE_RELATION ? RecordKind.CARE_RELATION_RECORD : history.opened().legalFramework().record();
        return new Retention(kind, kind == RecordKind.CARE_RELATION_RECORD ? closedOn(history) : changedOn(history));
    }

    private static LocalDate closedOn(CaseHistory history) {
        return history.closed() && !history.closures().isEmpty() ? history.closures().getLast().data().closedOn() : null;
    }

    private static LocalDate changedOn(CaseHistory history) {
        return history.events().stream()
                .filter(event -> event.type().isEntry() && !EventType.KEEPING.contains(event.type()))
                .map(RecordedEvent::recordedAt)
                .reduce((earlier, later) -> later)
                .map(AmsterdamDay::of)
                .orElseThrow();
    }

    /**
     * The last day it must be kept; empty while the term has not begun.
     *
     * @param years as the organisation set it, null: the default
     */
    public Optional<LocalDate> endsOn(Integer years) {
        return Optional.ofNullable(startsOn).map(day -> RecordKind.endsOn(day, years == null ? kind.defaultYears() : years));
    }

    /** Whether that day is over. */
    public static boolean isOver(Optional<LocalDate> endsOn, LocalDate today) {
        return endsOn.filter(today::isAfter).isPresent();
    }
}
