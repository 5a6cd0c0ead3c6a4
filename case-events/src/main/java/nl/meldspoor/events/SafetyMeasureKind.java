package nl.meldspoor.events;

/** What was done at once to stop it. */
public enum SafetyMeasureKind {
    OFF_DUTY,
    SUPERVISION,
    TRANSFER,
    SEPARATION,
    NONE_NEEDED,
    OTHER
}
