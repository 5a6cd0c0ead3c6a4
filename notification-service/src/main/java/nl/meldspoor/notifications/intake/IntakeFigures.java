package nl.meldspoor.notifications.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.meldspoor.events.PublishedEvent;
import nl.meldspoor.notifications.database.Database;
import org.jboss.logging.Logger;

/** What somebody who watches the intake wants to know: how late it is, and what stands still. */
@ApplicationScoped
class IntakeFigures {

    private static final Logger LOG = Logger.getLogger(IntakeFigures.class);

    private static final String STANDSTILL =
            """
            SELECT (SELECT count(*) FROM case_progress WHERE parked IS NOT NULL) AS parked,
                   (SELECT count(*) FROM held_record) AS held,
                   (SELECT count(*) FROM unreadable_record) AS unreadable
            """;

    /**
     * What waits for a missing record or for a person.
     *
     * @param parkedCases cases of which nothing is applied for now
     * @param heldRecords records of those cases
     * @param unreadableRecords records that are no case event
     */
    record Standstill(long parkedCases, long heldRecords, long unreadableRecords) {
        boolean none() {
            return parkedCases == 0 && unreadableRecords == 0;
        }
    }

    private final Database database;
    private final Counter applied;
    private final Counter repeated;
    private final Counter told;
    private final Timer delay;
    private volatile Standstill latest = new Standstill(0, 0, 0);

    IntakeFigures(Database database, MeterRegistry registry) {
        this.database = database;
        applied = registry.counter("meldspoor.intake.events.applied");
        repeated = registry.counter("meldspoor.intake.records.repeated");
        told = registry.counter("meldspoor.notifications.created");
        delay = Timer.builder("meldspoor.intake.delay")
                .description("From recorded in the case-service to told here")
                .register(registry);
        Gauge.builder("meldspoor.intake.cases.parked", this, f -> f.latest.parkedCases()).register(registry);
        Gauge.builder("meldspoor.intake.records.held", this, f -> f.latest.heldRecords()).register(registry);
        Gauge.builder("meldspoor.intake.records.unreadable", this, f -> f.latest.unreadableRecords()).register(registry);
    }

    /** So that the gauges do not say "nothing stands still" after a restart. Nothing is known while the database is away. */
    void start(@Observes StartupEvent event) {
        try {
            standstill();
        } catch (RuntimeException e) {
            LOG.warnf("standstill unknown at start failure=%s", e.getClass().getName());
        }
    }

    /** After the batch is committed. */
    void taken(List<CaseAdvance> advances, int unreadable, Instant now) {
        boolean stands = unreadable > 0;
        for (CaseAdvance advance : advances) {
            applied.increment(advance.applied().size());
            repeated.increment(advance.repeated());
            told.increment(advance.notifications().size());
            for (PublishedEvent event : advance.applied()) {
                Duration late = Duration.between(event.recordedAt(), now);
                delay.record(late.isNegative() ? Duration.ZERO : late);
            }
            if (advance.parked() != null) {
                stands = true;
                LOG.errorf(
                        "case parked caseId=%s reason=%s lastSequence=%d held=%d",
                        advance.caseId(), advance.parked(), advance.reached().events().size(), advance.held().size());
            }
        }
        if (unreadable > 0) {
            LOG.errorf("records unreadable count=%d", unreadable);
        }
        if (stands || !latest.none()) {
            standstill();
        }
    }

    /** As it stands in the database now. */
    Standstill standstill() {
        Row row = database.query(STANDSTILL, Tuple.tuple()).iterator().next();
        latest = new Standstill(row.getLong("parked"), row.getLong("held"), row.getLong("unreadable"));
        return latest;
    }
}
