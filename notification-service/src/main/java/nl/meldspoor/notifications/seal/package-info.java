/** What is personal or secret in this service's own tables is sealed: addresses of people, secrets of webhooks. */
package nl.meldspoor.notifications.seal;
