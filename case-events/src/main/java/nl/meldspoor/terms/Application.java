package nl.meldspoor.terms;

/** Whether a term holds for a case of itself or only by analogy. The days are the same; what is said about them is not. */
public enum Application {
    DIRECT,
    /** Wmo: reports go to the municipal supervisor (Wmo 2015 art. 3.4), for whom IGJ's policy is a yardstick, not a rule. */
    BY_ANALOGY
}
