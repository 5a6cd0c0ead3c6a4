package nl.meldspoor.cases.relay;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** How the relay is doing. Always up: what is recorded waits safely in the store, so Kafka being away is no reason to refuse recording. */
@Readiness
@ApplicationScoped
public class RelayHealth implements HealthCheck {

    private final Relay relay;
    private final RelayLag lag;

    RelayHealth(Relay relay, RelayLag lag) {
        this.relay = relay;
        this.lag = lag;
    }

    @Override
    public HealthCheckResponse call() {
        RelayLag.Measured measured = lag.last();
        return HealthCheckResponse.named("relay to Kafka")
                .up()
                .withData("active", relay.active())
                .withData("waiting", measured.waiting())
                .withData("oldestSeconds", measured.oldest().toSeconds())
                .withData("trouble", relay.trouble())
                .build();
    }
}
