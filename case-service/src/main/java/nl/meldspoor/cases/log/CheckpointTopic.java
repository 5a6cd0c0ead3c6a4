package nl.meldspoor.cases.log;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.meldspoor.events.proof.SignedCheckpoint;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Topic {@code meldspoor.checkpoints}: key the origin of the log, value the note, one partition, so that checkpoints stay in order. Compacted after
 * a week: the newest of each log stays for ever, and who reads along has them all.
 */
public final class CheckpointTopic implements PublishedCheckpoints {

    public static final String NAME = "meldspoor.checkpoints";

    private static final Duration AT_MOST = Duration.ofSeconds(8);
    private static final Duration READ_AT_MOST = Duration.ofSeconds(60);
    private static final TopicPartition ONLY = new TopicPartition(NAME, 0);

    private final String bootstrapServers;
    private final short replication;

    public CheckpointTopic(String bootstrapServers, short replication) {
        this.bootstrapServers = bootstrapServers;
        this.replication = replication;
    }

    @Override
    public Map<String, SignedCheckpoint> newest() {
        ensure();
        Map<String, SignedCheckpoint> newest = new HashMap<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ConsumerConfig.CLIENT_ID_CONFIG, "case-service-log",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) AT_MOST.toMillis()),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(ONLY));
            consumer.seekToBeginning(List.of(ONLY));
            long end = consumer.endOffsets(List.of(ONLY)).get(ONLY);
            long until = System.nanoTime() + READ_AT_MOST.toNanos();
            while (consumer.position(ONLY) < end) {
                if (System.nanoTime() > until) {
                    throw new KafkaException("the published checkpoints could not be read within " + READ_AT_MOST);
                }
                for (ConsumerRecord<String, String> published : consumer.poll(Duration.ofMillis(500))) {
                    SignedCheckpoint.parse(published.value()).ifPresent(checkpoint -> newest.merge(
                            checkpoint.origin(), checkpoint, (a, b) -> a.size() > b.size() ? a : b));
                }
            }
        }
        return newest;
    }

    /** A producer of its own each time: there is one a minute. */
    @Override
    public void publish(SignedCheckpoint checkpoint) {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ProducerConfig.CLIENT_ID_CONFIG, "case-service-log",
                        ProducerConfig.ACKS_CONFIG, "all",
                        ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) AT_MOST.toMillis(),
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) AT_MOST.toMillis(),
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                        ProducerConfig.LINGER_MS_CONFIG, 0),
                new StringSerializer(),
                new StringSerializer())) {
            ProducerRecord<String, String> note = new ProducerRecord<>(NAME, checkpoint.origin(), checkpoint.note());
            note.headers().add("content-type", "text/plain; charset=utf-8".getBytes(StandardCharsets.UTF_8));
            producer.send(note).get(AT_MOST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka did not take a checkpoint", e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("Kafka did not take a checkpoint within " + AT_MOST);
        } catch (InterruptedException e) {
            throw new org.apache.kafka.common.errors.InterruptException(e);
        }
    }

    private void ensure() {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.CLIENT_ID_CONFIG, "case-service-log-admin",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) AT_MOST.toMillis()))) {
            if (admin.listTopics().names().get(AT_MOST.toMillis(), TimeUnit.MILLISECONDS).contains(NAME)) {
                return;
            }
            NewTopic topic = new NewTopic(NAME, 1, replication)
                    .configs(Map.of(
                            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
                            TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, Long.toString(Duration.ofDays(7).toMillis())));
            admin.createTopics(List.of(topic)).all().get(AT_MOST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("Kafka cannot be asked", e.getCause());
            }
        } catch (TimeoutException e) {
            throw new KafkaException("Kafka did not answer within " + AT_MOST);
        } catch (InterruptedException e) {
            throw new org.apache.kafka.common.errors.InterruptException(e);
        }
    }
}
