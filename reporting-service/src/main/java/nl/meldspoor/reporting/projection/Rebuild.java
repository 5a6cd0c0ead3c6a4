package nl.meldspoor.reporting.projection;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.meldspoor.events.PublishedEvent;
import nl.meldspoor.reporting.projection.ProjectionStore.Tables;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Builds the projection anew beside the one that is served, when an operator asks ({@code meldspoor_rebuild()}): reads the topic from
 * its beginning into the tables of the schema {@code next}, by the same code as ever, and puts them in place of the old ones when no
 * case is less far. Of several instances one does it; after a crash it, or another, begins anew. Tracker and live pages read the served
 * tables only and are woken for these only, so nothing is said twice or too early.
 */
@ApplicationScoped
class Rebuild {

    private static final Logger LOG = Logger.getLogger(Rebuild.class);
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int PAGE = 1_000;
    private static final Duration AT_MOST = Duration.ofSeconds(20);

    @Inject
    Projector projector;

    @Inject
    RebuildStore store;

    @Inject
    ProjectionFigures figures;

    @Inject
    Event<CasesProjected> projected;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private final CountDownLatch stopping = new CountDownLatch(1);
    /** As this instance last saw it; null before that. */
    private RebuildStore.State known;

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("rebuild").start(this::look);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    private void look() {
        while (!stops(LOOKS_EVERY)) {
            try {
                RebuildStore.State state = store.state();
                if (state.askedFor()) {
                    store.alone(this::build);
                }
                tellOfSwitch(store.state());
            } catch (RuntimeException e) {
                LOG.warnf("rebuild-retry cause=%s", e.getClass().getSimpleName());
            }
        }
    }

    /** Each instance sees by itself that other tables are served, whoever built them: then every case may have new rows. */
    private void tellOfSwitch(RebuildStore.State state) {
        boolean other = known != null && !Objects.equals(known.doneAt(), state.doneAt());
        if (other) {
            figures.refresh();
            UUID last = new UUID(0, 0);
            List<UUID> cases;
            while (!(cases = store.casesAfter(last, PAGE)).isEmpty()) {
                projected.fire(new CasesProjected(Set.copyOf(cases)));
                last = cases.getLast();
            }
        }
        known = state;
    }

    /** From the beginning to the switch; throws when anything fails, and is then begun anew. */
    private void build() {
        if (!store.state().askedFor()) {
            return;
        }
        LOG.info("rebuild-begins");
        store.begin();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(PublishedEvent.TOPIC, AT_MOST).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long begin = sum(consumer.beginningOffsets(partitions, AT_MOST));
            long waitsFor = 0;
            while (!stops(Duration.ZERO)) {
                ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
                List<ArrivedRecord> arrived = new ArrayList<>(records.count());
                // what names no case was noted when the served tables were built
                records.forEach(record -> ArrivedRecord.of(record).ifPresent(arrived::add));
                projector.project(arrived, Tables.NEXT);
                long read = partitions.stream()
                        .mapToLong(p -> consumer.position(p, AT_MOST))
                        .sum();
                long end = sum(consumer.endOffsets(partitions, AT_MOST));
                store.progress(read - begin, end - begin);
                if (read < end) {
                    continue;
                }
                long casesBehind = store.switchOver();
                if (casesBehind == 0) {
                    LOG.infof("rebuild-done records=%d", read - begin);
                    return;
                }
                if (casesBehind != waitsFor) {
                    LOG.infof("rebuild-waits casesBehind=%d", casesBehind);
                    waitsFor = casesBehind;
                }
            }
        }
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ConsumerConfig.CLIENT_ID_CONFIG, "reporting-rebuild",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 4_000,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private boolean stops(Duration within) {
        try {
            return stopping.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
