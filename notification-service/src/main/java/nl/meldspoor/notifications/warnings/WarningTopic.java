package nl.meldspoor.notifications.warnings;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.meldspoor.events.warnings.PublishedWarning;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topic of warnings: made by us, like the other two, and kept for ever. */
final class WarningTopic {

    private static final int PARTITIONS = 12;
    private static final int ANSWER_WITHIN_SECONDS = 5;

    private WarningTopic() {}

    /** There afterwards. Answers Kafka's own names for itself and for the topic; throws when Kafka does not answer. */
    static String ensure(String bootstrapServers, short replication) {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_SECONDS * 1_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_SECONDS * 1_000);
        try (Admin admin = Admin.create(settings)) {
            if (!admin.listTopics().names().get(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS).contains(PublishedWarning.TOPIC)) {
                make(admin, replication);
            }
            String cluster = admin.describeCluster().clusterId().get(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS);
            var topic = admin.describeTopics(List.of(PublishedWarning.TOPIC))
                    .allTopicNames()
                    .get(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS)
                    .get(PublishedWarning.TOPIC);
            return cluster + "/" + topic.topicId();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("expected Kafka to answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the topic was made", e);
        }
    }

    private static void make(Admin admin, short replication) throws TimeoutException, InterruptedException {
        try {
            NewTopic topic = new NewTopic(PublishedWarning.TOPIC, PARTITIONS, replication)
                    .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1", TopicConfig.RETENTION_BYTES_CONFIG, "-1"));
            admin.createTopics(List.of(topic)).all().get(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("expected Kafka to make the topic", e);
            }
        }
    }
}
