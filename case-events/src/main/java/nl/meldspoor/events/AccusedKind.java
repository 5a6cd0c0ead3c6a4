package nl.meldspoor.events;

/** Who is accused. */
public enum AccusedKind {
    STAFF,
    VOLUNTEER,
    CLIENT,
    UNKNOWN,
    NONE
}
