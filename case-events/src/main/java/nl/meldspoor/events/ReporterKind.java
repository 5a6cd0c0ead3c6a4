package nl.meldspoor.events;

/** Who made the internal report. */
public enum ReporterKind {
    STAFF,
    VOLUNTEER,
    CLIENT,
    REPRESENTATIVE,
    INFORMAL_CAREGIVER
}
