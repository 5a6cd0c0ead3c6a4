/** How a person wants to hear what waits for him. */
package nl.meldspoor.notifications.settings;
