package nl.meldspoor.events;

/** Severity or risk. */
public enum Level {
    LOW,
    MEDIUM,
    HIGH
}
