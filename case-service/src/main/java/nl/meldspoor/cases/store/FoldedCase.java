package nl.meldspoor.cases.store;

import java.time.Instant;
import java.util.UUID;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.CaseReach;

/**
 * A case as commands are decided on: facts, and which sealed members are present. Nothing personal, so that it may be kept in memory.
 *
 * @param reach who may reach the case at this version, as its head says
 * @param hash of the last event, lower-case hex; null while that event is still to be stored
 */
public record FoldedCase(String organisation, CaseHistory history, CaseReach reach, String hash) {

    /** From what is stored. */
    public static FoldedCase of(StoredCase stored) {
        CaseHistory history = stored.toHistory();
        return new FoldedCase(stored.organisation(), history, CaseReach.of(history), stored.headHash());
    }

    /** As it will be when the events that were decided are stored. */
    public static FoldedCase pending(String organisation, CaseHistory history) {
        return new FoldedCase(organisation, history, CaseReach.of(history), null);
    }

    public UUID caseId() {
        return history.caseId();
    }

    /** Sequence of the last event. */
    public long version() {
        return history.version();
    }

    /** When that event was, or will be, recorded. */
    public Instant recordedAt() {
        return history.changedAt();
    }

    /** Whether this is the case at that head. */
    boolean isAt(long version, String headHash) {
        return version() == version && headHash.equals(hash);
    }

    Expected expected() {
        return new Expected(version(), hash, recordedAt());
    }

    FoldedCase stored(String headHash) {
        return new FoldedCase(organisation, history, reach, headHash);
    }
}
