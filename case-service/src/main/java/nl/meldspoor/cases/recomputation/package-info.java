/** Counts running terms again when a build brings a new calendar, and records on each case what moved. */
package nl.meldspoor.cases.recomputation;
