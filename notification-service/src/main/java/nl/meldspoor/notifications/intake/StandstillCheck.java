package nl.meldspoor.notifications.intake;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** {@code /q/health/well}: down while a case is parked or a record cannot be read. The service goes on meanwhile. */
@Wellness
@ApplicationScoped
class StandstillCheck implements HealthCheck {

    private final IntakeFigures figures;

    StandstillCheck(IntakeFigures figures) {
        this.figures = figures;
    }

    @Override
    public HealthCheckResponse call() {
        IntakeFigures.Standstill standstill = figures.standstill();
        return HealthCheckResponse.named("intake-standstill")
                .status(standstill.none())
                .withData("parkedCases", standstill.parkedCases())
                .withData("heldRecords", standstill.heldRecords())
                .withData("unreadableRecords", standstill.unreadableRecords())
                .build();
    }
}
