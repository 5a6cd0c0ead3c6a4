package nl.meldspoor.events;

/** Answer: YesNo. */
public enum YesNo {
    YES,
    NO
}
