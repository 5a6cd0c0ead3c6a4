package nl.meldspoor.events;

/** Whether a signal confirms or contradicts the suspicion. */
public enum Direction {
    CONFIRMS,
    CONTRADICTS
}
