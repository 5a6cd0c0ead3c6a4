package nl.meldspoor.events;

/** Why the accused is not heard. */
public enum HearingWaiverGround {
    REFUSED,
    UNREACHABLE,
    UNABLE,
    UNIDENTIFIED,
    NO_ACCUSED,
    POLICE_TAKES_OVER
}
