package nl.meldspoor.events.history;

/** Where an obligation stands. */
public enum ObligationState {
    OPEN,
    MET
}
