package nl.meldspoor.reporting.tracker;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import nl.meldspoor.events.deadlines.PublishedDeadline;
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

/** {@code meldspoor.deadline-events}: made by us, {@value #PARTITIONS} partitions for ever, nothing ever deleted. */
final class DeadlineTopic implements AutoCloseable {

    static final int PARTITIONS = 12;

    private static final String NAME = PublishedDeadline.TOPIC;
    private static final Duration AT_MOST = Duration.ofSeconds(5);

    /** Kafka's own names for itself and for the topic. */
    record Identity(String clusterId, String topicId) {}

    private final Admin admin;
    private final short replication;

    DeadlineTopic(String bootstrapServers, short replication) {
        this.replication = replication;
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.CLIENT_ID_CONFIG, "reporting-service-tracker-admin",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 4_000));
    }

    /** The topic, made when it is not there. */
    Identity ensure() {
        try {
            return identity();
        } catch (UnknownTopicOrPartitionException e) {
            make();
            return identity();
        }
    }

    private void make() {
        NewTopic topic = new NewTopic(NAME, PARTITIONS, replication)
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

    /** As they are now; throws {@link UnknownTopicOrPartitionException} when the topic is not there. */
    Identity identity() {
        String clusterId = get(admin.describeCluster().clusterId());
        TopicDescription topic = get(admin.describeTopics(List.of(NAME)).topicNameValues().get(NAME));
        if (topic.partitions().size() != PARTITIONS) {
            throw new IllegalStateException("expected " + PARTITIONS + " partitions of " + NAME + ", but there are "
                    + topic.partitions().size() + ": the order of cases would break");
        }
        return new Identity(clusterId, topic.topicId().toString());
    }

    /** Per partition the offset after its last record. */
    List<Long> endOffsets() {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        IntStream.range(0, PARTITIONS).forEach(p -> latest.put(new TopicPartition(NAME, p), OffsetSpec.latest()));
        var offsets = get(admin.listOffsets(latest).all());
        return IntStream.range(0, PARTITIONS)
                .mapToObj(p -> offsets.get(new TopicPartition(NAME, p)).offset())
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
