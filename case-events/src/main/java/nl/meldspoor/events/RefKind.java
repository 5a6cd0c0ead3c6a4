package nl.meldspoor.events;

/** PERSON: HMAC(organisation key, user). ACCUSED: HMAC(organisation key, case id ‖ user), so that two cases cannot be linked. */
public enum RefKind {
    PERSON,
    ACCUSED
}
