package nl.meldspoor.reporting.tracker;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import nl.meldspoor.terms.DutchCalendar;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** {@code /q/health/well}: down while a running term ends after the days that the calendar knows. The service goes on meanwhile. */
@Wellness
@ApplicationScoped
class HorizonCheck implements HealthCheck {

    @Inject
    TrackerThreads threads;

    @Override
    public HealthCheckResponse call() {
        long past = threads.pastHorizon();
        return HealthCheckResponse.named("calendar-horizon")
                .status(past == 0)
                .withData("termsPastHorizon", past)
                .withData("horizon", DutchCalendar.current().horizon().toString())
                .build();
    }
}
