package nl.meldspoor.notifications.intake;

/** Why nothing of a case is applied for now; its records are held. The partition goes on. */
public enum Parking {
    /** An earlier event is missing: ends when it arrives. */
    GAP,
    /** Another event id, hash or organisation for a known sequence, or a broken hash link: somebody must look. */
    FORK,
    /** An event of a type or shape this version does not know: ends when a version that does has started. */
    UNREADABLE
}
