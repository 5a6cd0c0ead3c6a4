package nl.meldspoor.events;

/** Answer to a hand-over. */
public enum HandoverAnswer {
    ACCEPTED,
    REFUSED,
    WITHDRAWN
}
