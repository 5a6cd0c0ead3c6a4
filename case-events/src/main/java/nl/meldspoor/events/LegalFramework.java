package nl.meldspoor.events;

/** Act under which the care is given; decides to which inspectorate reports go and how long records are kept. */
public enum LegalFramework {
    WLZ,
    ZVW,
    WMO,
    JEUGDWET,
    OTHER
}
