package nl.meldspoor.events;

/** Weighing framework (afwegingskader) of the professional's own group. */
public enum Framework {
    KNMG,
    VENVN,
    SOCIAL,
    GENERIC
}
