package nl.meldspoor.events;

/** How heavy the informal care weighs. */
public enum CaregiverLoad {
    BALANCED,
    THREATENED,
    OVERLOADED
}
