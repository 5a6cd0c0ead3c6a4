package nl.meldspoor.events;

/** Forms with attention points of their own. */
public enum SpecialForm {
    HONOUR_RELATED,
    FGM,
    STALKING
}
