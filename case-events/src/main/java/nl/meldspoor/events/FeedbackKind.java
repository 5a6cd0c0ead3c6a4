package nl.meldspoor.events;

/** What Veilig Thuis lets know after a melding. */
public enum FeedbackKind {
    TAKEN_UP,
    NOT_TAKEN_UP,
    INVESTIGATION_STARTED,
    CONDITIONS_AND_FOLLOW_UP,
    COUNCIL_REQUESTED,
    TRANSFERRED,
    CONCLUDED
}
