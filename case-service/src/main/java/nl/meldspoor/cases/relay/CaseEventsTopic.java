package nl.meldspoor.cases.relay;

import java.time.Duration;
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
 * The topic the relay writes: made by us, {@value #PARTITIONS} partitions for ever (the partition of a case follows from their number),
 * nothing ever deleted.
 */
final class CaseEventsTopic implements AutoCloseable {

    static final int PARTITIONS = 12;

    private static final Duration AT_MOST = Duration.ofSeconds(5);

    private final Admin admin;
    private final String name;
    private final short replication;

    CaseEventsTopic(String bootstrapServers, String name, short replication) {
        this.name = name;
        this.replication = replication;
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.CLIENT_ID_CONFIG, "case-service-relay-admin",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 4_000));
    }

    /** The topic, made when it is not there. */
    TopicIdentity ensure() {
        TopicIdentity there = identity();
        if (there != null) {
            return there;
        }
        NewTopic topic = new NewTopic(name, PARTITIONS, replication)
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG, "-1",
                        TopicConfig.RETENTION_BYTES_CONFIG, "-1",
                        TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE));
        try {
            get(admin.createTopics(List.of(topic)).all());
        } catch (TopicExistsException e) {
            // made by another relay a moment ago
        }
        TopicIdentity made = identity();
        if (made == null) {
            throw new KafkaException("the topic was made but is not there yet");
        }
        return made;
    }

    /** Cluster and topic as they are now, null when the topic is not there. */
    TopicIdentity identity() {
        String clusterId = get(admin.describeCluster().clusterId());
        try {
            TopicDescription topic = get(admin.describeTopics(List.of(name)).topicNameValues().get(name));
            if (topic.partitions().size() != PARTITIONS) {
                throw new IllegalStateException("expected " + PARTITIONS + " partitions of " + name + ", but there are "
                        + topic.partitions().size() + ": the order of cases would break");
            }
            return new TopicIdentity(clusterId, topic.topicId().toString());
        } catch (UnknownTopicOrPartitionException e) {
            return null;
        }
    }

    /** Per partition the offset after its last record. */
    List<Long> endOffsets() {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        IntStream.range(0, PARTITIONS).forEach(p -> latest.put(new TopicPartition(name, p), OffsetSpec.latest()));
        var offsets = get(admin.listOffsets(latest).all());
        return IntStream.range(0, PARTITIONS)
                .mapToObj(p -> offsets.get(new TopicPartition(name, p)).offset())
                .toList();
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
