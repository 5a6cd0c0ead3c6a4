package nl.meldspoor.reporting.projection;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Takes batches off {@code meldspoor.case-events}. The offset is committed when this returns, and it returns only when the
 * batch is in the database; whatever goes wrong is tried again, for as long as it takes, with a growing pause.
 */
@ApplicationScoped
class CaseEventsConsumer {

    private static final Logger LOG = Logger.getLogger(CaseEventsConsumer.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    @Inject
    Projector projector;

    @Inject
    ProjectionStore store;

    @Inject
    ProjectionFigures figures;

    @Inject
    CatchUp catchUp;

    private final CountDownLatch stopping = new CountDownLatch(1);

    /** In order, one after another: on a virtual thread the next batch would overtake one that waits, and its offset count for both. */
    @Incoming("case-events")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        untilDone("batch", () -> project(records));
    }

    /** A newer build may understand what an older one parked; that must not wait for the next event of the case. */
    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("unreadable-cases").start(() -> untilDone("unreadable-cases", () -> {
            projector.retryUnreadable();
            figures.refresh();
        }));
    }

    private void untilDone(String what, Runnable work) {
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                work.run();
                return;
            } catch (RuntimeException e) {
                LOG.warnf(
                        "projection-retry what=%s pauseMs=%d cause=%s",
                        what, pause.toMillis(), e.getClass().getSimpleName());
                pauseOrStop(pause, e);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        }
    }

    private void project(ConsumerRecords<String, byte[]> records) {
        List<ArrivedRecord> arrived = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> record : records) {
            Optional<ArrivedRecord> readable = ArrivedRecord.of(record);
            readable.ifPresentOrElse(arrived::add, () -> reject(record));
        }
        projector.project(arrived);
        records.forEach(record -> catchUp.applied(record.partition(), record.offset() + 1));
        figures.refresh();
    }

    private void reject(ConsumerRecord<String, byte[]> record) {
        LOG.errorf(
                "record-rejected topic=%s partition=%d offset=%d reason=no-case-sequence-or-id-or-a-zero-byte",
                record.topic(), record.partition(), record.offset());
        store.reject(record.topic(), record.partition(), record.offset(), "names no case, sequence or id, or holds a zero byte");
    }

    /** Waits, but not longer than the service lives. Then the batch fails unacknowledged, and comes again. */
    private void pauseOrStop(Duration pause, RuntimeException cause) {
        try {
            if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw cause;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cause;
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }
}
