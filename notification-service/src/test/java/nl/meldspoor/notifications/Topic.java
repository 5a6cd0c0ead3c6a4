package nl.meldspoor.notifications;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import nl.meldspoor.embedded.EmbeddedParts;
import nl.meldspoor.events.PublishedEvent;
import nl.meldspoor.events.deadlines.PublishedDeadline;
import nl.meldspoor.events.inspections.PublishedInspection;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends to the topic as the relay does, in the order given. */
public final class Topic implements AutoCloseable {

    // One request in flight: else, on a topic made a moment ago, a later one is taken before the first, which then never can be (ADR 0007).
    private final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.of(
                    "bootstrap.servers", EmbeddedParts.shared().kafka().bootstrapServers(),
                    "acks", "all",
                    "max.in.flight.requests.per.connection", 1),
            new ByteArraySerializer(),
            new ByteArraySerializer());

    public void send(PublishedEvent... events) {
        send(List.of(events));
    }

    public void send(List<PublishedEvent> events) {
        List<Future<?>> sent = new ArrayList<>();
        for (PublishedEvent event : events) {
            List<Header> headers = new ArrayList<>();
            headers.add(new RecordHeader("ce_id", bytes(event.id().toString())));
            headers.add(new RecordHeader("ce_source", bytes(event.source())));
            sent.add(producer.send(
                    new ProducerRecord<>(PublishedEvent.TOPIC, null, bytes(event.key()), event.value(), headers)));
        }
        await(sent);
    }

    /** Rungs of deadlines, as the tracker publishes them. */
    public void send(PublishedDeadline... deadlines) {
        for (PublishedDeadline deadline : deadlines) {
            sendDeadline(deadline.key(), deadline.headers(), deadline.value());
        }
    }

    /** A record of the topic of deadline events, whatever it holds. */
    public void sendDeadline(String key, Map<String, byte[]> values, byte[] value) {
        send(PublishedDeadline.TOPIC, key, values, value);
    }

    /** Inspections, as the case-service publishes them. */
    public void send(PublishedInspection... inspections) {
        for (PublishedInspection inspection : inspections) {
            sendInspection(inspection.key(), inspection.headers(), inspection.value());
        }
    }

    /** A record of the topic of inspection events, whatever it holds. */
    public void sendInspection(String key, Map<String, byte[]> values, byte[] value) {
        send(PublishedInspection.TOPIC, key, values, value);
    }

    private void send(String topic, String key, Map<String, byte[]> values, byte[] value) {
        List<Header> headers = new ArrayList<>();
        values.forEach((name, bytes) -> headers.add(new RecordHeader(name, bytes)));
        await(List.of(producer.send(new ProducerRecord<>(topic, null, bytes(key), value, headers))));
    }

    /** Something that is no case event. */
    public void sendRaw(String key, String value) {
        List<Future<?>> sent = new ArrayList<>();
        sent.add(producer.send(new ProducerRecord<>(PublishedEvent.TOPIC, bytes(key), bytes(value))));
        await(sent);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void await(List<Future<?>> sent) {
        try {
            for (Future<?> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("not sent", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
