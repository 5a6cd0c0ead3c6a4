package nl.meldspoor.print;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import nl.meldspoor.http.ProblemException;

/** Few prints at a time: printing a long case costs a processor seconds, and other requests run on the same ones. */
public final class Press {

    private final Semaphore presses;
    private final Duration patience;
    private final Duration retryAfter;

    /**
     * @param atOnce how many print at the same time
     * @param patience how long somebody waits for his turn
     * @param retryAfter when he is told to come back after that
     */
    public Press(int atOnce, Duration patience, Duration retryAfter) {
        this.presses = new Semaphore(atOnce, true);
        this.patience = patience;
        this.retryAfter = retryAfter;
    }

    /** What {@code printing} gives, when it is its turn; 503 when too many wait already. */
    public byte[] print(Supplier<byte[]> printing) {
        try {
            if (!presses.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return printing.get();
        } finally {
            presses.release();
        }
    }

    private ProblemException busy() {
        return ProblemException.unavailable(Math.toIntExact(retryAfter.toSeconds()));
    }
}
