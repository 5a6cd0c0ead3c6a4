package nl.meldspoor.events;

/** What was told. */
public enum AnnouncementSubject {
    INCIDENT,
    MEASURES,
    OUTCOME
}
