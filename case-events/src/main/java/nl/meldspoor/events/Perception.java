package nl.meldspoor.events;

/** How a signal was perceived. THOUGHT is a suspicion, never counted as fact. */
public enum Perception {
    SEEN,
    HEARD,
    SMELLED,
    TOLD,
    MEASURED,
    THOUGHT
}
