package nl.meldspoor.reporting.projection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;

/** What the projection has taken in, and how many cases wait and why, for people: figures, and the detail of {@link ProjectionCheck}. */
@ApplicationScoped
class ProjectionFigures {

    private final ProjectionStore store;
    private final MeterRegistry metrics;
    private final Counter applied;
    private volatile Map<Parking.Reason, Long> counts = Map.of();
    private volatile long rejected;

    @Inject
    ProjectionFigures(ProjectionStore store, MeterRegistry metrics) {
        this.store = store;
        this.metrics = metrics;
        this.applied = Counter.builder("meldspoor.projection.events.applied")
                .description("Events that are in the figures and deadlines that are served")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        for (Parking.Reason reason : Parking.Reason.values()) {
            Gauge.builder("meldspoor.projection.parked.cases", () -> counts.getOrDefault(reason, 0L))
                    .description("Cases whose events wait: a gap, a fork, or not understood")
                    .tag("reason", reason.name())
                    .register(metrics);
        }
        Gauge.builder("meldspoor.projection.rejected.records", () -> rejected)
                .description("Records of the topic that name no case")
                .register(metrics);
    }

    void applied(int events) {
        applied.increment(events);
    }

    /** Counts parked cases and rejected records again. Throws when the database cannot be reached; the last figures then stay. */
    void refresh() {
        counts = Map.copyOf(store.parkedCases());
        rejected = store.rejectedRecords();
    }

    Map<Parking.Reason, Long> counts() {
        return counts;
    }

    long rejected() {
        return rejected;
    }
}
