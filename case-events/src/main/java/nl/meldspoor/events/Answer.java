package nl.meldspoor.events;

/** Answer to a weighing question. */
public enum Answer {
    YES,
    NO,
    DOUBT
}
