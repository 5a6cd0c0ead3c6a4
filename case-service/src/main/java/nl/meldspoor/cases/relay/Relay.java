package nl.meldspoor.cases.relay;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import nl.meldspoor.cases.store.CasesDatabase;
import nl.meldspoor.cases.store.StoreUnavailable;
import nl.meldspoor.cases.store.StoredEvent;
import nl.meldspoor.data.KeptTopic;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Publishes the events of the store in order, on a thread of its own, while it holds the lease; otherwise it stands by. After any failure
 * it lets go of its producer and begins again at the checkpoint, so that an event may be sent twice but never left out and never before
 * an earlier one of its case.
 */
public final class Relay implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(25);
    private static final Duration STANDBY = Duration.ofMillis(500);
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(200);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(3);
    private static final Duration SAME_TOPIC_EVERY = Duration.ofSeconds(2);
    private static final Duration RESENDS_EVERY = Duration.ofSeconds(1);

    private final RelaySettings settings;
    private final EventReader reader;
    private final Resends resends;
    private final Checkpoint checkpoint;
    private final LongAdder published = new LongAdder();
    private final Thread thread;
    private volatile boolean stopping;
    private volatile boolean active;
    private volatile String trouble = "";

    public Relay(CasesDatabase database, RelaySettings settings) {
        this.settings = settings;
        this.reader = new EventReader(database);
        this.resends = new Resends(database);
        this.checkpoint = new Checkpoint(database, UUID.randomUUID(), settings.lease());
        this.thread = Thread.ofPlatform().daemon().name("relay").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** There may be something to read. */
    public void wake() {
        LockSupport.unpark(thread);
    }

    /** Whether this one holds the lease and publishes. */
    public boolean active() {
        return active;
    }

    /** Why it does not publish now, empty when it does or stands by. */
    public String trouble() {
        return trouble;
    }

    /** Events sent since the start, those sent again included. */
    public long published() {
        return published.sum();
    }

    private void run() {
        Duration backOff = FIRST_BACK_OFF;
        while (!stopping) {
            try {
                Optional<Checkpoint.Lease> lease = checkpoint.take();
                if (lease.isEmpty()) {
                    pause(STANDBY);
                    continue;
                }
                relay(lease.get());
                backOff = FIRST_BACK_OFF;
            } catch (Checkpoint.Fenced e) {
                LOG.warn("relay stands by reason=\"another relay holds the lease\"");
            } catch (StoreUnavailable | KafkaException e) {
                say(e.getMessage());
                pause(backOff);
                backOff = shorter(backOff.multipliedBy(2), LONGEST_BACK_OFF);
            } catch (RuntimeException e) {
                // a defect must not end the relay in silence: it is said, and tried again
                LOG.error("relay failed", e);
                say(e.getClass().getSimpleName());
                pause(LONGEST_BACK_OFF);
            } finally {
                active = false;
            }
        }
    }

    /** Publishes until asked to stop or something fails. */
    private void relay(Checkpoint.Lease lease) {
        try (KeptTopic topic =
                        new KeptTopic(settings.bootstrapServers(), settings.topic(), "case-service-relay-admin", settings.replication());
                Publisher publisher = new Publisher(settings.bootstrapServers(), settings.topic(), settings.source())) {
            KeptTopic.Identity identity = topic.ensure();
            boolean holds = identity.equals(lease.topic()) && topic.reaches(lease.endOffsets());
            if (!holds) {
                LOG.warn("relay begins at the first event topicId=" + identity.topicId() + " reason=\""
                        + (lease.topic() == null ? "nothing was relayed yet" : "the topic has not got what was relayed") + "\"");
                checkpoint.rewind(lease.fence(), identity);
            }
            active = true;
            say("");
            publish(
                    lease.fence(),
                    holds ? lease.cursor() : Cursor.START,
                    holds ? lease.endOffsets() : List.of(),
                    identity,
                    topic,
                    publisher);
            checkpoint.release(lease.fence());
        }
    }

    private void publish(
            long fence, Cursor from, List<Long> ends, KeptTopic.Identity identity, KeptTopic topic, Publisher publisher) {
        Cursor cursor = from;
        List<Long> endOffsets = ends;
        Duration pause = SHORTEST_PAUSE;
        long renewed = System.nanoTime();
        long compared = renewed;
        long resent = 0;
        while (!stopping) {
            if (resent == 0 || since(resent).compareTo(RESENDS_EVERY) > 0) {
                endOffsets = resend(fence, endOffsets, publisher);
                resent = System.nanoTime();
            }
            if (since(compared).compareTo(SAME_TOPIC_EVERY) > 0) {
                if (!Objects.equals(identity, topic.identity())) {
                    throw new KafkaException("the topic is not the one the checkpoint is of");
                }
                compared = System.nanoTime();
            }
            List<StoredEvent> events = reader.after(cursor, settings.batch());
            if (events.isEmpty()) {
                if (since(renewed).compareTo(settings.lease().dividedBy(4)) > 0) {
                    checkpoint.renew(fence);
                    renewed = System.nanoTime();
                }
                pause(pause);
                pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
                continue;
            }
            endOffsets = KeptTopic.merged(endOffsets, publisher.publish(events));
            StoredEvent last = events.getLast();
            cursor = new Cursor(last.epoch(), last.transactionId(), last.position());
            checkpoint.advance(fence, cursor, endOffsets);
            renewed = System.nanoTime();
            published.add(events.size());
            pause = SHORTEST_PAUSE;
        }
    }

    /** Sends whole cases again that an operator asked for; the checkpoint stays where it is. */
    private List<Long> resend(long fence, List<Long> ends, Publisher publisher) {
        List<Long> endOffsets = ends;
        for (Resends.Request request : resends.waiting()) {
            UUID caseId = request.caseId();
            long sent = 0;
            List<StoredEvent> events = resends.events(caseId, sent, settings.batch());
            while (!events.isEmpty()) {
                endOffsets = KeptTopic.merged(endOffsets, publisher.publish(events));
                sent = events.getLast().sequence();
                checkpoint.renew(fence);
                published.add(events.size());
                events = resends.events(caseId, sent, settings.batch());
            }
            resends.done(request);
            LOG.infof("case sent again case=%s events=%d", caseId, sent);
        }
        return endOffsets;
    }

    private void say(String now) {
        if (!now.equals(trouble)) {
            trouble = now;
            if (now.isEmpty()) {
                LOG.info("relay publishes topic=" + settings.topic());
            } else {
                LOG.warn("relay waits reason=\"" + now + "\"");
            }
        }
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static void pause(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
    }

    /** Lets the lease go after the batch under way; bounded. */
    @Override
    public void close() {
        stopping = true;
        wake();
        try {
            thread.join(Publisher.PATIENCE.plusSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
