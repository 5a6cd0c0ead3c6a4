package nl.meldspoor.events;

/** Who was told. */
public enum Audience {
    CLIENT,
    FAMILY,
    REPORTER,
    ACCUSED,
    OTHER_CLIENTS,
    TEAM,
    ORGANISATION,
    PUBLIC
}
