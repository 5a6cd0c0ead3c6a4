/**
 * What figures count in a case, derived from its events: pure. Everything that counts (dashboard, statistics) counts these and
 * nothing else, so that a figure of any past moment is the figure a replay of the events until then would give.
 */
package nl.meldspoor.reporting.figures;
