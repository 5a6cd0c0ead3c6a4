package nl.meldspoor.events;

/** The two routes (domain.md). */
public enum Route {
    MELDCODE,
    CARE_RELATION
}
