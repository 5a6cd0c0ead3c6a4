/**
 * The second half of the published language: what the tracker says of terms on {@code meldspoor.deadline-events}. No content, no
 * people: codes, days and ids.
 */
package nl.meldspoor.events.deadlines;
