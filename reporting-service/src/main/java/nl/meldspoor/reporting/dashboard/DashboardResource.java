package nl.meldspoor.reporting.dashboard;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.reporting.reach.Reach;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /v1/dashboard}: where the caller's organisation stands. */
@Path("/v1/dashboard")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dashboard")
public class DashboardResource {

    @Inject
    CurrentCaller caller;

    @Inject
    PersonRefs refs;

    @Inject
    Dashboard dashboard;

    @Inject
    Clock clock;

    @GET
    @Operation(
            operationId = "getDashboard",
            summary = "Open cases per route and step, open obligations, deadlines per urgency",
            description = "Of the cases the caller sees: a supervisor those of the own units, the board figures of both routes.")
    public DashboardView get() {
        return dashboard.of(Reach.ofFigures(caller.get(), refs), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
