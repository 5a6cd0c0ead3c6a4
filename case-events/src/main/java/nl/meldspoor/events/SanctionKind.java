package nl.meldspoor.events;

/** Measure of employment law. */
public enum SanctionKind {
    WARNING,
    TRANSFER,
    OTHER_FUNCTION,
    SUSPENSION,
    DISMISSAL,
    SUMMARY_DISMISSAL,
    DISCIPLINARY_COMPLAINT,
    WARNING_REGISTER
}
