package nl.meldspoor.cases.store;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the case database can be reached, keeps what it confirms and is the cluster we know; says why not. */
@Readiness
@ApplicationScoped
public class StoreReadiness implements HealthCheck {

    private final StoreWatch watch;

    StoreReadiness(StoreWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("event store")
                .status(watch.ready())
                .withData("reason", watch.reason())
                .build();
    }
}
