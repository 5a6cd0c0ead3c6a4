package nl.meldspoor.events;

/** What the inspectorate lets know. */
public enum IGJResponseKind {
    RECEIPT,
    SUPPLEMENT_REQUESTED,
    INVESTIGATION_REQUESTED,
    EXTENSION_GRANTED,
    OWN_INVESTIGATION,
    REACTION,
    DRAFT_REPORT,
    CLOSED
}
