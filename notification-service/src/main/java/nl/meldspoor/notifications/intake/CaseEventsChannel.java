package nl.meldspoor.notifications.intake;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
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

    private final Intake intake;
    private final UntilStored untilStored;

    CaseEventsChannel(Intake intake, UntilStored untilStored) {
        this.intake = intake;
        this.untilStored = untilStored;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("retry-unreadable").start(() -> {
            try {
                untilStored.run("unreadable events", intake::retryUnreadable);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IllegalStateException e) {
                LOG.infof("stopped before unreadable events were tried again");
            }
        });
    }

    @Incoming("case-events")
    @Blocking
    void take(ConsumerRecords<byte[], byte[]> batch) throws InterruptedException {
        List<ArrivedRecord> records = new ArrayList<>(batch.count());
        batch.forEach(record -> records.add(ArrivedRecord.of(record)));
        untilStored.run("batch", () -> intake.take(records));
    }
}
