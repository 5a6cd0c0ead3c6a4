package nl.meldspoor.events;

/** Who represents the client. */
public enum Representative {
    NONE,
    CURATOR,
    MENTOR,
    ADMINISTRATOR,
    FAMILY
}
