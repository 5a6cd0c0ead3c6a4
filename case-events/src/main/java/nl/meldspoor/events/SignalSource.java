package nl.meldspoor.events;

/** Where a signal came from. */
public enum SignalSource {
    OWN,
    CLIENT,
    COLLEAGUE,
    VOLUNTEER,
    RELATIVE,
    NEIGHBOUR,
    OTHER_ORGANISATION
}
