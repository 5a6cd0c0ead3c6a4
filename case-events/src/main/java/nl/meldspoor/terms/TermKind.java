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
                            + " determined"));

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

    public Rank rank() {
        return rank;
    }

    /** What the start day is the day of, as words for in a sentence. */
    public BilingualText start() {
        return start;
    }

    /** The law or policy the term rests on. */
    public BilingualText basis(Application application) {
        return switch (application) {
            case DIRECT -> basis;
            case BY_ANALOGY -> new BilingualText(WMO.nl() + basis.nl(), WMO.en() + basis.en());
        };
    }
}
