package nl.meldspoor.reporting.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import nl.meldspoor.data.PartitionWatch;
import nl.meldspoor.events.PublishedEvent;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which cases this instance reads, and whether their rows are as new as the topic was when somebody asked. What has effects
 * outside (a message that a term was missed) waits for that: a half-read case would seem to have missed what is met further on.
 */
@ApplicationScoped
public class CatchUp implements PartitionWatch {

    /** As the case-service makes the topic, for ever. */
    private static final int PARTITIONS = 12;

    private static final int AT_MOST_MILLIS = (int) Duration.ofSeconds(5).toMillis();

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @ConfigProperty(name = "mp.messaging.incoming.case-events.group.id")
    String group;

    /** By assigned partition the offset up to which its rows are there; 0 when it is read from its beginning, -1: as committed. */
    private final Map<Integer, Long> applied = new ConcurrentHashMap<>();

    private final AtomicLong assignments = new AtomicLong();

    @Override
    public void assigned(Collection<TopicPartition> partitions, Collection<TopicPartition> fromBeginning) {
        List<TopicPartition> ours = ofCases(partitions);
        if (!ours.isEmpty()) {
            ours.forEach(p -> applied.put(p.partition(), fromBeginning.contains(p) ? 0L : -1L));
            assignments.incrementAndGet();
        }
    }

    @Override
    public void revoked(Collection<TopicPartition> partitions) {
        List<TopicPartition> ours = ofCases(partitions);
        if (!ours.isEmpty()) {
            ours.forEach(p -> applied.remove(p.partition()));
            assignments.incrementAndGet();
        }
    }

    /** Other topics are read here, too. */
    private static List<TopicPartition> ofCases(Collection<TopicPartition> partitions) {
        return partitions.stream().filter(p -> p.topic().equals(PublishedEvent.TOPIC)).toList();
    }

    /** Everything before this offset is in the rows. */
    void applied(int partition, long next) {
        applied.computeIfPresent(partition, (p, before) -> Math.max(before, next));
    }

    /** Goes up whenever this instance gets or loses partitions. */
    public long assignments() {
        return assignments.get();
    }

    /** The partitions this instance reads. */
    public Set<Integer> assigned() {
        return Set.copyOf(applied.keySet());
    }

    /**
     * The partitions this instance reads whose rows hold all that is on the topic now. Asks Kafka; throws when it does not answer.
     */
    public Set<Integer> caughtUp() {
        Map<Integer, Long> now = Map.copyOf(applied);
        if (now.isEmpty()) {
            return Set.of();
        }
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, AT_MOST_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, AT_MOST_MILLIS);
        try (Admin admin = Admin.create(settings)) {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            now.keySet().forEach(p -> latest.put(new TopicPartition(PublishedEvent.TOPIC, p), OffsetSpec.latest()));
            var ends = admin.listOffsets(latest).all().get(AT_MOST_MILLIS, TimeUnit.MILLISECONDS);
            var committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(AT_MOST_MILLIS, TimeUnit.MILLISECONDS);
            Set<Integer> caughtUp = new TreeSet<>();
            now.forEach((partition, offset) -> {
                TopicPartition p = new TopicPartition(PublishedEvent.TOPIC, partition);
                var before = committed.get(p);
                long known = offset >= 0 ? offset : before == null ? 0 : before.offset();
                if (known >= ends.get(p).offset()) {
                    caughtUp.add(partition);
                }
            });
            return caughtUp;
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("expected Kafka to say how far its topic is", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking Kafka how far its topic is", e);
        }
    }

    /** The partition of a case: its key's, as every producer of Kafka reckons it. */
    public static int partitionOf(UUID caseId) {
        byte[] key = caseId.toString().getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % PARTITIONS;
    }
}
