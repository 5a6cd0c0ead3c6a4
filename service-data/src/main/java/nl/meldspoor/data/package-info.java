/** What every service that writes or reads topics does with Kafka and PostgreSQL, once. Knows nothing of cases. */
package nl.meldspoor.data;
