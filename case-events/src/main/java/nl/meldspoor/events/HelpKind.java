package nl.meldspoor.events;

/** Kind of help that was arranged. */
public enum HelpKind {
    RESPITE_CARE,
    CAREGIVER_SUPPORT,
    HOME_CARE,
    SOCIAL_WORK,
    GP,
    CASE_MANAGEMENT,
    VOLUNTEER,
    TREATMENT,
    OTHER
}
