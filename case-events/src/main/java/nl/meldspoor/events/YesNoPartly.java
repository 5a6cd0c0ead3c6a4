package nl.meldspoor.events;

/** Answer: YesNoPartly. */
public enum YesNoPartly {
    YES,
    NO,
    PARTLY
}
