package nl.meldspoor.terms;

import java.time.LocalDate;

/** Where a term stands on a day. Derived whenever it is asked for, because it changes by the mere passing of a day. */
public enum TermState {
    /** Not met, and still in time. */
    OPEN,
    /** Met on or before the day it was due. */
    MET,
    /** Not met when it was due. It stays missed when it is met later: {@code metOn} then says when. */
    MISSED;

    /**
     * The state on {@code today}.
     *
     * @param dueOn the last day in time
     * @param metOn the Amsterdam day on which the entry that meets it happened, or null
     * @param today the Amsterdam day to look from
     */
    public static TermState on(LocalDate today, LocalDate dueOn, LocalDate metOn) {
        if (metOn != null) {
            return metOn.isAfter(dueOn) ? MISSED : MET;
        }
        return today.isAfter(dueOn) ? MISSED : OPEN;
    }
}
