/** Who must know of an event: a pure function of the event and of what is known of its case. No clock, no database, no framework. */
package nl.meldspoor.notifications.routing;
