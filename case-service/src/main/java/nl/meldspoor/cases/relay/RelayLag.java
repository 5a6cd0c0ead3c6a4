package nl.meldspoor.cases.relay;

import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import nl.meldspoor.cases.store.CasesDatabase;
import nl.meldspoor.cases.store.StoreUnavailable;
import nl.meldspoor.data.SettledTransactions;
import org.jboss.logging.Logger;

/**
 * Measures how far the topic is behind the store, whoever relays, and says so when it is too far, with the backend that holds the
 * reading order back if there is one. Never moves anything.
 */
public final class RelayLag implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(RelayLag.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int MOST_COUNTED = 10_000;

    private static final String MEASURE = """
            select count(*) as waiting,
                   coalesce(extract(epoch from clock_timestamp() - min(w.recorded_at)), 0)::float8 as oldest_seconds,
                   coalesce(bool_or(w.held), false) as held
            from (select e.recorded_at,
                         e.transaction_id >= %s
                             and e.epoch = (select i.epoch from store_identity i) as held
                  from case_event e
                  where (e.epoch, e.transaction_id, e.position)
                      > (select c.epoch, c.transaction_id, c.position from relay_checkpoint c where c.relay = 'case-events')
                  order by e.epoch, e.transaction_id, e.position
                  limit $1) w
            """.formatted(SettledTransactions.ALL_BELOW);

    private static final String OLDEST_WRITER = """
            select a.pid
            from pg_stat_activity a
            where a.backend_xid is not null and a.datname = current_database() and a.pid <> pg_backend_pid()
            order by age(a.backend_xid) desc
            limit 1
            """;

    private final CasesDatabase database;
    private final Duration alarmAfter;
    private volatile Measured last = new Measured(0, Duration.ZERO, OptionalInt.empty());
    private volatile boolean closed;
    private Thread thread;

    /** @param alarmAfter an event that waits longer is worth an alarm */
    public RelayLag(CasesDatabase database, Duration alarmAfter) {
        this.database = database;
        this.alarmAfter = alarmAfter;
    }

    /**
     * One measurement.
     *
     * @param waiting events that are stored but not known to be on the topic, counted to {@value #MOST_COUNTED}
     * @param oldest how long the oldest of them has been waiting
     * @param blockingBackend process id of the PostgreSQL backend with the oldest write transaction, when that is what they wait for
     */
    public record Measured(long waiting, Duration oldest, OptionalInt blockingBackend) {}

    public void start() {
        thread = Thread.ofVirtual().name("relay-lag").start(() -> {
            while (!closed) {
                LockSupport.parkNanos(EVERY.toNanos());
                try {
                    alarm(measure());
                } catch (StoreUnavailable e) {
                    // the store watch says so
                    continue;
                }
            }
        });
    }

    public Measured last() {
        return last;
    }

    /** Measures now. */
    public Measured measure() {
        Row row = database.query(MEASURE, MOST_COUNTED).iterator().next();
        OptionalInt backend = OptionalInt.empty();
        if (row.getBoolean("held")) {
            for (Row writer : database.query(OLDEST_WRITER)) {
                backend = OptionalInt.of(writer.getInteger("pid"));
            }
        }
        last = new Measured(
                row.getLong("waiting"), Duration.ofMillis((long) (row.getDouble("oldest_seconds") * 1000)), backend);
        return last;
    }

    private void alarm(Measured measured) {
        if (measured.oldest().compareTo(alarmAfter) > 0) {
            LOG.warn("relay lags waiting=" + measured.waiting() + " oldestSeconds=" + measured.oldest().toSeconds()
                    + " blockingBackend=" + (measured.blockingBackend().isPresent() ? measured.blockingBackend().getAsInt() : "none"));
        }
    }

    @Override
    public void close() {
        closed = true;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }
}
