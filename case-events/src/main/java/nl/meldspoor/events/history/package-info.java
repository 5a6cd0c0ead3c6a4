/**
 * What follows from the events of one case: the fold, its obligations, steps, deadlines and who may reach it. Pure functions over
 * facts, so that every service derives the same, also as of a past moment. No clock: today comes in.
 */
package nl.meldspoor.events.history;
