package nl.meldspoor.terms;

import java.util.Arrays;
import java.util.Optional;

/**
 * The terms Meldspoor computes: identity, length, how they bind and on what they rest. One constant per term of
 * {@code domain.md} 7; sources in {@code basis}.
 */
public enum TermKind {
    IGJ_DETERMINE(
            "IGJ-DETERMINE",
            new Length.Weeks(6),
            Rank.POLICY,
            new BilingualText("de dag waarop de gebeurtenis is ontdekt", "the day the event was discovered"),
            new BilingualText(
                    "Wkkgz art. 11 lid 1 (onverwijld); beleid van de IGJ: binnen zes weken vaststellen of het een"
                            + " calamiteit of geweld in de zorgrelatie is",
                    "Wkkgz art. 11(1) (without delay); policy of IGJ: establish within six weeks whether it is a"
                            + " calamity or violence in the care relation")),
    IGJ_REPORT(
            "IGJ-REPORT",
            new Length.WorkingDays(3),
            Rank.POLICY,
            new BilingualText(
                    "de dag van de vaststelling of van de mededeling van het ontslag",
                    "the day of the determination or of the announcement of the dismissal"),
            new BilingualText(
                    "Wkkgz art. 11 lid 1 (onverwijld); beleid van de IGJ: melden binnen drie werkdagen nadat het is"
                            + " vastgesteld",
                    "Wkkgz art. 11(1) (without delay); policy of IGJ: report within three working days after it was"
                            + " determined")),
    IGJ_SUPPLEMENT(
            "IGJ-SUPPLEMENT",
            new Length.Weeks(2),
            Rank.AMVB,
            new BilingualText("de dag waarop het verzoek van de IGJ is ontvangen", "the day IGJ's request was received"),
            new BilingualText(
                    "Uitvoeringsbesluit Wkkgz art. 8.5 lid 3: aanvullen binnen twee weken",
                    "Uitvoeringsbesluit Wkkgz art. 8.5(3): supplement within two weeks")),
    IGJ_INVESTIGATION(
            "IGJ-INVESTIGATION",
            new Length.Weeks(8),
            Rank.AMVB,
            new BilingualText("de dag waarop het verzoek van de IGJ is ontvangen", "the day IGJ's request was received"),
            new BilingualText(
                    "Uitvoeringsbesluit Wkkgz art. 8.7 lid 2: onderzoek en rapport binnen acht weken; de IGJ kan een"
                            + " andere datum noemen",
                    "Uitvoeringsbesluit Wkkgz art. 8.7(2): investigation and report within eight weeks; IGJ may name"
                            + " another date")),
    IGJ_REACTION(
            "IGJ-REACTION",
            new Length.Weeks(4),
            Rank.AMVB,
            new BilingualText("de dag van de ontvangstbevestiging", "the day of the confirmation of receipt"),
            new BilingualText(
                    "Uitvoeringsbesluit Wkkgz art. 8.5 lid 2: de IGJ laat binnen vier weken weten wat zij doet",
                    "Uitvoeringsbesluit Wkkgz art. 8.5(2): IGJ says within four weeks what it will do")),
    VT_START(
            "VT-START",
            new Length.Days(5),
            Rank.AMVB,
            new BilingualText("de dag waarop Veilig Thuis de melding ontving", "the day Veilig Thuis received the report"),
            new BilingualText(
                    "Uitvoeringsbesluit Wmo 2015: doet Veilig Thuis onderzoek, dan begint dat binnen vijf dagen",
                    "Uitvoeringsbesluit Wmo 2015: if Veilig Thuis investigates, it starts within five days")),
    VT_CONCLUDE(
            "VT-CONCLUDE",
            new Length.Weeks(10),
            Rank.AMVB,
            new BilingualText(
                    "de dag waarop Veilig Thuis liet weten dat het onderzoek is begonnen",
                    "the day Veilig Thuis let know that its investigation started"),
            new BilingualText(
                    "Uitvoeringsbesluit Wmo 2015: Veilig Thuis komt binnen tien weken tot een oordeel",
                    "Uitvoeringsbesluit Wmo 2015: Veilig Thuis comes to its findings within ten weeks")),
    RETENTION(
            "RETENTION",
            new Length.Kept(),
            Rank.LAW,
            new BilingualText("de dag van de laatste wijziging van het dossier", "the day of the last change of the record"),
            new BilingualText(
                    "BW art. 7:454 lid 3; Jeugdwet art. 7.3.8 lid 3; Wmo 2015 art. 5.3.4",
                    "BW art. 7:454(3); Jeugdwet art. 7.3.8(3); Wmo 2015 art. 5.3.4")),
    HELP_EVALUATE(
            "HELP-EVALUATE",
            new Length.Named(),
            Rank.OWN,
            new BilingualText("de dag waarop de hulp is afgesproken of geëvalueerd", "the day the help was arranged or evaluated"),
            new BilingualText("Afspraak in het hulpplan", "Agreed in the help plan")),
    SILENCE_END(
            "SILENCE-END",
            new Length.Named(),
            Rank.OWN,
            new BilingualText("de dag waarop de zwijgplicht is opgelegd", "the day the duty of silence was imposed"),
            new BilingualText("Verwacht einde van de voorlopige zwijgplicht", "Expected end of the provisional duty of silence")),
    IMPROVE(
            "IMPROVE",
            new Length.Named(),
            Rank.OWN,
            new BilingualText("de dag waarop de verbetering is vastgelegd", "the day the improvement was recorded"),
            new BilingualText("Afspraak bij de verbetermaatregel", "Agreed with the improvement"));

    private static final BilingualText WMO = new BilingualText(
            "Wmo 2015 art. 3.4 (onverwijld, aan de gemeentelijke toezichthouder); naar analogie: ",
            "Wmo 2015 art. 3.4 (without delay, to the municipal supervisor); by analogy: ");

    private final String id;
    private final Length length;
    private final Rank rank;
    private final BilingualText start;
    private final BilingualText basis;

    TermKind(String id, Length length, Rank rank, BilingualText start, BilingualText basis) {
        this.id = id;
        this.length = length;
        this.rank = rank;
        this.start = start;
        this.basis = basis;
    }

    /** The kind with this id, such as {@code IGJ-REPORT}; empty when there is none. */
    public static Optional<TermKind> ofId(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }

    /** The name in the API and in events. */
    public String id() {
        return id;
    }

    public Length length() {
        return length;
    }

    /** Whether the end follows from the start; else the entry names it. */
    public boolean isComputed() {
        return !(length instanceof Length.Named);
    }

    /** Whether a case carries it as a deadline; how long a record is kept is asked for, and nobody is late with it. */
    public boolean isDeadline() {
        return this != RETENTION;
    }

    public Rank rank() {
        return rank;
    }

    /** What the start day is the day of, as words for in a sentence. */
    public BilingualText start() {
        return start;
    }

    /** The law or policy the term rests on. */
    public BilingualText basis(Application application) {
        // Only what is policy of IGJ holds by analogy; a term of an order in council or of one's own holds as it is.
        if (application == Application.DIRECT || rank != Rank.POLICY) {
            return basis;
        }
        return new BilingualText(WMO.nl() + basis.nl(), WMO.en() + basis.en());
    }
}
