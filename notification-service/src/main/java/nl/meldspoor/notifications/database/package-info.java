/** The one place where threads wait for PostgreSQL. */
package nl.meldspoor.notifications.database;
