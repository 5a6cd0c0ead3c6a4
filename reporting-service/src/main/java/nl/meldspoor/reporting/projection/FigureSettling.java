package nl.meldspoor.reporting.projection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import nl.meldspoor.reporting.projection.ProjectionStore.Tables;
import org.jboss.logging.Logger;

/**
 * Keeps the tallies of figures short: events add lines to them, and now and then lines that belong together are added up. It is
 * housekeeping: the sums stay the same, and what did not work is done after a later batch.
 */
@ApplicationScoped
class FigureSettling {

    private static final Logger LOG = Logger.getLogger(FigureSettling.class);
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(1);

    @Inject
    ProjectionStore store;

    private final Map<Tables, Long> last = new EnumMap<>(Tables.class);

    /** Once a batch is in the database. */
    void after(Tables tables) {
        if (isDue(tables)) {
            try {
                store.settleFigures(tables);
            } catch (RuntimeException e) {
                LOG.warnf("figures-not-settled cause=%s", e.getClass().getSimpleName());
            }
        }
    }

    private synchronized boolean isDue(Tables tables) {
        long now = System.nanoTime();
        Long before = last.get(tables);
        boolean due = before == null || now - before >= AT_MOST_EVERY.toNanos();
        if (due) {
            last.put(tables, now);
        }
        return due;
    }
}
