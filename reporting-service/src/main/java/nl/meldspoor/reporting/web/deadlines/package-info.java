/** The deadline board: what must be done by when, the most urgent first, each day explained. */
package nl.meldspoor.reporting.web.deadlines;
