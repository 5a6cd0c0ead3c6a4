package nl.meldspoor.reporting.tracker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import nl.meldspoor.terms.DutchCalendar;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** How the tracker is doing. Always up: reading goes on while messages wait. */
@Readiness
@ApplicationScoped
class TrackerCheck implements HealthCheck {

    @Inject
    TrackerThreads threads;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("deadline tracker")
                .up()
                .withData("trouble", threads.trouble())
                .withData("calendar", DutchCalendar.current().version())
                .withData("calendarHorizon", DutchCalendar.current().horizon().toString())
                .withData("termsPastHorizon", threads.pastHorizon())
                .build();
    }
}
