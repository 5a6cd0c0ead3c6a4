package nl.meldspoor.events;

/** Outcome of the weighing, derived (domain.md 4). */
public enum AssessmentOutcome {
    REPORT,
    ADVICE_REQUIRED,
    CLOSE,
    HELP,
    HELP_COMPLETED
}
