package nl.meldspoor.cases.store;

import java.util.List;

/** What became of a unit. */
sealed interface UnitOutcome {

    /** All of it is durable: the events of each of its commands. */
    record Stored(List<List<StoredEvent>> events) implements UnitOutcome {}

    /**
     * None of it was stored: the case is not at the head it follows, or a key is taken.
     *
     * @param version of the case now, 0 when there is none
     * @param remembered what the key of the only command was used for, or null
     */
    record Moved(long version, RememberedCommand remembered) implements UnitOutcome {}

    /** Nobody can tell. */
    record Unknown() implements UnitOutcome {}

    /** None of it was stored, and trying again does not help it: {@link StoreUnavailable}, or a defect of one of its commands. */
    record Failed(RuntimeException why) implements UnitOutcome {}
}
