package nl.meldspoor.cases.access;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.Route;

/**
 * A case that is within reach, and why.
 *
 * @param version at which it was found within reach
 * @param hash of the event with that version, lower-case hex; null for one that is not stored yet
 * @param grounds at least one
 * @param personRef of the person for whom it is within reach
 * @param leads whether he may reassign the case of another
 */
public record Reached(
        UUID caseId,
        String organisation,
        long version,
        String hash,
        Route route,
        String status,
        String unit,
        String region,
        Instant openedAt,
        Instant changedAt,
        List<Ground> grounds,
        String personRef,
        boolean leads) {

    public Reached {
        grounds = List.copyOf(grounds);
        if (grounds.isEmpty()) {
            throw new IllegalArgumentException("expected a ground to reach case " + caseId);
        }
    }

    /** The widest view that a ground gives. */
    public View view() {
        return grounds.stream().map(Ground::view).min(Comparator.naturalOrder()).orElseThrow();
    }

    /** What may be recorded on it, on any of the grounds. */
    public Set<EventType> entries() {
        var entries = EnumSet.noneOf(EventType.class);
        grounds.forEach(ground -> entries.addAll(ground.entries()));
        entries.removeIf(type -> !type.routes().contains(route));
        return entries;
    }

    /** For the access log: the ground that gives the widest view. */
    public String rule() {
        return grounds.stream().min(Comparator.comparing(Ground::view)).orElseThrow().name();
    }
}
