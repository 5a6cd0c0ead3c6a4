package nl.meldspoor.events;

/** Why content may be erased. */
public enum ErasureGround {
    /** The term for which it had to be kept is over. */
    RETENTION_ENDED,
    /** Earlier, for the reason that was given. */
    REASON_GIVEN
}
