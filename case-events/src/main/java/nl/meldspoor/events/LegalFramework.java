package nl.meldspoor.events;

import nl.meldspoor.terms.RecordKind;

/** Act under which the care is given; decides to which inspectorate reports go and how long records are kept. */
public enum LegalFramework {
    WLZ,
    ZVW,
    WMO,
    JEUGDWET,
    OTHER;

    /** The kind of record of a client under this act. Another act is kept like care, to be on the safe side. */
    public RecordKind record() {
        return switch (this) {
            case WMO -> RecordKind.WMO_RECORD;
            case JEUGDWET -> RecordKind.YOUTH_RECORD;
            case WLZ, ZVW, OTHER -> RecordKind.MEDICAL_RECORD;
        };
    }
}
