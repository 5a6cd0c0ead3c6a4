package nl.meldspoor.notifications.delivery;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** {@code /q/health/well}: down while something urgent has not arrived. The service goes on meanwhile. */
@Wellness
@ApplicationScoped
class DeliveryCheck implements HealthCheck {

    private final DeliveryAlarm alarm;

    DeliveryCheck(DeliveryAlarm alarm) {
        this.alarm = alarm;
    }

    @Override
    public HealthCheckResponse call() {
        long count = alarm.standing();
        return HealthCheckResponse.named("urgent-deliveries")
                .status(count == 0)
                .withData("notDelivered", count)
                .build();
    }
}
