package nl.meldspoor.reporting.tracker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meldspoor.embedded.EmbeddedParts;
import nl.meldspoor.events.deadlines.PublishedDeadline;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What {@code meldspoor.deadline-events} says, read from its beginning to the end it has now. */
final class DeadlineTopicLog {

    private DeadlineTopicLog() {}

    /** Of one case, in order. */
    static List<PublishedDeadline> of(UUID caseId) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", EmbeddedParts.shared().kafka().bootstrapServers(), "enable.auto.commit", false);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(PublishedDeadline.TOPIC).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            var ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<PublishedDeadline> found = new ArrayList<>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.key().equals(caseId.toString())) {
                        Map<String, byte[]> headers = new HashMap<>();
                        record.headers().forEach(h -> headers.put(h.key(), h.value()));
                        found.add(PublishedDeadline.read(headers, record.value()));
                    }
                });
            }
            return found;
        }
    }
}
