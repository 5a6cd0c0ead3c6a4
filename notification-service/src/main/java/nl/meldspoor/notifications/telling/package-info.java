/** One place where notifications come into being, with everything that follows from one in the same transaction. */
package nl.meldspoor.notifications.telling;
