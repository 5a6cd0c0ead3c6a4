package nl.meldspoor.cases.relay;

import java.time.Duration;

/**
 * Where and how the relay publishes.
 *
 * @param source {@code ce_source} of every event
 * @param replication of the topic when it is made
 * @param lease how long a relay that went silent keeps the others waiting; more than one batch may take
 * @param batch most events in one batch
 */
public record RelaySettings(
        String bootstrapServers, String topic, String source, short replication, Duration lease, int batch) {

    public RelaySettings {
        if (batch < 1 || batch > 5_000) {
            throw new IllegalArgumentException("expected a batch of 1 to 5000, but was " + batch);
        }
    }
}
