/**
 * The deadline tracker: the terms of cases, most urgent first, each with its explanation, and a calculator for a term by
 * itself. Dates come from the events; state, urgency, days left and explanation are derived when asked for.
 */
package nl.meldspoor.reporting.deadlines;
