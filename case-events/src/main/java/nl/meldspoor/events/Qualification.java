package nl.meldspoor.events;

/** The organisation's verdict; several may stand. */
public enum Qualification {
    VIOLENCE_IN_CARE_RELATION,
    CALAMITY,
    BOUNDARY_CROSSING,
    INCIDENT,
    UNFOUNDED
}
