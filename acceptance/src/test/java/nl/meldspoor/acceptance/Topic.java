package nl.meldspoor.acceptance;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What is on a topic, read from its beginning to the end it has now. */
final class Topic {

    static final String CASE_EVENTS = "meldspoor.case-events";
    static final String DEADLINE_EVENTS = "meldspoor.deadline-events";

    /** One record; the headers in their order. */
    record Message(String key, Map<String, String> headers, String value) {

        Body body() {
            return Body.of(value);
        }

        String caseId() {
            return body().json().get("caseId").asText();
        }

        long sequence() {
            return body().json().get("sequence").asLong();
        }
    }

    private Topic() {}

    /** While Kafka or the topic is not there, an assertion that whoever waits tries again. */
    static List<Message> read(String topic) {
        try {
            return readToItsEnd(topic);
        } catch (KafkaException e) {
            throw new AssertionError("expected to read " + topic + ", but Kafka says " + e, e);
        }
    }

    private static List<Message> readToItsEnd(String topic) {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, Meldspoor.running().bootstrapServers(),
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(config)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<Message> messages = new ArrayList<>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(500))) {
                    messages.add(message(record));
                }
            }
            return messages;
        }
    }

    /** The events of one case, in order. */
    static List<Message> of(CaseFile file) {
        return of(CASE_EVENTS, file);
    }

    /** The messages of one case, in order. */
    static List<Message> of(String topic, CaseFile file) {
        return read(topic).stream().filter(m -> file.id().equals(m.key())).toList();
    }

    private static Message message(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers().forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        return new Message(record.key(), headers, new String(record.value(), StandardCharsets.UTF_8));
    }
}
