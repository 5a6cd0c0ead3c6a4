package nl.meldspoor.cases.store;

import java.time.Instant;
import java.util.Objects;

/**
 * The head of the case the decision was taken on; an append that finds another one stores nothing.
 *
 * @param version sequence of the last event, 0 when the case is still to be opened
 * @param hash lower-case hex of the hash of that event, null for version 0
 * @param recordedAt when that event was recorded, null for version 0
 */
public record Expected(long version, String hash, Instant recordedAt) {

    public Expected {
        if (version < 0 || (version == 0) != (hash == null) || (version == 0) != (recordedAt == null)) {
            throw new IllegalArgumentException("expected a head with hash and moment, or version 0 without, but was version " + version);
        }
    }

    /** For the command that opens a case. */
    public static Expected noCase() {
        return new Expected(0, null, null);
    }

    /** The head after the given event. */
    public static Expected after(StoredEvent last) {
        Objects.requireNonNull(last, "last");
        return new Expected(last.sequence(), last.hash(), last.recordedAt());
    }
}
