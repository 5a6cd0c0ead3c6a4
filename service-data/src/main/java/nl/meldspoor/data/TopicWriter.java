package nl.meldspoor.data;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Writes to a topic and waits until all replicas have it (ADR 0007). Records never expire one by one inside the producer, for then a later
 * one of a case could arrive without the earlier: it is all of a batch or, when patience ends, the end of this writer.
 */
public final class TopicWriter implements AutoCloseable {

    /** What is written, as it is. */
    public record Outgoing(String key, Map<String, byte[]> headers, byte[] value) {}

    private final KafkaProducer<String, byte[]> producer;
    private final String topic;
    private final Duration patience;

    /**
     * @param clientId how Kafka knows who writes
     * @param patience how long a batch may take before the writer is given up
     */
    public TopicWriter(String bootstrapServers, String topic, String clientId, Duration patience) {
        this.topic = topic;
        this.patience = patience;
        int askAtMost = (int) patience.toMillis() * 5 / 8;
        this.producer = new KafkaProducer<>(
                Map.ofEntries(
                        Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                        Map.entry(ProducerConfig.CLIENT_ID_CONFIG, clientId),
                        Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                        Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                        // with more, a broker that becomes leader between two requests takes the second of a producer it does
                        // not know yet before the first: seen, event 2 of a case before event 1
                        Map.entry(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1),
                        Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE),
                        Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, askAtMost),
                        Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, askAtMost),
                        Map.entry(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500),
                        Map.entry(ProducerConfig.LINGER_MS_CONFIG, 1),
                        Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024)),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /**
     * Returns when every record is on the topic.
     *
     * @return per partition that got something the offset after its last record
     * @throws KafkaException when that cannot be said of all; then close this writer and begin again with what is not known to be there
     */
    public Map<Integer, Long> write(List<Outgoing> records) {
        List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
        records.forEach(record -> sent.add(producer.send(producerRecord(record))));
        long until = System.nanoTime() + patience.toNanos();
        Map<Integer, Long> ends = new HashMap<>();
        try {
            for (Future<RecordMetadata> future : sent) {
                RecordMetadata there = future.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
                ends.merge(there.partition(), there.offset() + 1, Math::max);
            }
            return ends;
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka did not take a record of " + topic, e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("Kafka did not take the records of " + topic + " within " + patience);
        } catch (InterruptedException e) {
            throw new org.apache.kafka.common.errors.InterruptException(e);
        }
    }

    private ProducerRecord<String, byte[]> producerRecord(Outgoing outgoing) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, outgoing.key(), outgoing.value());
        outgoing.headers().forEach((name, value) -> record.headers().add(new RecordHeader(name, value)));
        return record;
    }

    /** At once: what is not yet there is not waited for, so that nothing of this writer arrives after the next one began. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
