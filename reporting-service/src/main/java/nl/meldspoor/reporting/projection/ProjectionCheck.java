package nl.meldspoor.reporting.projection;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Shows waiting cases in the detail of the readiness check. It stays up: other cases go on, and taking the service away
 * would stop those too.
 */
@Readiness
@Blocking
@ApplicationScoped
class ProjectionCheck implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(ProjectionCheck.class);

    @Inject
    ProjectionFigures figures;

    @Override
    public HealthCheckResponse call() {
        try {
            figures.refresh();
        } catch (RuntimeException e) {
            // Whether the database answers is another check's business; the last known figures are better than none.
            LOG.debugf("parked-cases-not-counted cause=%s", e.getClass().getSimpleName());
        }
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("case-events-projection")
                .up()
                .withData("rejectedRecords", figures.rejected());
        figures.counts()
                .forEach((reason, count) -> answer.withData(reason.name().toLowerCase(Locale.ROOT) + "Cases", count));
        return answer.build();
    }
}
