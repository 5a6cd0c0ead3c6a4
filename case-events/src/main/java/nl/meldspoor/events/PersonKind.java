package nl.meldspoor.events;

/** Whose data a sealed value is: each has a key of its own per case, so that one person's data can go alone. STAFF: names of professionals who act in the case. */
public enum PersonKind {
    CLIENT,
    ACCUSED,
    REPORTER,
    STAFF
}
