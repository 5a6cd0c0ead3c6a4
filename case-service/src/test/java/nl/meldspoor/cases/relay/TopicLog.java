package nl.meldspoor.cases.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.meldspoor.data.KeptTopic;
import nl.meldspoor.events.PublishedEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a whole topic as a consumer would: partition by partition in order, with everything that was sent again. */
final class TopicLog {

    private final String bootstrapServers;
    private final String topic;

    TopicLog(String bootstrapServers, String topic) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
    }

    /** Everything on the topic at this moment; empty while the topic is not there. */
    List<ConsumerRecord<String, byte[]>> records() {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest", "default.api.timeout.ms", 3_000,
                        "allow.auto.create.topics", false),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            if (consumer.partitionsFor(topic).isEmpty()) {
                return List.of();
            }
            List<TopicPartition> partitions =
                    IntStream.range(0, KeptTopic.PARTITIONS).mapToObj(p -> new TopicPartition(topic, p)).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(100)).forEach(read::add);
            }
            return read;
        } catch (org.apache.kafka.common.KafkaException e) {
            return List.of();
        }
    }

    List<PublishedEvent> events() {
        return records().stream().map(TopicLog::read).toList();
    }

    static PublishedEvent read(ConsumerRecord<String, byte[]> record) {
        Map<String, byte[]> headers = new HashMap<>();
        record.headers().forEach(h -> headers.put(h.key(), h.value()));
        return PublishedEvent.read(headers, record.value());
    }

    /**
     * What a consumer that drops what it has by event id keeps of each case, in order of arrival. Fails when an event comes before one
     * that precedes it, or when another event has the same place.
     */
    Map<UUID, List<UUID>> asConsumed() {
        Map<UUID, List<UUID>> byCase = new LinkedHashMap<>();
        for (PublishedEvent event : events()) {
            List<UUID> kept = byCase.computeIfAbsent(event.caseId(), c -> new ArrayList<>());
            if (event.sequence() == kept.size() + 1) {
                kept.add(event.id());
            } else if (event.sequence() > kept.size() || !kept.get((int) event.sequence() - 1).equals(event.id())) {
                throw new AssertionError("expected event " + (kept.size() + 1) + " of case " + event.caseId() + ", but was " + event.sequence());
            }
        }
        return byCase;
    }
}
