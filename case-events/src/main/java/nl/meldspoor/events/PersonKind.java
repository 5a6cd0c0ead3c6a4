package nl.meldspoor.events;

/**
 * Whose data a sealed value is: each has a key of its own per case, so that one person's data can go alone. STAFF: names of professionals
 * who act in the case. ORGANISATION: its own account of how it keeps the record (why it was held or erased, by whom); it is about nobody
 * else and stays readable when the rest is erased.
 */
public enum PersonKind {
    CLIENT,
    ACCUSED,
    REPORTER,
    STAFF,
    ORGANISATION
}
