/**
 * The event store: appends the events of a command whole or not at all, reads cases back as of any point, keeps the access log.
 * Knows nothing of REST and nothing of rules. Plain classes over a PostgreSQL pool; {@link nl.meldspoor.cases.store.StoreBeans} makes
 * beans of them.
 */
package nl.meldspoor.cases.store;
