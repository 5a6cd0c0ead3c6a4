package nl.meldspoor.reporting.projection;

import java.util.Objects;

/**
 * Why a case waits, from which sequence on. Its rows stay as they were; its records are kept.
 *
 * @param sequence the first sequence that could not be applied
 */
record Parking(Reason reason, long sequence) {

    enum Reason {
        /** A sequence is missing. Heals when it arrives. */
        GAP,
        /** Two histories of one case: another event at a known sequence, or a broken hash link. A person must look. */
        FORK,
        /** This build does not understand the record. Heals with a newer build. */
        UNREADABLE
    }

    Parking {
        Objects.requireNonNull(reason, "reason");
    }
}
