package nl.meldspoor.notifications.intake;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.meldspoor.notifications.database.Database;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sees that a topic is still the one whose offsets we hold. If it is another one (Kafka was wiped, the topic made anew), or when that
 * cannot be found out, the partition is read from its beginning: that costs time, a skipped record would cost a notification.
 */
@ApplicationScoped
@Identifier("topic-identity")
public class TopicIdentity implements KafkaConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(TopicIdentity.class);
    private static final int ANSWER_WITHIN_SECONDS = 10;

    private static final String KNOWN = "SELECT partition, cluster_id, topic_id FROM topic_identity WHERE topic = $1";

    private static final String REMEMBER =
            """
            INSERT INTO topic_identity (topic, partition, cluster_id, topic_id) VALUES ($1, $2, $3, $4)
            ON CONFLICT (topic, partition) DO UPDATE SET cluster_id = EXCLUDED.cluster_id, topic_id = EXCLUDED.topic_id
            """;

    /** Kafka's own names for itself and for the topic. */
    private record Identity(String clusterId, String topicId) {}

    private final Database database;
    private final String bootstrapServers;

    TopicIdentity(Database database, @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.database = database;
        this.bootstrapServers = bootstrapServers;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        List<TopicPartition> fromBeginning = new ArrayList<>();
        try {
            // A consumer reads one topic.
            String topic = partitions.iterator().next().topic();
            Identity now = now(topic);
            Map<Integer, Identity> known = known(topic);
            for (TopicPartition partition : partitions) {
                if (!now.equals(known.get(partition.partition()))) {
                    fromBeginning.add(partition);
                }
            }
            consumer.seekToBeginning(fromBeginning);
            for (TopicPartition partition : fromBeginning) {
                database.query(REMEMBER, Tuple.of(topic, partition.partition(), now.clusterId(), now.topicId()));
            }
        } catch (RuntimeException e) {
            LOG.warnf("identity of the topic unknown failure=%s", e.getClass().getName());
            fromBeginning.clear();
            fromBeginning.addAll(partitions);
            consumer.seekToBeginning(fromBeginning);
        }
        LOG.infof("partitions assigned count=%d fromBeginning=%d", partitions.size(), fromBeginning.size());
    }

    private Map<Integer, Identity> known(String topic) {
        Map<Integer, Identity> known = new HashMap<>();
        for (Row row : database.query(KNOWN, Tuple.of(topic))) {
            known.put(row.getInteger("partition"), new Identity(row.getString("cluster_id"), row.getString("topic_id")));
        }
        return known;
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
            throw new IllegalStateException("expected Kafka to say who it is", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking Kafka who it is", e);
        }
    }
}
