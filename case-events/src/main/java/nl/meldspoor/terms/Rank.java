package nl.meldspoor.terms;

/** How a term binds, and with that whether the Algemene termijnenwet moves its end. */
public enum Rank {
    /** A supervisor's reading of the law, such as three working days for <em>onverwijld</em>. The law on terms is not about it. */
    POLICY(new BilingualText(
            "Deze termijn is beleid van de toezichthouder, geen wettelijke termijn: de Algemene termijnenwet"
                    + " (art. 1 en 5) verschuift hem niet.",
            "This term is the supervisor's policy, not a statutory term: the General Act on Terms"
                    + " (Algemene termijnenwet, art. 1 and 5) does not move it.")),
    /** Set in an order in council: the Algemene termijnenwet art. 1 and 2 apply through its art. 5. */
    AMVB(new BilingualText(
            "Deze termijn staat in een algemene maatregel van bestuur: de Algemene termijnenwet geldt (art. 5).",
            "This term is set in an order in council: the General Act on Terms (Algemene termijnenwet) applies (art. 5).")),
    /** Set in an act, in years: the Algemene termijnenwet is not about terms of years (its art. 4, opening words and a). */
    LAW(new BilingualText(
            "Deze termijn staat in de wet en telt in jaren: de Algemene termijnenwet verschuift hem niet (art. 4).",
            "This term is set in an act and counts in years: the General Act on Terms (Algemene termijnenwet, art. 4) does"
                    + " not move it.")),
    /** A date the organisation chose itself. */
    OWN(new BilingualText(
            "Deze datum koos de organisatie zelf; niets verschuift hem.",
            "The organisation chose this date itself; nothing moves it."));

    private final BilingualText sentence;

    Rank(BilingualText sentence) {
        this.sentence = sentence;
    }

    /** The sentence that closes an explanation. */
    public BilingualText sentence() {
        return sentence;
    }
}
