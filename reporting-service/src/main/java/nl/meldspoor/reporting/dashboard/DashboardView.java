package nl.meldspoor.reporting.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.meldspoor.terms.Urgency;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an organisation stands, as far as the caller sees. */
@Schema(name = "Dashboard")
public record DashboardView(
        String organisation,
        @Schema(description = "The moment these figures are of") Instant asOf,
        @Schema(description = "Open cases, each counted once, at the furthest step in which something was recorded")
                List<OpenCases> openCases,
        @Schema(description = "Open obligations per id") List<OpenObligations> obligations,
        @Schema(description = "Deadlines that are not met, per urgency; all four are always there") Map<Urgency, Long> deadlines) {

    /** Open cases of a route that reached a step and no further. */
    @Schema(name = "OpenCases")
    public record OpenCases(String route, int step, String name, long count) {}

    /** How often an obligation is open. */
    @Schema(name = "OpenObligations")
    public record OpenObligations(String id, long count) {}
}
