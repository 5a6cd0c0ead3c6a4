package nl.meldspoor.notifications.intake;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.meldspoor.notifications.database.DatabaseFailure;
import org.jboss.logging.Logger;

/** Tries again for as long as it takes: nothing is skipped because PostgreSQL is away. Ends when the service stops. */
@ApplicationScoped
class UntilStored {

    private static final Logger LOG = Logger.getLogger(UntilStored.class);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final CountDownLatch stopping = new CountDownLatch(1);

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    /** @throws IllegalStateException when the service stops first; whoever reads the partition next starts with this work */
    void run(String what, Runnable work) throws InterruptedException {
        for (long pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
            try {
                work.run();
                return;
            } catch (RuntimeException e) {
                LOG.warnf(
                        "not stored, trying again what=%s pauseMillis=%d passes=%s failure=%s",
                        what, pause, DatabaseFailure.passes(e), e.getClass().getName());
            }
            if (stopping.await(pause, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("stopped before it was stored");
            }
        }
    }
}
