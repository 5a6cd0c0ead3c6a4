package nl.meldspoor.terms;

import java.time.LocalDate;

/**
 * A kind of record by how long it is kept. Where a law names the term the organisation may keep longer and not shorter; where none does
 * the term is its own ({@code dutch-standards.md} 5.2).
 */
public enum RecordKind {
    MEDICAL_RECORD(
            20,
            20,
            true,
            "Dossier van zorg: twintig jaar na de laatste wijziging, of langer als goede zorg dat vraagt. Voor Wlz-zorg die geen geneeskundige behandeling is, is dit beleid.",
            "Record of care: twenty years after the last change, or longer where good care asks for it. For Wlz care that is no medical treatment this is policy.",
            "BW art. 7:454 lid 3"),
    YOUTH_RECORD(
            20,
            20,
            true,
            "Jeugdhulpdossier: twintig jaar na de laatste wijziging.",
            "Record of youth care: twenty years after the last change.",
            "Jeugdwet art. 7.3.8 lid 3"),
    WMO_RECORD(
            15,
            15,
            true,
            "Gegevens bij een aanbieder van maatschappelijke ondersteuning: vijftien jaar.",
            "Data held by a provider of social support: fifteen years.",
            "Wmo 2015 art. 5.3.4"),
    CARE_RELATION_RECORD(
            5,
            1,
            false,
            "Dossier over een vermoeden tegen eigen personeel: geen wettelijke termijn, niet langer dan nodig; het aantal jaren na afsluiting is beleid van de organisatie.",
            "Record of a suspicion against own personnel: no statutory term, not longer than needed; the number of years after closing is the organisation's policy.",
            "Uitvoeringsbesluit Wkkgz art. 6.1 lid 2 onder d; AVG art. 5 lid 1 onder e");

    /** Nobody sets a term longer than a life. */
    public static final int MOST_YEARS = 115;

    private final int defaultYears;
    private final int leastYears;
    private final boolean byLaw;
    private final BilingualText why;
    private final String source;

    RecordKind(int defaultYears, int leastYears, boolean byLaw, String nl, String en, String source) {
        this.defaultYears = defaultYears;
        this.leastYears = leastYears;
        this.byLaw = byLaw;
        this.why = new BilingualText(nl, en);
        this.source = source;
    }

    /** The last day it must be kept. Years are counted by the date, and nothing moves the day. */
    public static LocalDate endsOn(LocalDate startsOn, int years) {
        return startsOn.plusYears(years);
    }

    public int defaultYears() {
        return defaultYears;
    }

    /** The least an organisation may set. */
    public int leastYears() {
        return leastYears;
    }

    /** Whether a law names the term; else it is policy. */
    public boolean isByLaw() {
        return byLaw;
    }

    public BilingualText why() {
        return why;
    }

    public String source() {
        return source;
    }
}
