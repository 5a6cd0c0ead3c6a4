package nl.meldspoor.events;

/** Who the client is in the care relation. */
public enum ClientRole {
    CARE_RECEIVER,
    INFORMAL_CAREGIVER
}
