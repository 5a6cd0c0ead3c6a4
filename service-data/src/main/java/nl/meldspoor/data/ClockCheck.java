package nl.meldspoor.data;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.jboss.logging.Logger;

/**
 * {@code /q/health/live}: down once the wall clock was set back by more than a minute, for Kafka's client may then wait until the moment
 * comes again at which it last looked at its topics. Only starting anew ends that.
 */
@Liveness
@ApplicationScoped
public class ClockCheck implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(ClockCheck.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final WallClockWatch clock = new WallClockWatch(System::currentTimeMillis, System::nanoTime);
    private final CountDownLatch stopping = new CountDownLatch(1);

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("clock-check").start(this::watch);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    private void watch() {
        try {
            while (!stopping.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                Duration before = clock.setBackBy();
                clock.look();
                if (!clock.setBackBy().equals(before)) {
                    LOG.errorf("clock-set-back seconds=%d do=\"start this service anew\"", clock.setBackBy().toSeconds());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("clock")
                .status(clock.setBackBy().isZero())
                .withData("setBackBySeconds", clock.setBackBy().toSeconds())
                .build();
    }
}
