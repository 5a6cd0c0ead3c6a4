package nl.meldspoor.reporting.projection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Tells people that cases wait: a gauge per reason ({@code meldspoor_projection_parked_cases}), and the same figures in the
 * detail of the readiness check. The check stays up: other cases go on, and taking the service away would stop those too.
 */
@Readiness
@ApplicationScoped
class ParkedCases implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(ParkedCases.class);

    @Inject
    ProjectionStore store;

    @Inject
    MeterRegistry metrics;

    private volatile Map<Parking.Reason, Long> counts = Map.of();
    private volatile long rejected;

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

    /** Counts again, after a batch. */
    void refresh() {
        counts = new EnumMap<>(store.parkedCases());
        rejected = store.rejectedRecords();
    }

    @Override
    public HealthCheckResponse call() {
        try {
            refresh();
        } catch (RuntimeException e) {
            // Whether the database answers is another check's business; the last known figures are better than none.
            LOG.debugf("parked-cases-not-counted cause=%s", e.getClass().getSimpleName());
        }
        var answer = HealthCheckResponse.named("case-events-projection").up().withData("rejectedRecords", rejected);
        counts.forEach((reason, count) -> answer.withData(reason.name().toLowerCase() + "Cases", count));
        return answer.build();
    }
}
