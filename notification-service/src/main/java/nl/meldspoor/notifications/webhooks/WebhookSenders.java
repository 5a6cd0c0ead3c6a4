package nl.meldspoor.notifications.webhooks;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** A thread per subscriber that has something due: who is slow is slow for himself. */
@ApplicationScoped
class WebhookSenders {

    private static final Logger LOG = Logger.getLogger(WebhookSenders.class);
    private static final int AT_ONCE = 100;

    private final WebhookRun run;
    private final long intervalMillis;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final CountDownLatch stopping = new CountDownLatch(1);

    WebhookSenders(
            WebhookRun run,
            @ConfigProperty(name = "meldspoor.delivery.interval-millis", defaultValue = "1000") long intervalMillis) {
        this.run = run;
        this.intervalMillis = intervalMillis;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("webhooks").start(() -> {
            try {
                while (!stopping.await(intervalMillis, TimeUnit.MILLISECONDS)) {
                    giveTurns();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    private void giveTurns() throws InterruptedException {
        while (stopping.getCount() > 0) {
            free.acquire();
            Optional<WebhookRun.Turn> turn = Optional.empty();
            try {
                turn = run.next();
            } catch (RuntimeException e) {
                LOG.warnf("no turn given failure=%s", e.getClass().getName());
            } finally {
                if (turn.isEmpty()) {
                    free.release();
                }
            }
            if (turn.isEmpty()) {
                return;
            }
            WebhookRun.Turn given = turn.get();
            Thread.ofVirtual().name("webhook-" + given.subscription()).start(() -> serve(given));
        }
    }

    private void serve(WebhookRun.Turn turn) {
        try {
            run.serve(turn);
        } catch (RuntimeException e) {
            // The lease ends by itself.
            LOG.warnf("turn interrupted subscription=%s failure=%s", turn.subscription(), e.getClass().getName());
        } finally {
            free.release();
        }
    }
}
