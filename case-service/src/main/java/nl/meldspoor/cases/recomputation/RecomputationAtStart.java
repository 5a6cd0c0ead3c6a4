package nl.meldspoor.cases.recomputation;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.meldspoor.cases.store.CasesDatabase;
import nl.meldspoor.cases.store.EventStore;
import nl.meldspoor.cases.store.StoreBusy;
import nl.meldspoor.cases.store.StoreUnavailable;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.terms.DutchCalendar;
import org.jboss.logging.Logger;

/** A build with a new calendar counts running terms again when it starts, beside its other work; again and again until that is done. */
@ApplicationScoped
class RecomputationAtStart {

    private static final Logger LOG = Logger.getLogger(RecomputationAtStart.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final CountDownLatch stopping = new CountDownLatch(1);

    /** After the store has been looked at. */
    void start(
            @Observes @Priority(3_100) StartupEvent started, CasesDatabase database, EventStore store, PersonRefs refs, Clock clock) {
        TermRecomputer recomputer = new TermRecomputer(database, store, refs, clock, DutchCalendar.current());
        Thread.ofVirtual().name("term-recomputer").start(() -> untilDone(recomputer));
    }

    private void untilDone(TermRecomputer recomputer) {
        try {
            do {
                try {
                    recomputer.run();
                    return;
                } catch (StoreUnavailable | StoreBusy e) {
                    LOG.debugf("terms are not recomputed yet cause=%s", e.getClass().getSimpleName());
                } catch (RuntimeException e) {
                    LOG.error("terms are not recomputed; it is tried again", e);
                }
            } while (!stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        this.stopping.countDown();
    }
}
