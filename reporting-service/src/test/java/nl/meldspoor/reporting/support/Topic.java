package nl.meldspoor.reporting.support;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import nl.meldspoor.embedded.EmbeddedParts;
import nl.meldspoor.events.PublishedEvent;
import nl.meldspoor.events.warnings.PublishedWarning;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes on the topic as the relay does. */
public final class Topic implements AutoCloseable {

    // One request in flight: else, on a topic made a moment ago, a later one is taken before the first, which then never can be (ADR 0007).
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of(
                    "bootstrap.servers", EmbeddedParts.shared().kafka().bootstrapServers(),
                    "acks", "all",
                    "max.in.flight.requests.per.connection", 1),
            new StringSerializer(),
            new ByteArraySerializer());

    public void publish(PublishedEvent... events) {
        publish(java.util.List.of(events));
    }

    public void publish(Collection<PublishedEvent> events) {
        events.forEach(event -> producer.send(record(event)));
        producer.flush();
    }

    /** What the notification-service says of a warning; answers where it lies. */
    public TopicPartition publish(PublishedWarning warning) {
        RecordHeaders headers = new RecordHeaders();
        warning.headers().forEach(headers::add);
        RecordMetadata there = sent(new ProducerRecord<>(PublishedWarning.TOPIC, null, warning.key(), warning.value(), headers));
        return new TopicPartition(there.topic(), there.partition());
    }

    /** A record nobody can make anything of. */
    public void publishGarbage(String key, String value) {
        sent(new ProducerRecord<>(PublishedEvent.TOPIC, key, value.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    /** A record with the headers of that event and another value. */
    public void publishWithValue(PublishedEvent event, String value) {
        ProducerRecord<String, byte[]> whole = record(event);
        sent(new ProducerRecord<>(whole.topic(), null, whole.key(), value.getBytes(java.nio.charset.StandardCharsets.UTF_8), whole.headers()));
    }

    private RecordMetadata sent(ProducerRecord<String, byte[]> record) {
        try {
            return producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ProducerRecord<String, byte[]> record(PublishedEvent event) {
        RecordHeaders headers = new RecordHeaders();
        event.headers().forEach(headers::add);
        return new ProducerRecord<>(PublishedEvent.TOPIC, null, event.key(), event.value(), headers);
    }

    @Override
    public void close() {
        producer.close();
    }
}
