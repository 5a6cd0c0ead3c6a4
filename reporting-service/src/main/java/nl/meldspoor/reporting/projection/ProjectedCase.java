package nl.meldspoor.reporting.projection;

import java.util.List;
import java.util.Optional;
import nl.meldspoor.events.PublishedEvent;
import nl.meldspoor.events.history.CaseHistory;

/**
 * A case as it was folded before new events arrive.
 *
 * @param table the table that {@link Progress#table} names
 * @param hash of its last event
 * @param rows what is in the database; empty when that is not known, for instance because another build may have written it
 */
record ProjectedCase(long table, CaseHistory history, String hash, Optional<CaseRows> rows) {

    /** From its events as they were applied; empty when this build does not understand them. */
    static Optional<ProjectedCase> read(Progress progress, List<PublishedEvent> applied) {
        try {
            CaseHistory history = CaseHistory.of(applied.stream().map(PublishedEvent::recorded).toList());
            return Optional.of(new ProjectedCase(progress.table(), history, progress.lastHash(), Optional.empty()));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Whether the database has it as it is here. */
    boolean isAt(Progress progress) {
        return table == progress.table()
                && history.version() == progress.lastSequence()
                && hash.equals(progress.lastHash());
    }

    /** What it takes in memory, in events. */
    int weight() {
        return (int) history.version() + rows.map(CaseRows::count).orElse(0);
    }
}
