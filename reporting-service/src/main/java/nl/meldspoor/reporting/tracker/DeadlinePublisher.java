package nl.meldspoor.reporting.tracker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.meldspoor.events.deadlines.PublishedDeadline;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends deadline events and waits until all replicas have them, by the rules of the relay of case events (ADR 0007): one request in
 * flight, records that never expire one by one, and after any failure a new producer.
 */
final class DeadlinePublisher implements AutoCloseable {

    /** Less than the database lets a transaction idle. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final KafkaProducer<String, byte[]> producer;

    DeadlinePublisher(String bootstrapServers) {
        this.producer = new KafkaProducer<>(
                Map.ofEntries(
                        Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                        Map.entry(ProducerConfig.CLIENT_ID_CONFIG, "reporting-service-tracker"),
                        Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                        Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                        Map.entry(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1),
                        Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE),
                        Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000),
                        Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, 4_000),
                        Map.entry(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500),
                        Map.entry(ProducerConfig.LINGER_MS_CONFIG, 1)),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /**
     * Returns when every event is on the topic.
     *
     * @return per partition that got something the offset after its last record
     * @throws KafkaException when that cannot be said of all; then close this publisher and begin again at the checkpoint
     */
    Map<Integer, Long> publish(List<PublishedDeadline> events) {
        List<Future<RecordMetadata>> sent = new ArrayList<>(events.size());
        events.forEach(event -> sent.add(producer.send(record(event))));
        long until = System.nanoTime() + PATIENCE.toNanos();
        Map<Integer, Long> ends = new HashMap<>();
        try {
            for (Future<RecordMetadata> future : sent) {
                RecordMetadata there = future.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
                ends.merge(there.partition(), there.offset() + 1, Math::max);
            }
            return ends;
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka did not take a deadline event", e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("Kafka did not take the deadline events within " + PATIENCE);
        } catch (InterruptedException e) {
            throw new org.apache.kafka.common.errors.InterruptException(e);
        }
    }

    private static ProducerRecord<String, byte[]> record(PublishedDeadline event) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(PublishedDeadline.TOPIC, event.key(), event.value());
        event.headers().forEach((name, value) -> record.headers().add(new RecordHeader(name, value)));
        return record;
    }

    /** At once: nothing of this producer may arrive after the next one began. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
