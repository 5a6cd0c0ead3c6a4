package nl.meldspoor.events;

/** Consent of the client, as asked. */
public enum Consent {
    GIVEN,
    REFUSED,
    NOT_ASKED
}
