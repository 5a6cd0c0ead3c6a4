package nl.meldspoor.cases.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import nl.meldspoor.cases.relay.Cursor;
import nl.meldspoor.cases.store.CasesDatabase;
import nl.meldspoor.cases.store.StoreUnavailable;
import nl.meldspoor.events.proof.SignedCheckpoint;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Writes the log while it holds the lease: adds events in the order in which nothing can appear behind the reader, and signs a checkpoint when
 * there is something new and the last one is old enough. Before it signs, the tree must still give the root of the newest checkpoint of the database
 * <em>and</em> of the newest that was published outside it; else the log of that organisation is not signed any more and it is alarmed,
 * for a signature over a forked or shortened tree would hide what the log is there to show.
 */
public final class LogWriter implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LogWriter.class);
    private static final int BATCH = 1_000;
    private static final Duration STANDBY = Duration.ofSeconds(5);
    private static final Duration BACK_OFF = Duration.ofSeconds(5);

    /**
     * How it is done.
     *
     * @param every at least so long between two checkpoints of a log
     * @param pause between two looks at the store
     * @param lease how long a writer that went silent keeps the others waiting
     */
    public record Settings(int generation, Duration every, Duration pause, Duration lease) {}

    private final NextLeaves reader;
    private final LogTrees trees;
    private final LogAppend append;
    private final UnpublishedCheckpoints unpublished;
    private final SigningKeys keys;
    private final PublishedCheckpoints published;
    private final Settings settings;
    private final Clock clock;
    private final Map<String, String> refused = new ConcurrentHashMap<>();
    private volatile String trouble = "";
    private volatile boolean stopping;
    private Thread thread;

    public LogWriter(CasesDatabase database, SigningKeys keys, PublishedCheckpoints published, Settings settings, Clock clock) {
        this.reader = new NextLeaves(database);
        this.trees = new LogTrees(database);
        this.append = new LogAppend(database, trees, settings.generation(), UUID.randomUUID(), settings.lease());
        this.unpublished = new UnpublishedCheckpoints(database, settings.generation());
        this.keys = keys;
        this.published = published;
        this.settings = settings;
        this.clock = clock;
    }

    public void start() {
        thread = Thread.ofPlatform().daemon().name("log-writer").start(this::run);
    }

    /** Why the log of an organisation is not signed any more, by organisation; empty when all is well. */
    public Map<String, String> refused() {
        return Map.copyOf(refused);
    }

    /** What it waits for now, empty when for nothing. */
    public String trouble() {
        return trouble;
    }

    private void run() {
        while (!stopping) {
            try {
                if (!write()) {
                    pause(STANDBY);
                }
            } catch (LogAppend.Fenced e) {
                LOG.warn("log stands by reason=\"another writer holds the lease\"");
            } catch (StoreUnavailable | KafkaException e) {
                say(e.getMessage());
                pause(BACK_OFF);
            } catch (RuntimeException e) {
                LOG.error("log failed", e);
                say(e.getClass().getSimpleName());
                pause(BACK_OFF);
            }
        }
    }

    /** Writes until asked to stop or something fails; false when another one holds the lease. */
    private boolean write() {
        Optional<LogAppend.Lease> lease = append.take();
        if (lease.isEmpty()) {
            return false;
        }
        long fence = lease.get().fence();
        Map<String, SignedCheckpoint> outside = null;
        Cursor cursor = lease.get().cursor();
        while (!stopping) {
            List<NextLeaves.Next> events = reader.after(cursor, BATCH);
            if (events.isEmpty()) {
                append.renew(fence);
            } else {
                cursor = add(fence, events);
            }
            if (events.size() < BATCH) {
                if (outside == null) {
                    outside = new HashMap<>(published.newest());
                }
                sign(fence, outside);
                say("");
                pause(settings.pause());
            }
        }
        append.release(fence);
        return true;
    }

    /** Once: adds what there is and signs what is due. For tests, which do not wait for a clock; false when another one writes. */
    public boolean once() {
        Optional<LogAppend.Lease> lease = append.take();
        if (lease.isEmpty()) {
            return false;
        }
        long fence = lease.get().fence();
        try {
            Cursor cursor = lease.get().cursor();
            List<NextLeaves.Next> events = reader.after(cursor, BATCH);
            while (!events.isEmpty()) {
                cursor = add(fence, events);
                events = reader.after(cursor, BATCH);
            }
            sign(fence, new HashMap<>(published.newest()));
            return true;
        } finally {
            append.release(fence);
        }
    }

    private Cursor add(long fence, List<NextLeaves.Next> events) {
        append.append(fence, events);
        return events.getLast().cursor();
    }

    private void sign(long fence, Map<String, SignedCheckpoint> outside) {
        publishWhatWaits(outside);
        Instant now = clock.instant();
        Map<String, Long> sizes = append.sizes();
        sizes.forEach((organisation, size) -> {
            LogId log = new LogId(settings.generation(), organisation);
            Optional<LogTrees.Checkpoint> newest = trees.newest(log);
            boolean isDue = newest.map(c -> size > c.size() && isOver(c.signedAt(), now)).orElse(true);
            if (isDue && mayBeSigned(log, size, newest, outside.get(log.origin()))) {
                SignedCheckpoint checkpoint = keys.sign(SignedCheckpoint.of(log.origin(), size, trees.root(log, size)));
                append.sign(fence, organisation, checkpoint, now);
            }
        });
        // a log of which only the world outside knows: its tree has gone
        outside.forEach((origin, checkpoint) -> organisationOf(origin)
                .filter(organisation -> !sizes.containsKey(organisation))
                .ifPresent(organisation -> refuse(organisation, "the log was published with " + checkpoint.size() + " events and is empty now")));
        publishWhatWaits(outside);
    }

    /** Also after a clock that was ahead: what was signed tomorrow keeps nobody from signing today. */
    private boolean isOver(Instant signedAt, Instant now) {
        return !signedAt.plus(settings.every()).isAfter(now) || signedAt.isAfter(now.plus(settings.every()));
    }

    private Optional<String> organisationOf(String origin) {
        String[] parts = origin.split("/");
        return parts.length >= 2 && new LogId(settings.generation(), parts[1]).origin().equals(origin) ? Optional.of(parts[1]) : Optional.empty();
    }

    private void publishWhatWaits(Map<String, SignedCheckpoint> outside) {
        for (SignedCheckpoint waiting : unpublished.all()) {
            String organisation = organisationOf(waiting.origin()).orElseThrow();
            SignedCheckpoint known = outside.get(waiting.origin());
            if (known == null || known.size() < waiting.size() && begins(new LogId(settings.generation(), organisation), known.size(), known.root())) {
                published.publish(waiting);
                outside.put(waiting.origin(), waiting);
            } else if (known.size() != waiting.size() || !Arrays.equals(known.root(), waiting.root())) {
                refuse(organisation, "a checkpoint that waits to be published does not go on from the one that was");
                continue;
            }
            unpublished.published(organisation, waiting.size());
        }
    }

    private boolean mayBeSigned(LogId log, long size, Optional<LogTrees.Checkpoint> stored, SignedCheckpoint outside) {
        if (stored.isPresent() && !begins(log, stored.get().size(), stored.get().root())) {
            return refuse(log.organisation(), "the tree no longer begins with that of its newest checkpoint of " + stored.get().size() + " events");
        }
        if (outside != null && outside.size() > size) {
            return refuse(log.organisation(), "the log was published with " + outside.size() + " events and has " + size + " now");
        }
        if (outside != null && !begins(log, outside.size(), outside.root())) {
            return refuse(log.organisation(), "the tree no longer begins with the one that was published with " + outside.size() + " events");
        }
        refused.remove(log.organisation());
        return true;
    }

    /** Whether the stored tree still has this root over so many leaves; a leaf or subtree that is gone means it has not. */
    private boolean begins(LogId log, long size, byte[] root) {
        try {
            return size == 0 || Arrays.equals(trees.root(log, size), root);
        } catch (IllegalStateException gone) {
            return false;
        }
    }

    private boolean refuse(String organisation, String reason) {
        if (!reason.equals(refused.put(organisation, reason))) {
            LOG.error("log is not signed any more organisation=" + organisation + " reason=\"" + reason + "\"");
        }
        return false;
    }

    private void say(String now) {
        if (!now.equals(trouble)) {
            trouble = now;
            if (!now.isEmpty()) {
                LOG.warn("log waits reason=\"" + now + "\"");
            }
        }
    }

    private static void pause(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
    }

    @Override
    public void close() {
        stopping = true;
        if (thread != null) {
            LockSupport.unpark(thread);
            try {
                thread.join(Duration.ofSeconds(15));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
