package nl.meldspoor.reporting.projection;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.meldspoor.events.PublishedEvent;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sees to it that an offset is only believed on the topic it was counted on. When Kafka or the topic is another one (it was
 * wiped, or made anew), or nobody can say, the partition is read from its beginning: that costs time, but a skipped record
 * would cost a gap.
 */
@ApplicationScoped
@Identifier("topic-identity")
class TopicIdentity implements KafkaConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(TopicIdentity.class);
    private static final Duration AT_MOST = Duration.ofSeconds(10);

    /** Kafka's own names for itself and for the topic. */
    record Identity(String clusterId, String topicId) {}

    @Inject
    ProjectionStore store;

    @Inject
    CatchUp catchUp;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        List<TopicPartition> others = partitions.stream().toList();
        try {
            Identity now = ask();
            Map<Integer, Identity> known = store.topicIdentities();
            others = partitions.stream()
                    .filter(p -> !now.equals(known.get(p.partition())))
                    .toList();
            rewind(consumer, others);
            others.forEach(p -> store.rememberTopic(p.partition(), now));
        } catch (RuntimeException e) {
            LOG.warnf("topic-identity-unknown cause=%s", e.getClass().getSimpleName());
            rewind(consumer, others);
        }
        catchUp.assigned(partitions, others);
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        catchUp.revoked(partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        catchUp.revoked(partitions);
    }

    private static void rewind(Consumer<?, ?> consumer, List<TopicPartition> partitions) {
        // Kafka takes an empty list for every partition.
        if (!partitions.isEmpty()) {
            LOG.infof("topic-read-from-beginning partitions=%d", partitions.size());
            consumer.seekToBeginning(partitions);
        }
    }

    private Identity ask() {
        int millis = (int) AT_MOST.toMillis();
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
        try (Admin admin = Admin.create(settings)) {
            String cluster = admin.describeCluster().clusterId().get(millis, TimeUnit.MILLISECONDS);
            String topic = admin.describeTopics(List.of(PublishedEvent.TOPIC))
                    .allTopicNames()
                    .get(millis, TimeUnit.MILLISECONDS)
                    .get(PublishedEvent.TOPIC)
                    .topicId()
                    .toString();
            return new Identity(cluster, topic);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("expected Kafka to say which it is", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking Kafka which it is", e);
        }
    }
}
