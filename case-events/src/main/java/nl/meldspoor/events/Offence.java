package nl.meldspoor.events;

/** Criminal offence that is suspected. */
public enum Offence {
    THEFT,
    SEXUAL,
    ASSAULT,
    THREAT,
    COERCION,
    EXPLOITATION,
    OTHER
}
