package nl.meldspoor.events;

/** Method of the investigation. */
public enum InvestigationMethod {
    PRISMA,
    SIRE,
    PARETO,
    FISHBONE,
    TRIPOD,
    OTHER
}
