package nl.meldspoor.notifications.routing;

import java.time.LocalDate;

/**
 * How far a term is.
 *
 * @param kind the term, e.g. {@code IGJ-REPORT}
 * @param rung the rung of the ladder that was reached, e.g. {@code TWO_WORKING_DAYS}; perhaps one this version does not know
 */
public record TermNotice(String kind, LocalDate dueOn, String rung) {}
