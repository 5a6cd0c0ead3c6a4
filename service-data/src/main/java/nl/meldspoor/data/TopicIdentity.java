package nl.meldspoor.data;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sees to it that an offset is only believed on the topic it was counted on. When Kafka or the topic is another one (it was wiped, or made
 * anew), or nobody can say, the partition is read from its beginning: that costs time, but a skipped record would be lost. What is known
 * already is dropped by whoever reads.
 *
 * <p>Remembered in the table {@code topic_identity (topic, partition, cluster_id, topic_id)} of the service.
 */
@ApplicationScoped
@Identifier("topic-identity")
public class TopicIdentity implements KafkaConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(TopicIdentity.class);
    private static final int ANSWER_WITHIN_SECONDS = 10;

    private static final String KNOWN = "select partition, cluster_id, topic_id from topic_identity where topic = $1";

    private static final String REMEMBER =
            """
            insert into topic_identity (topic, partition, cluster_id, topic_id) values ($1, $2, $3, $4)
            on conflict (topic, partition) do update
               set cluster_id = excluded.cluster_id, topic_id = excluded.topic_id
            """;

    /** Kafka's own names for itself and for the topic. */
    private record Identity(String clusterId, String topicId) {}

    private final Pool pool;
    private final Instance<PartitionWatch> watches;
    private final String bootstrapServers;

    TopicIdentity(
            Pool pool, @Any Instance<PartitionWatch> watches, @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.pool = pool;
        this.watches = watches;
        this.bootstrapServers = bootstrapServers;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        List<TopicPartition> others = List.copyOf(partitions);
        try {
            // A consumer reads one topic.
            String topic = others.getFirst().topic();
            Identity now = now(topic);
            Map<Integer, Identity> known = known(topic);
            others = partitions.stream().filter(p -> !now.equals(known.get(p.partition()))).toList();
            rewind(consumer, others);
            others.forEach(p -> ask(REMEMBER, Tuple.of(topic, p.partition(), now.clusterId(), now.topicId())));
        } catch (RuntimeException e) {
            LOG.warnf("topic-identity-unknown cause=%s", e.getClass().getSimpleName());
            rewind(consumer, others);
        }
        for (PartitionWatch watch : watches) {
            watch.assigned(partitions, others);
        }
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        watches.forEach(watch -> watch.revoked(partitions));
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        watches.forEach(watch -> watch.revoked(partitions));
    }

    private static void rewind(Consumer<?, ?> consumer, List<TopicPartition> partitions) {
        // Kafka takes an empty list for every partition.
        if (!partitions.isEmpty()) {
            LOG.infof("topic-read-from-beginning topic=%s partitions=%d", partitions.getFirst().topic(), partitions.size());
            consumer.seekToBeginning(partitions);
        }
    }

    private Map<Integer, Identity> known(String topic) {
        Map<Integer, Identity> known = new HashMap<>();
        for (Row row : ask(KNOWN, Tuple.of(topic))) {
            known.put(row.getInteger("partition"), new Identity(row.getString("cluster_id"), row.getString("topic_id")));
        }
        return known;
    }

    private RowSet<Row> ask(String sql, Tuple parameters) {
        try {
            return pool.preparedQuery(sql)
                    .execute(parameters)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("expected the database to say which topic was read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the database which topic was read", e);
        }
    }

    private Identity now(String topic) {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_SECONDS * 1_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_SECONDS * 1_000);
        try (Admin admin = Admin.create(settings)) {
            String cluster = admin.describeCluster().clusterId().get(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS);
            String topicId = admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS)
                    .get(topic)
                    .topicId()
                    .toString();
            return new Identity(cluster, topicId);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("expected Kafka to say which it is", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking Kafka which it is", e);
        }
    }
}
