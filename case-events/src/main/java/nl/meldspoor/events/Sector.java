package nl.meldspoor.events;

/** Sector of care. */
public enum Sector {
    VVT,
    HOME_CARE,
    DISABILITY_CARE,
    MENTAL_HEALTH,
    SOCIAL_SUPPORT,
    OTHER
}
