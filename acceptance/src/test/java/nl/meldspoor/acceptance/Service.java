package nl.meldspoor.acceptance;

/** The services of Meldspoor. */
enum Service {
    CASES,
    REPORTING,
    NOTIFICATIONS
}
