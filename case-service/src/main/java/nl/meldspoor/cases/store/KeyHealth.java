package nl.meldspoor.cases.store;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** How far a rotation of the master key is: keys that an older one still wraps, -1 when none is under way. */
@Readiness
@ApplicationScoped
public class KeyHealth implements HealthCheck {

    private final KeyRotation rotation;

    KeyHealth(KeyRotation rotation) {
        this.rotation = rotation;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("master key").up().withData("remaining", rotation.remaining()).build();
    }
}
