package nl.meldspoor.events;

/** Whom the aftercare is for. */
public enum AftercareFor {
    CLIENT_AND_FAMILY,
    UNIT,
    ACCUSED,
    WRONGLY_ACCUSED,
    REPORTER
}
