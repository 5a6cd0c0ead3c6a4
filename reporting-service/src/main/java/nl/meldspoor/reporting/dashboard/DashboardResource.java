package nl.meldspoor.reporting.dashboard;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.ShapeErrors;
import nl.meldspoor.reporting.reach.Reach;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /v1/dashboard}: where the caller's organisation stands, now or then. */
@Path("/v1/dashboard")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dashboard")
public class DashboardResource {

    static final String AT =
            "A date-time with offset, or a date (the end of that day in Europe/Amsterdam), not in the future. Counts what was"
                    + " recorded until then. Absent: now.";

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
            summary = "The figures of the organisation, now or as they were at a moment",
            description = "Of the cases the caller sees: a supervisor those of the own units, the board figures of both routes."
                    + " Who may see a case is a matter of now, also in figures of then. The cases behind a figure: listOverviewCases.")
    public DashboardView get(@Parameter(description = AT) @QueryParam("at") String at) {
        Reach reach = Reach.ofFigures(caller.get(), refs);
        ShapeErrors errors = new ShapeErrors();
        AsOf asOf = AsOf.read(at, clock.instant(), errors);
        errors.throwIfAny();
        return dashboard.of(reach, asOf);
    }
}
