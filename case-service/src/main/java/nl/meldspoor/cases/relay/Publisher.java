package nl.meldspoor.cases.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.meldspoor.cases.store.StoredEvent;
import nl.meldspoor.events.PublishedEvent;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends events and waits until all replicas have them. Records never expire one by one inside the producer, for then a later event of a
 * case could arrive without the earlier: it is all of a batch or, after {@link #PATIENCE}, the end of this producer.
 */
final class Publisher implements AutoCloseable {

    /** How long a batch may take before the producer is given up. */
    static final Duration PATIENCE = Duration.ofSeconds(8);

    private final KafkaProducer<String, byte[]> producer;
    private final String topic;
    private final String source;

    Publisher(String bootstrapServers, String topic, String source) {
        this.topic = topic;
        this.source = source;
        this.producer = new KafkaProducer<>(
                Map.ofEntries(
                        Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                        Map.entry(ProducerConfig.CLIENT_ID_CONFIG, "case-service-relay"),
                        Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                        Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                        // with more, a broker that becomes leader between two requests takes the second of a producer it does
                        // not know yet before the first: seen, event 2 of a case before event 1
                        Map.entry(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1),
                        Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE),
                        Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000),
                        Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000),
                        Map.entry(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500),
                        Map.entry(ProducerConfig.LINGER_MS_CONFIG, 1),
                        Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024)),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /**
     * Returns when every event is on the topic.
     *
     * @return per partition that got something the offset after its last record
     * @throws KafkaException when that cannot be said of all; then close this publisher and begin again at the checkpoint
     */
    Map<Integer, Long> publish(List<StoredEvent> events) {
        List<Future<RecordMetadata>> sent = new ArrayList<>(events.size());
        for (StoredEvent event : events) {
            sent.add(producer.send(record(published(event))));
        }
        long until = System.nanoTime() + PATIENCE.toNanos();
        Map<Integer, Long> ends = new HashMap<>();
        try {
            for (Future<RecordMetadata> future : sent) {
                RecordMetadata there = future.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
                ends.merge(there.partition(), there.offset() + 1, Math::max);
            }
            return ends;
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka did not take an event", e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("Kafka did not take the events within " + PATIENCE);
        } catch (InterruptedException e) {
            throw new org.apache.kafka.common.errors.InterruptException(e);
        }
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

    private ProducerRecord<String, byte[]> record(PublishedEvent event) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, event.key(), event.value());
        event.headers().forEach((name, value) -> record.headers().add(new RecordHeader(name, value)));
        return record;
    }

    /** At once: what is not yet there is not waited for, so that nothing of this producer arrives after the next one began. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
