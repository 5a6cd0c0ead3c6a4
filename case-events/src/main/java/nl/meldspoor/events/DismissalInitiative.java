package nl.meldspoor.events;

/** Who ended the contract. */
public enum DismissalInitiative {
    ORGANISATION,
    CARE_PROVIDER
}
