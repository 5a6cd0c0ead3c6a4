package nl.meldspoor.reporting.figures;

import java.time.LocalDate;

/**
 * A term of a case and when it was met.
 *
 * @param ordinal its place among the terms of the case
 * @param halfOn the first day on which half of it or less is left
 * @param metOn null while it is not met
 */
public record TermStanding(
        int ordinal,
        String kind,
        String obligation,
        LocalDate startedOn,
        LocalDate halfOn,
        LocalDate dueOn,
        LocalDate metOn) {}
