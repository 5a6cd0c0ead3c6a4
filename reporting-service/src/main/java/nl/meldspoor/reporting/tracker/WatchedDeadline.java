package nl.meldspoor.reporting.tracker;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import nl.meldspoor.events.NameBasedId;
import nl.meldspoor.events.deadlines.Rung;

/**
 * A deadline as the tracker sees it, and what was said of it.
 *
 * @param since sequence of the event that carries the term
 * @param metOn Amsterdam day on which it was met, null while it is not
 * @param resting nobody can meet it any more: the case is closed to its entry
 * @param told the rungs in the journal, for this {@code dueOn}
 */
record WatchedDeadline(
        String organisation,
        UUID caseId,
        String obligation,
        String kind,
        long since,
        LocalDate startedOn,
        LocalDate dueOn,
        LocalDate metOn,
        boolean resting,
        Set<Rung> told) {

    private static final UUID NAME_SPACE = UUID.fromString("6f0c2a52-5a0f-4d0e-9a63-2f6f4c1d7b18");

    WatchedDeadline {
        told = told.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(told));
    }

    /** The id of what is said about this rung, the same whoever says it and however often. */
    UUID eventId(Rung rung) {
        return NameBasedId.of(
                NAME_SPACE, String.join("|", caseId.toString(), obligation, kind, Long.toString(since), dueOn.toString(), rung.name()));
    }
}
