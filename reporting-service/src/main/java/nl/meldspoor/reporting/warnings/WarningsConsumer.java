package nl.meldspoor.reporting.warnings;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.meldspoor.events.warnings.PublishedWarning;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** The topic of warnings: the offset goes up when a batch is in the database, however long that takes. */
@ApplicationScoped
class WarningsConsumer {

    private static final Logger LOG = Logger.getLogger(WarningsConsumer.class);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    @Inject
    WarningStore store;

    private final CountDownLatch stopping = new CountDownLatch(1);

    /** In order, one after another: on a virtual thread the next batch would overtake one that waits, and its offset count for both. */
    @Incoming("warning-events")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) throws InterruptedException {
        List<PublishedWarning> warnings = new ArrayList<>(records.count());
        records.forEach(record -> read(record, warnings));
        for (long pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
            try {
                store.add(warnings);
                return;
            } catch (RuntimeException e) {
                LOG.warnf("warnings-retry pauseMs=%d cause=%s", pause, e.getClass().getSimpleName());
                if (stopping.await(pause, TimeUnit.MILLISECONDS)) {
                    throw e;
                }
            }
        }
    }

    /** One that cannot be read holds up nothing: the journal at the notification-service has it. */
    private static void read(ConsumerRecord<String, byte[]> record, List<PublishedWarning> into) {
        Map<String, byte[]> headers = new HashMap<>();
        record.headers().forEach(h -> headers.put(h.key(), h.value()));
        try {
            into.add(PublishedWarning.read(headers, record.value()));
        } catch (RuntimeException e) {
            LOG.errorf("warning-rejected partition=%d offset=%d", record.partition(), record.offset());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }
}
