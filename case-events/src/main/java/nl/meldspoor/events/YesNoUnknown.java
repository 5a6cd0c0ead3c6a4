package nl.meldspoor.events;

/** Answer: YesNoUnknown. */
public enum YesNoUnknown {
    YES,
    NO,
    UNKNOWN
}
