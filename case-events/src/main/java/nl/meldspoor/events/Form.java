package nl.meldspoor.events;

/** Form of abuse. */
public enum Form {
    PHYSICAL,
    PSYCHOLOGICAL,
    SEXUAL,
    FINANCIAL,
    NEGLECT,
    RIGHTS_VIOLATION
}
