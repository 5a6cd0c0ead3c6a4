package nl.meldspoor.events;

/** The three kinds of report of Wkkgz art. 11. */
public enum IGJCategory {
    CALAMITY,
    VIOLENCE,
    DISMISSAL
}
