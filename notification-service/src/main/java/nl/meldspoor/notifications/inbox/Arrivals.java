package nl.meldspoor.notifications.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.meldspoor.data.SettledTransactions;
import nl.meldspoor.notifications.database.Database;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Wakes the streams for which something arrived: one look per interval for all of them, by whatever instance it was told. A stream then
 * asks for itself what it may see.
 */
@ApplicationScoped
class Arrivals {

    private static final Logger LOG = Logger.getLogger(Arrivals.class);
    private static final int AT_A_TIME = 1_000;

    private static final String NEW =
            """
            SELECT transaction_id::text AS transaction, position, addressee
            FROM notification
            WHERE (transaction_id, position) > ($1::text::xid8, $2)
              AND transaction_id < %s
            ORDER BY transaction_id, position
            LIMIT $3
            """.formatted(SettledTransactions.ALL_BELOW);

    private static final String NOW = "SELECT " + SettledTransactions.ALL_BELOW + "::text AS transaction";
    private static final String AHEAD = "SELECT $1::text::xid8 > pg_snapshot_xmax(pg_current_snapshot()) AS is_ahead";

    /** One who waits. */
    interface Sleeper {
        Set<String> keys();

        /** Whose it is. */
        String readerRef();

        void wake();
    }

    private final Database database;
    private final long intervalMillis;
    private final Set<Sleeper> sleepers = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private Place seen;

    Arrivals(
            Database database,
            @ConfigProperty(name = "meldspoor.stream.interval-millis", defaultValue = "250") long intervalMillis) {
        this.database = database;
        this.intervalMillis = intervalMillis;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("arrivals").start(this::watch);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
        sleepers.forEach(Sleeper::wake);
    }

    boolean stopped() {
        return stopping.getCount() == 0;
    }

    /** Whether there was room. */
    enum Room {
        TAKEN,
        NONE_FOR_THE_READER,
        NONE
    }

    /** Counts and adds as one: of two that come at the same moment for the last place one gets it. */
    synchronized Room add(Sleeper sleeper, int perReader, int altogether) {
        if (sleepers.stream().filter(other -> other.readerRef().equals(sleeper.readerRef())).count() >= perReader) {
            return Room.NONE_FOR_THE_READER;
        }
        if (sleepers.size() >= altogether) {
            return Room.NONE;
        }
        sleepers.add(sleeper);
        return Room.TAKEN;
    }

    void remove(Sleeper sleeper) {
        sleepers.remove(sleeper);
    }

    int waiting() {
        return sleepers.size();
    }

    /** Where a stream starts that names no place. */
    Place now() {
        return Place.before(database.query(NOW, Tuple.tuple()).iterator().next().getString("transaction"));
    }

    /**
     * Whether that place cannot have been given out by this database. Not whether it lies behind {@link #now}, which may go back: by a
     * transaction of another database that was looked past and ends at this moment.
     */
    boolean isAhead(Place place) {
        return database.query(AHEAD, Tuple.of(place.transaction())).iterator().next().getBoolean("is_ahead");
    }

    private void watch() {
        try {
            while (!stopping.await(intervalMillis, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        if (sleepers.isEmpty()) {
            seen = null;
            return;
        }
        try {
            if (seen == null) {
                // What arrived while nobody waited was not watched: everybody looks for himself once.
                seen = now();
                sleepers.forEach(Sleeper::wake);
                return;
            }
            Set<String> addressees = new HashSet<>();
            for (Row row : database.query(NEW, Tuple.of(seen.transaction(), seen.position(), AT_A_TIME))) {
                seen = new Place(row.getString("transaction"), row.getLong("position"));
                addressees.add(row.getString("addressee"));
            }
            for (Sleeper sleeper : addressees.isEmpty() ? Set.<Sleeper>of() : sleepers) {
                if (sleeper.keys().stream().anyMatch(addressees::contains)) {
                    sleeper.wake();
                }
            }
        } catch (RuntimeException e) {
            LOG.debugf("arrivals unknown for now failure=%s", e.getClass().getName());
        }
    }
}
