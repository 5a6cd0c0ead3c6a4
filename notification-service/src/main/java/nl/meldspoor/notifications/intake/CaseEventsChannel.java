package nl.meldspoor.notifications.intake;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.meldspoor.notifications.database.DatabaseFailure;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * The topic of case events. A batch is acknowledged, and with it its offsets are committed, only after the database has committed; until
 * then it is tried again, for as long as it takes: nothing is skipped because PostgreSQL is away.
 */
@ApplicationScoped
class CaseEventsChannel {

    private static final Logger LOG = Logger.getLogger(CaseEventsChannel.class);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final Intake intake;
    private final CountDownLatch stopping = new CountDownLatch(1);

    CaseEventsChannel(Intake intake) {
        this.intake = intake;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("retry-unreadable").start(() -> {
            try {
                untilDone("unreadable events", intake::retryUnreadable);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IllegalStateException e) {
                LOG.infof("stopped before unreadable events were tried again");
            }
        });
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    @Incoming("case-events")
    @Blocking
    void take(ConsumerRecords<byte[], byte[]> batch) throws InterruptedException {
        List<ArrivedRecord> records = new ArrayList<>(batch.count());
        batch.forEach(record -> records.add(ArrivedRecord.of(record)));
        untilDone("batch", () -> intake.take(records));
    }

    private void untilDone(String what, Runnable work) throws InterruptedException {
        for (long pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
            try {
                work.run();
                return;
            } catch (RuntimeException e) {
                LOG.warnf(
                        "not stored, trying again what=%s pauseMillis=%d passes=%s failure=%s",
                        what, pause, DatabaseFailure.passes(e), e.getClass().getName());
            }
            if (stopping.await(pause, TimeUnit.MILLISECONDS)) {
                // Not acknowledged: whoever reads the partition next starts with this batch.
                throw new IllegalStateException("stopped before it was stored");
            }
        }
    }
}
