package nl.meldspoor.reporting.figures;

import java.util.List;

/**
 * Where a case stands.
 *
 * @param route MELDCODE or CARE_RELATION
 * @param status OPEN or CLOSED
 * @param step the furthest step in which something was recorded: steps may be taken in any order, so "the" step is a choice
 * @param openObligations ids, in the order of the catalogue
 */
public record Standing(String route, String status, int step, List<String> openObligations) {}
