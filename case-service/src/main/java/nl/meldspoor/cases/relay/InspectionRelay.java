package nl.meldspoor.cases.relay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import nl.meldspoor.cases.store.CasesDatabase;
import nl.meldspoor.cases.store.StoreUnavailable;
import nl.meldspoor.data.KeptTopic;
import nl.meldspoor.data.TopicWriter;
import nl.meldspoor.events.inspections.PublishedInspection;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Publishes that an auditor opened a case, on a thread of its own: whatever keeps it up does not hold up the events of cases. What was sent
 * and not noted is sent again under the same id; a topic that is another one, or shorter than it was, gets everything again.
 */
public final class InspectionRelay implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(InspectionRelay.class);
    private static final int BATCH = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(10);

    private final UnpublishedInspections unpublished;
    private final RelaySettings settings;
    private final BooleanSupplier active;
    private final Thread thread;
    private KeptTopic topic;
    private TopicWriter writer;
    private volatile int waiting;
    private volatile boolean stopping;

    /**
     * @param settings of the relay of case events
     * @param active whether this instance is the one that publishes; two at a moment would only send twice
     */
    public InspectionRelay(CasesDatabase database, RelaySettings settings, BooleanSupplier active) {
        this.unpublished = new UnpublishedInspections(database, settings.source());
        this.settings = settings;
        this.active = active;
        this.thread = Thread.ofPlatform().daemon().name("inspection-relay").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Inspections the board cannot have heard of yet, counted to {@value #BATCH}. */
    public int waiting() {
        return waiting;
    }

    private void run() {
        Duration pause = PAUSE;
        while (!stopping) {
            LockSupport.parkNanos(pause.toNanos());
            try {
                while (!stopping && active.getAsBoolean() && round()) {
                    // there may be more
                }
                pause = PAUSE;
            } catch (StoreUnavailable | KafkaException e) {
                LOG.warn("inspections wait reason=\"" + e.getMessage() + "\"");
                pause = longer(pause);
            } catch (RuntimeException e) {
                // a defect must not end this thread in silence: it is said, and tried again
                LOG.error("inspections not published", e);
                pause = LONGEST_BACK_OFF;
            }
        }
    }

    /** One batch; whether there was any. Throws when database or Kafka do not answer: then nothing is lost. */
    boolean round() {
        try {
            return publishSome();
        } catch (RuntimeException e) {
            letGo();
            throw e;
        }
    }

    private boolean publishSome() {
        List<PublishedInspection> batch = unpublished.next(BATCH);
        waiting = batch.size();
        connect();
        KeptTopic.Identity there = topic.ensure();
        UnpublishedInspections.PublishedTo before = unpublished.publishedTo();
        boolean same = there.equals(before.identity()) && topic.reaches(before.ends());
        if (!same) {
            LOG.warn("inspections begin at the first topicId=" + there.topicId());
            unpublished.allAgain(there);
            batch = unpublished.next(BATCH);
        }
        if (batch.isEmpty()) {
            return false;
        }
        Map<Integer, Long> added = writer.write(
                batch.stream().map(i -> new TopicWriter.Outgoing(i.key(), i.headers(), i.value())).toList());
        unpublished.published(batch, KeptTopic.merged(same ? before.ends() : List.of(), added));
        waiting = 0;
        return true;
    }

    private void connect() {
        if (writer == null) {
            topic = new KeptTopic(
                    settings.bootstrapServers(), PublishedInspection.TOPIC, "case-service-inspections-admin", settings.replication());
            writer = new TopicWriter(settings.bootstrapServers(), PublishedInspection.TOPIC, "case-service-inspections", PATIENCE);
        }
    }

    private void letGo() {
        if (writer != null) {
            writer.close();
            topic.close();
            writer = null;
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_BACK_OFF) < 0 ? twice : LONGEST_BACK_OFF;
    }

    /** After the batch under way; bounded. */
    @Override
    public void close() {
        stopping = true;
        LockSupport.unpark(thread);
        try {
            thread.join(PATIENCE.plusSeconds(10).toMillis());
            letGo();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
