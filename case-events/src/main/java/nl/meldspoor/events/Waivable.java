package nl.meldspoor.events;

/** What is waived. */
public enum Waivable {
    CONVERSATION,
    MELDING_ANNOUNCEMENT
}
