package nl.meldspoor.events;

/** Why a conversation or announcement is waived. */
public enum WaiverGround {
    SAFETY,
    LOSS_OF_CONTACT,
    CLIENT_UNABLE,
    UNREACHABLE,
    CLIENT_DECEASED,
    POLICE_FIRST
}
