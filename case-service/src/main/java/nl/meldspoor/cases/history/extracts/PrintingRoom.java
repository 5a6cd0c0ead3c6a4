package nl.meldspoor.cases.history.extracts;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nl.meldspoor.http.ProblemException;

/** Few prints at a time: printing costs a processor a good part of a second, and other requests run on the same ones. */
@ApplicationScoped
public class PrintingRoom {

    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 10;
    private static final int RETRY_AFTER_SECONDS = 5;

    private final Semaphore presses = new Semaphore(AT_ONCE, true);

    /** The PDF; 503 when too many wait already. */
    public byte[] print(Extract extract) {
        try {
            if (!presses.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw ProblemException.unavailable(RETRY_AFTER_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable(RETRY_AFTER_SECONDS);
        }
        try {
            return ExtractPdf.print(extract);
        } finally {
            presses.release();
        }
    }
}
