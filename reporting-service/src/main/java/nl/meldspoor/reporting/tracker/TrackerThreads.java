package nl.meldspoor.reporting.tracker;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import nl.meldspoor.reporting.projection.CasesProjected;
import nl.meldspoor.reporting.projection.CatchUp;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Runs the tracker and its relay with the service, each on a thread of its own, and says how they are doing. */
@ApplicationScoped
public class TrackerThreads {

    private static final Logger LOG = Logger.getLogger(TrackerThreads.class);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(10);
    private static final Duration RELAY_EVERY = Duration.ofSeconds(2);

    @Inject
    Pool pool;

    @Inject
    CatchUp catchUp;

    @Inject
    Clock clock;

    @Inject
    MeterRegistry metrics;

    @ConfigProperty(name = "meldspoor.tracker.enabled", defaultValue = "true")
    boolean enabled;

    @ConfigProperty(name = "meldspoor.tracker.every", defaultValue = "2S")
    Duration every;

    @ConfigProperty(name = "kafka.bootstrap.servers", defaultValue = "localhost:9092")
    String bootstrapServers;

    @ConfigProperty(name = "meldspoor.source", defaultValue = "urn:nld:kvknr:00000000:systeem:meldspoor")
    String source;

    @ConfigProperty(name = "meldspoor.tracker.replication", defaultValue = "-1")
    short replication;

    private HorizonWatch horizon;
    private Tracker tracker;
    private DeadlineRelay relay;
    private List<Thread> threads = List.of();
    private volatile boolean stopping;
    private volatile String trouble = "";
    private volatile String relayTrouble = "";

    void start(@Observes StartupEvent event) {
        if (!enabled) {
            return;
        }
        Counter noted = Counter.builder("meldspoor.deadlines.noted")
                .description("Rungs of deadlines noted by this instance, to be published")
                .register(metrics);
        TrackerDatabase database = new TrackerDatabase(pool);
        Journal journal = new Journal(database, source);
        horizon = new HorizonWatch(database, clock);
        Gauge.builder("meldspoor.terms.running.past.horizon", horizon, HorizonWatch::past)
                .description("Running terms that end after the last day for which equated days are known")
                .register(metrics);
        Gauge.builder("meldspoor.calendar.days.left", horizon, HorizonWatch::daysLeft)
                .description("Days until the horizon of the calendar")
                .register(metrics);
        tracker = new Tracker(new WatchedDeadlines(database), journal, reading(), CatchUp::partitionOf, clock);
        relay = new DeadlineRelay(database, journal, bootstrapServers, replication);
        Thread relaying = Thread.ofPlatform().daemon().name("deadline-relay").unstarted(() -> repeat(
                RELAY_EVERY, () -> relay.round() == DeadlineRelay.Round.PUBLISHED, said -> relayTrouble = said));
        Thread watching = Thread.ofPlatform().daemon().name("deadline-tracker").unstarted(() -> repeat(
                every,
                () -> {
                    horizon.look();
                    int rungs = tracker.tick();
                    if (rungs > 0) {
                        noted.increment(rungs);
                        LockSupport.unpark(relaying);
                    }
                    return false;
                },
                said -> trouble = said));
        threads = List.of(watching, relaying);
        threads.forEach(Thread::start);
    }

    private Tracker.Reading reading() {
        return new Tracker.Reading() {
            @Override
            public long assignments() {
                return catchUp.assignments();
            }

            @Override
            public Set<Integer> assigned() {
                return catchUp.assigned();
            }

            @Override
            public Set<Integer> caughtUp() {
                return catchUp.caughtUp();
            }
        };
    }

    /** Cases have new rows: the next round looks at them. Not at once, for in a busy second a case may change often. */
    void projected(@Observes CasesProjected event) {
        if (tracker != null) {
            tracker.changed(event.cases());
        }
    }

    /** What keeps the tracker or its relay from going on, empty when nothing does. */
    String trouble() {
        return trouble.isEmpty() ? relayTrouble : trouble;
    }

    /** Running terms beyond the horizon of the calendar. */
    long pastHorizon() {
        return horizon == null ? 0 : horizon.past();
    }

    /** @param round whether there is more to do at once */
    private void repeat(Duration pause, BooleanSupplier round, Consumer<String> say) {
        Duration backOff = pause;
        while (!stopping) {
            try {
                boolean more = round.getAsBoolean();
                say.accept("");
                backOff = pause;
                if (!more) {
                    LockSupport.parkNanos(pause.toNanos());
                }
            } catch (RuntimeException e) {
                if (!stopping) {
                    // Classes only: messages of drivers may quote what they were given.
                    LOG.warnf("deadlines-wait thread=%s cause=%s", Thread.currentThread().getName(), e.getClass().getSimpleName());
                    say.accept(e.getClass().getSimpleName());
                    LockSupport.parkNanos(backOff.toNanos());
                    backOff = backOff.multipliedBy(2).compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : backOff.multipliedBy(2);
                }
            }
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        threads.forEach(thread -> {
            LockSupport.unpark(thread);
            try {
                thread.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        if (relay != null) {
            relay.close();
        }
    }
}
