package nl.meldspoor.data;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * A topic of our own, keyed by case: made by us, {@value #PARTITIONS} partitions for ever (the partition of a case follows from their
 * number), nothing ever deleted.
 */
public final class KeptTopic implements AutoCloseable {

    public static final int PARTITIONS = 12;

    private static final Duration AT_MOST = Duration.ofSeconds(5);

    /** Kafka's own names for itself and for the topic: one that was deleted and made again, or a Kafka whose data are gone, has others. */
    public record Identity(String clusterId, String topicId) {}

    private final Admin admin;
    private final String name;
    private final short replication;

    /**
     * @param clientId how Kafka knows who asks
     * @param replication of the topic when it is made; -1: as many as the broker makes by itself, so that it fits what it asks of writers
     */
    public KeptTopic(String bootstrapServers, String name, String clientId, short replication) {
        this.name = name;
        this.replication = replication;
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.CLIENT_ID_CONFIG, clientId,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 4_000));
    }

    /** The topic, made when it is not there. */
    public Identity ensure() {
        Identity there = identity();
        if (there != null) {
            return there;
        }
        make();
        Identity made = identity();
        if (made == null) {
            throw new KafkaException("the topic was made but is not there yet");
        }
        return made;
    }

    private void make() {
        NewTopic topic = new NewTopic(name, PARTITIONS, replication)
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG, "-1",
                        TopicConfig.RETENTION_BYTES_CONFIG, "-1",
                        TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE));
        try {
            get(admin.createTopics(List.of(topic)).all());
        } catch (TopicExistsException e) {
            // made by another instance a moment ago
        }
    }

    /** As it is now, null when the topic is not there. */
    public Identity identity() {
        String clusterId = get(admin.describeCluster().clusterId());
        try {
            TopicDescription topic = get(admin.describeTopics(List.of(name)).topicNameValues().get(name));
            if (topic.partitions().size() != PARTITIONS) {
                throw new IllegalStateException("expected " + PARTITIONS + " partitions of " + name + ", but there are "
                        + topic.partitions().size() + ": the order of cases would break");
            }
            return new Identity(clusterId, topic.topicId().toString());
        } catch (UnknownTopicOrPartitionException e) {
            return null;
        }
    }

    /** Per partition the offset after its last record. */
    public List<Long> endOffsets() {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        IntStream.range(0, PARTITIONS).forEach(p -> latest.put(new TopicPartition(name, p), OffsetSpec.latest()));
        var offsets = get(admin.listOffsets(latest).all());
        return IntStream.range(0, PARTITIONS)
                .mapToObj(p -> offsets.get(new TopicPartition(name, p)).offset())
                .toList();
    }

    /**
     * Whether the topic still has all that was written to it.
     *
     * @param written per partition the offset after the last record known to be there; empty when nothing is
     */
    public boolean reaches(List<Long> written) {
        List<Long> there = written.isEmpty() ? List.of() : endOffsets();
        return IntStream.range(0, written.size()).allMatch(p -> there.get(p) >= written.get(p));
    }

    /** What is known to be there after more was written, as {@link TopicWriter#write} says it. */
    public static List<Long> merged(List<Long> written, Map<Integer, Long> more) {
        List<Long> merged = new ArrayList<>(written.isEmpty() ? Collections.nCopies(PARTITIONS, 0L) : written);
        more.forEach((partition, end) -> merged.set(partition, Math.max(end, merged.get(partition))));
        return merged;
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(AT_MOST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException("Kafka cannot be asked", e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("Kafka did not answer within " + AT_MOST);
        } catch (InterruptedException e) {
            throw new org.apache.kafka.common.errors.InterruptException(e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
