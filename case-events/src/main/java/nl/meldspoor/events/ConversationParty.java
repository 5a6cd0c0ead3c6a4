package nl.meldspoor.events;

/** With whom a conversation was held. */
public enum ConversationParty {
    CLIENT,
    INFORMAL_CAREGIVER,
    CHILD,
    PARENT,
    REPRESENTATIVE
}
