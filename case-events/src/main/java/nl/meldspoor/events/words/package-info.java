/** What entries, their members and their codes are called, for paper and pages. */
package nl.meldspoor.events.words;
