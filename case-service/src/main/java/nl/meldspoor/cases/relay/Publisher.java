package nl.meldspoor.cases.relay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.meldspoor.cases.store.StoredEvent;
import nl.meldspoor.data.TopicWriter;
import nl.meldspoor.events.PublishedEvent;
import org.apache.kafka.common.KafkaException;

/** Sends events as they are published, and waits until all replicas have them. */
final class Publisher implements AutoCloseable {

    /** How long a batch may take before the producer is given up. */
    static final Duration PATIENCE = Duration.ofSeconds(8);

    private final TopicWriter writer;
    private final String source;

    Publisher(String bootstrapServers, String topic, String source) {
        this.source = source;
        this.writer = new TopicWriter(bootstrapServers, topic, "case-service-relay", PATIENCE);
    }

    /**
     * Returns when every event is on the topic.
     *
     * @return per partition that got something the offset after its last record
     * @throws KafkaException when that cannot be said of all; then close this publisher and begin again at the checkpoint
     */
    Map<Integer, Long> publish(List<StoredEvent> events) {
        return writer.write(events.stream().map(this::published).map(e -> new TopicWriter.Outgoing(e.key(), e.headers(), e.value())).toList());
    }

    PublishedEvent published(StoredEvent event) {
        return new PublishedEvent(
                event.eventId(),
                source,
                event.organisation(),
                event.caseId(),
                event.sequence(),
                event.type(),
                event.schemaVersion(),
                event.occurredAt(),
                event.recordedAt(),
                event.personRef(),
                event.onBehalfOfRef(),
                event.deviatedFrom(),
                event.facts(),
                event.previousHash(),
                event.hash(),
                event.traceparent());
    }

    @Override
    public void close() {
        writer.close();
    }
}
