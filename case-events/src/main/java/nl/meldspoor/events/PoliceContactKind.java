package nl.meldspoor.events;

/** What kind of contact with the police. */
public enum PoliceContactKind {
    CONSULTED,
    NOTIFIED,
    CHARGES_FILED,
    CHARGES_NOT_FILED
}
