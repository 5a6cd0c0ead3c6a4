package nl.meldspoor.reporting.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.meldspoor.events.PublishedEvent;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.history.CaseHistory;

/**
 * A case folded from its events as far as this build understands them. Pure.
 *
 * @param rows the rows after the last understood event; empty when none of the new ones was
 * @param stoppedAt the sequence of the first event that was not understood, if there was one
 */
record CaseFold(Optional<CaseRows> rows, Optional<Long> stoppedAt) {

    /**
     * @param before the events applied earlier, in order
     * @param now the events to add, in order, at least one
     */
    static CaseFold of(List<PublishedEvent> before, List<PublishedEvent> now) {
        return rows(before, now)
                .map(rows -> new CaseFold(Optional.of(rows), Optional.empty()))
                .orElseGet(() -> upToTheFirstNotUnderstood(before, now));
    }

    /** Fewer and fewer events until they are understood. An event may fold well and still break what follows from it. */
    private static CaseFold upToTheFirstNotUnderstood(List<PublishedEvent> before, List<PublishedEvent> now) {
        for (int count = now.size() - 1; count > 0; count--) {
            Optional<CaseRows> rows = rows(before, now.subList(0, count));
            if (rows.isPresent()) {
                return new CaseFold(rows, Optional.of(now.get(count).sequence()));
            }
        }
        return new CaseFold(Optional.empty(), Optional.of(now.getFirst().sequence()));
    }

    /** Empty when anything on the way is not understood: the shared fold throws on what it does not know. */
    private static Optional<CaseRows> rows(List<PublishedEvent> before, List<PublishedEvent> now) {
        try {
            List<RecordedEvent> events = new ArrayList<>(before.size() + now.size());
            before.forEach(event -> events.add(event.recorded()));
            now.forEach(event -> events.add(event.recorded()));
            return Optional.of(CaseRows.of(now.getFirst().organisation(), CaseHistory.of(events), before.size()));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
