/** What every service that reads topics does with PostgreSQL and Kafka, once. Knows nothing of cases. */
package nl.meldspoor.data;
