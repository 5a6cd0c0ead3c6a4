/** Out of the house: mail and webhooks, planned with the notification, tried until they are there or have failed for good. */
package nl.meldspoor.notifications.delivery;
