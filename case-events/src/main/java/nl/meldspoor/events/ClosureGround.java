package nl.meldspoor.events;

/** Why a case is closed. */
public enum ClosureGround {
    SUSPICION_REMOVED,
    NO_SUSPICION,
    HELP_SUCCEEDED,
    REPORTED,
    UNFOUNDED,
    HANDLED,
    CLIENT_DECEASED,
    CLIENT_LEFT,
    OTHER_ROUTE,
    OPENED_BY_MISTAKE
}
