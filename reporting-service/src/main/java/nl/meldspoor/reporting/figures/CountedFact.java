package nl.meldspoor.reporting.figures;

import java.time.LocalDate;

/**
 * Something that happened in a case and is counted.
 *
 * @param key tells it from the other facts of the case, and stays when it is corrected
 * @param value a code, see {@link FactKind}; null where there is none
 * @param happenedOn Amsterdam day on which it happened, not on which it was recorded
 * @param days calendar days it took; null where nothing took time
 */
public record CountedFact(String key, FactKind kind, String value, LocalDate happenedOn, Integer days) {}
