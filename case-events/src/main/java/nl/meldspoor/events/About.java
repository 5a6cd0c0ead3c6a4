package nl.meldspoor.events;

/** Whom or what a signal is about. */
public enum About {
    CARE_RECEIVER,
    INFORMAL_CAREGIVER,
    STAFF,
    SURROUNDINGS
}
