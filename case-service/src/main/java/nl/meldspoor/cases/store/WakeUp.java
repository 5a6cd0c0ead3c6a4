package nl.meldspoor.cases.store;

import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells whoever listens that there is something to read, at most once per {@value #LEAST_MILLIS} ms and never waited for: readers look
 * by themselves, and a lost wake-up costs them a pause.
 */
public final class WakeUp {

    /** The channel to LISTEN on. */
    public static final String CHANNEL = "case_event";

    private static final int LEAST_MILLIS = 5;

    private final Pool pool;
    private final AtomicLong last = new AtomicLong(System.nanoTime() - Duration.ofSeconds(1).toNanos());

    public WakeUp(Pool pool) {
        this.pool = pool;
    }

    /** After a commit. */
    void appended() {
        long now = System.nanoTime();
        long before = last.get();
        if (now - before >= Duration.ofMillis(LEAST_MILLIS).toNanos() && last.compareAndSet(before, now)) {
            pool.query("notify " + CHANNEL).execute();
        }
    }
}
