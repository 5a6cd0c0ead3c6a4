package nl.meldspoor.cases.store;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/** Sweeps once a minute, so that an erasure that was recorded just before a crash is carried out soon after it. */
public final class ErasureSweeper implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ErasureSweeper.class);

    private final Erasure erasure;
    private final Duration every;
    private volatile boolean closed;
    private Thread thread;

    public ErasureSweeper(Erasure erasure, Duration every) {
        this.erasure = erasure;
        this.every = every;
    }

    /** Sweeps on a thread of its own until it is closed. */
    public void start() {
        thread = Thread.ofVirtual().name("erasure-sweeper").start(() -> {
            while (!closed) {
                LockSupport.parkNanos(every.toNanos());
                if (closed) {
                    return;
                }
                try {
                    erasure.sweep();
                } catch (StoreUnavailable e) {
                    // the store watch says so
                    continue;
                } catch (RuntimeException e) {
                    LOG.error("erasure is not carried out; it is tried again", e);
                }
            }
        });
    }

    @Override
    public void close() {
        closed = true;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }
}
