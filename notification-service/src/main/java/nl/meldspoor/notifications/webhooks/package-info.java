/** What is told to another system, over HTTPS: that something happened in a case, never what. Subscriptions of an organisation, signed. */
package nl.meldspoor.notifications.webhooks;
