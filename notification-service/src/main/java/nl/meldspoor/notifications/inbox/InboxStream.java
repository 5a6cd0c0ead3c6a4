package nl.meldspoor.notifications.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nl.meldspoor.notifications.database.DatabaseFailure;

/**
 * What one reader hears as it arrives. Pulled: nothing is fetched that the connection has not asked for, so a slow reader costs no memory.
 * Ends when the token does, and when the service stops.
 */
final class InboxStream implements Arrivals.Sleeper {

    private static final int AT_A_TIME = 100;

    /** What is to be sent next. */
    sealed interface Step {
        /** The first: from where it listens, so that it can resume there before anything arrived. */
        record Started(Place place, Unread unread) implements Step {}

        record Arrived(List<Inbox.Placed> notifications) implements Step {}

        /** Nothing: only that the connection lives. */
        record Silence() implements Step {}

        record Ended() implements Step {}
    }

    private final Reader reader;
    private final Set<String> keys;
    private final Inbox inbox;
    private final Arrivals arrivals;
    private final Clock clock;
    private final Instant until;
    private final Duration heartbeat;
    private final Semaphore awake = new Semaphore(0);
    private volatile boolean closed;
    private boolean started;
    private Place place;

    /** @param from where to resume, or null: from now */
    InboxStream(Reader reader, Inbox inbox, Arrivals arrivals, Clock clock, Place from, Instant until, Duration heartbeat) {
        this.reader = reader;
        this.keys = Set.copyOf(reader.keys());
        this.inbox = inbox;
        this.arrivals = arrivals;
        this.clock = clock;
        this.place = from;
        this.until = until;
        this.heartbeat = heartbeat;
    }

    @Override
    public Set<String> keys() {
        return keys;
    }

    @Override
    public void wake() {
        awake.release();
    }

    @Override
    public String readerRef() {
        return reader.ref();
    }

    void close() {
        closed = true;
        arrivals.remove(this);
        wake();
    }

    /** Waits for something to say; blocks, at most a heartbeat long. */
    Step next() {
        try {
            if (!started) {
                return start();
            }
            if (over()) {
                return new Step.Ended();
            }
            List<Inbox.Placed> arrived = inbox.arrivedAfter(reader, place, AT_A_TIME);
            if (arrived.isEmpty() && waitForMore() && !over()) {
                arrived = inbox.arrivedAfter(reader, place, AT_A_TIME);
            }
            if (over()) {
                return new Step.Ended();
            }
            if (arrived.isEmpty()) {
                return new Step.Silence();
            }
            place = arrived.getLast().place();
            return new Step.Arrived(arrived);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Step.Ended();
        } catch (RuntimeException e) {
            if (!DatabaseFailure.passes(e)) {
                throw e;
            }
            return afterAFailure();
        }
    }

    private Step start() {
        // A place that lies ahead of this database was given out by another one: what came between cannot be known.
        if (place == null || arrivals.isAhead(place)) {
            place = arrivals.now();
        }
        Unread unread = inbox.unread(reader);
        started = true;
        return new Step.Started(place, unread);
    }

    private boolean over() {
        return closed || arrivals.stopped() || !clock.instant().isBefore(until);
    }

    private boolean waitForMore() throws InterruptedException {
        long left = Math.max(1, Duration.between(clock.instant(), until).toMillis());
        boolean woken = awake.tryAcquire(Math.min(heartbeat.toMillis(), left), TimeUnit.MILLISECONDS);
        awake.drainPermits();
        return woken;
    }

    /** The database is away: the reader stays connected and hears what he missed when it is back. */
    private Step afterAFailure() {
        try {
            waitForMore();
            return over() ? new Step.Ended() : new Step.Silence();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Step.Ended();
        }
    }
}
