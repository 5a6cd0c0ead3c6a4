package nl.meldspoor.cases.store;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** How far a rotation of the master key is: keys that an older one than the newest still wraps, -1 when none is under way, and which that is. */
@Readiness
@ApplicationScoped
public class KeyHealth implements HealthCheck {

    private final KeyRotation rotation;

    KeyHealth(KeyRotation rotation) {
        this.rotation = rotation;
    }

    @Override
    public HealthCheckResponse call() {
        KeyRotation.Standing standing = rotation.standing();
        return HealthCheckResponse.named("master key")
                .up()
                .withData("remaining", standing.remaining())
                .withData("newest", standing.newest())
                .build();
    }
}
