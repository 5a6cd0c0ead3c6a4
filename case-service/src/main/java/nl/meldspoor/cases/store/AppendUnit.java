package nl.meldspoor.cases.store;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One command made ready to store: its rows with sequence, sealed content and hashes. Built once and sent as it is however often it has
 * to be sent again.
 *
 * @param events position, epoch and transaction id are still 0
 */
record AppendUnit(AppendRequest request, List<StoredEvent> events) {

    AppendUnit {
        events = List.copyOf(events);
    }

    StoredEvent last() {
        return events.getLast();
    }

    Stream<Found> foundBy() {
        return request.lookups().stream().map(l -> new Found(request.caseId(), l));
    }

    /** A case and a hash to find it by. */
    record Found(UUID caseId, Lookup lookup) {}
}
