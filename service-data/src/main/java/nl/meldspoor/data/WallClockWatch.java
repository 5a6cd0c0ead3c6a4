package nl.meldspoor.data;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Notices when the wall clock is set back while the process runs: held against the monotonic clock, which nobody can set. */
final class WallClockWatch {

    /** Less is waited out: it keeps nobody waiting for longer than that. */
    private static final Duration MOST = Duration.ofMinutes(1);

    private final LongSupplier wallMillis;
    private final LongSupplier monotonicNanos;
    private long lastDistance;
    private volatile Duration setBackBy = Duration.ZERO;

    WallClockWatch(LongSupplier wallMillis, LongSupplier monotonicNanos) {
        this.wallMillis = wallMillis;
        this.monotonicNanos = monotonicNanos;
        this.lastDistance = distance();
    }

    /** To be called often: what goes there and back in between is not seen. */
    void look() {
        long distance = distance();
        Duration back = Duration.ofMillis(lastDistance - distance);
        if (back.compareTo(MOST) > 0) {
            setBackBy = back;
        }
        lastDistance = distance;
    }

    /** By how much it was last set back; zero when it never was by more than a minute. */
    Duration setBackBy() {
        return setBackBy;
    }

    private long distance() {
        return wallMillis.getAsLong() - monotonicNanos.getAsLong() / 1_000_000;
    }
}
