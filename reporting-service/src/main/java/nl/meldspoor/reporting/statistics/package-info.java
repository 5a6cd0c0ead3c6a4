/**
 * Anonymised figures for the client council, the works council and the yearly report, after the categories of CBS and IGJ. Small cells
 * are hidden and the rest is rounded ({@link nl.meldspoor.reporting.statistics.Disclosure}).
 */
package nl.meldspoor.reporting.statistics;
