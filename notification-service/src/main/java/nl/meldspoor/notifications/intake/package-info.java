/** From the topic of case events to notifications in the database, once each, whatever is repeated, late, conflicting or broken. */
package nl.meldspoor.notifications.intake;
