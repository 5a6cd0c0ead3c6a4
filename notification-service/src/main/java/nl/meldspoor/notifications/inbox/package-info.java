/** What a person finds when he asks what waits for him. Who may see a notification is decided in the query. */
package nl.meldspoor.notifications.inbox;
