package nl.meldspoor.cases.store;

import java.util.List;

/** What became of a command at the store. */
public sealed interface AppendResult {

    /** Stored whole and durably. */
    record Appended(List<StoredEvent> events) implements AppendResult {
        public Appended {
            events = List.copyOf(events);
        }
    }

    /**
     * Nothing was stored: the case moved on, or exists already, or is not there.
     *
     * @param actualVersion version of the case now, 0 when there is none
     */
    record Conflict(long actualVersion) implements AppendResult {}

    /** Nothing was stored now: this Idempotency-Key was used before. The caller compares the fingerprint. */
    record Replayed(RememberedCommand command) implements AppendResult {}

    /**
     * Nothing was stored: what it was decided on did not come to be.
     *
     * @param alone whether it is not to travel with others of its case, because one of them could not be stored
     */
    record DecideAgain(boolean alone) implements AppendResult {}

    /** It cannot be said whether it was stored: the connection was lost and no new one could tell in time. */
    record OutcomeUnknown() implements AppendResult {}
}
