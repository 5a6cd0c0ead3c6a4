/** Store → Kafka: every event, in order per case, at least once, its unsealed part only. */
package nl.meldspoor.cases.relay;
