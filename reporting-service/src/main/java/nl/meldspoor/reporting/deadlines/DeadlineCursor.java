package nl.meldspoor.reporting.deadlines;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meldspoor.http.Cursor;
import nl.meldspoor.http.ShapeErrors;
import nl.meldspoor.reporting.deadlines.DeadlineList.Place;
import nl.meldspoor.terms.Terms;

/**
 * Where a list of deadlines goes on, as it is given out and comes back. A list keeps to the day it was begun on: it must not change its
 * order under a reader at midnight.
 */
public final class DeadlineCursor {

    /** How many keys it has. */
    public static final int KEYS = 6;

    private DeadlineCursor() {}

    public static Cursor of(LocalDate today, Place place) {
        return Cursor.of(
                today.toString(),
                place.group().name(),
                place.dueOn().toString(),
                place.halfOn().toString(),
                place.caseId().toString(),
                (long) place.ordinal());
    }

    /** The day the list was begun on; 400 when the cursor is not ours. */
    public static LocalDate today(Cursor cursor) {
        return day(cursor, 0);
    }

    /** The place it ended at; 400 when the cursor is not ours. */
    public static Place place(Cursor cursor) {
        Optional<DeadlineGroup> group = Stream.of(DeadlineGroup.values())
                .filter(g -> g.name().equals(cursor.text(1)))
                .findFirst();
        long ordinal = cursor.number(5);
        if (group.isEmpty() || ordinal < 0 || ordinal > Integer.MAX_VALUE) {
            throw notOurs();
        }
        return new Place(group.get(), day(cursor, 2), day(cursor, 3), cursor.uuid(4), (int) ordinal);
    }

    private static LocalDate day(Cursor cursor, int key) {
        try {
            LocalDate day = LocalDate.parse(cursor.text(key));
            if (Terms.canStartOn(day)) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // falls through to the same answer
        }
        throw notOurs();
    }

    private static RuntimeException notOurs() {
        return ShapeErrors.one("?cursor", "This is not a cursor that was given out here.");
    }
}
