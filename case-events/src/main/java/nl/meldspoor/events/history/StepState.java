package nl.meldspoor.events.history;

/** How far a step is. */
public enum StepState {
    NOT_STARTED,
    /** Something is recorded. */
    RECORDED,
    /** Something is recorded and nothing is missing. */
    COMPLETE
}
