package nl.meldspoor.reporting.dashboard;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import nl.meldspoor.events.AssessmentOutcome;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.history.CaseReach.CaseStatus;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.Cursor;
import nl.meldspoor.http.Page;
import nl.meldspoor.http.ShapeErrors;
import nl.meldspoor.reporting.dashboard.OverviewCases.Place;
import nl.meldspoor.reporting.reach.Reach;
import nl.meldspoor.terms.Urgency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /v1/overview-cases}: the cases a figure of the dashboard was counted from. */
@Path("/v1/overview-cases")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dashboard")
public class OverviewCasesResource {

    private static final int CURSOR_KEYS = 2;

    /** A page of cases. */
    @Schema(name = "OverviewCasePage")
    public record OverviewCasePage(
            List<OverviewCase> items,
            @Schema(nullable = true, description = "The cursor of the next page; null on the last one") String next) {}

    /** What is asked for, as query parameters. */
    public static class Query {
        @Parameter(schema = @Schema(implementation = Route.class))
        @QueryParam("route")
        String route;

        @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "6"))
        @QueryParam("step")
        String step;

        @Parameter(schema = @Schema(implementation = CaseStatus.class))
        @QueryParam("status")
        String status;

        @QueryParam("unit")
        String unit;

        @Parameter(description = "Open obligation, such as OB-REPORT")
        @QueryParam("obligation")
        String obligation;

        @Parameter(description = "Of a deadline that is not met", schema = @Schema(implementation = Urgency.class))
        @QueryParam("urgency")
        String urgency;

        @Parameter(description = "Which term, such as IGJ-REPORT; with urgency, with term, or alone: not met")
        @QueryParam("kind")
        String kind;

        @Parameter(
                description = "How a term ended in the twelve months",
                schema = @Schema(enumeration = {"MET", "MISSED"}))
        @QueryParam("term")
        String term;

        @Parameter(
                description = "Of an assessment of the twelve months",
                schema = @Schema(implementation = AssessmentOutcome.class))
        @QueryParam("outcome")
        String outcome;

        @Parameter(description = "With outcome REPORT", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "3"))
        @QueryParam("norm")
        String norm;

        @Parameter(
                description = "With Veilig Thuis, in the twelve months",
                schema = @Schema(enumeration = {"ADVICE", "MELDING"}))
        @QueryParam("contact")
        String contact;

        @Parameter(description = "Rule an entry of the twelve months deviates from, such as MEL-1")
        @QueryParam("deviation")
        String deviation;

        @Parameter(
                description = "The first of two consecutive steps a lead time is of",
                schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "5"))
        @QueryParam("leadFrom")
        String leadFrom;

        OverviewFilter filter(ShapeErrors errors) {
            return OverviewFilter.read(
                    new OverviewFilter.Parameters(
                            route, step, status, unit, obligation, urgency, kind, term, outcome, norm, contact, deviation,
                            leadFrom),
                    errors);
        }
    }

    @Inject
    CurrentCaller caller;

    @Inject
    PersonRefs refs;

    @Inject
    OverviewCases cases;

    @Inject
    Clock clock;

    @GET
    @Operation(
            operationId = "listOverviewCases",
            summary = "The cases behind a figure of the dashboard, the newest first",
            description = "Of those the caller may see one by one: the board sees figures of both routes, but cases of CARE_RELATION"
                    + " only. Filters that are named must all hold.")
    public OverviewCasePage list(
            @BeanParam Query query,
            @Parameter(description = DashboardResource.AT) @QueryParam("at") String at,
            @QueryParam("cursor") String cursor,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
                    @QueryParam("limit")
                    String limit) {
        Reach reach = Reach.ofCases(caller.get(), refs);
        ShapeErrors errors = new ShapeErrors();
        OverviewFilter filter = query.filter(errors);
        AsOf asOf = AsOf.read(at, clock.instant(), errors);
        errors.throwIfAny();
        Page.Request page = Page.request(limit, cursor, CURSOR_KEYS);
        Page<OverviewCase> cut = Page.of(
                cases.after(page.cursor().map(OverviewCasesResource::place), filter, reach, asOf, page.fetch()),
                page,
                item -> Cursor.of(item.openedAt().toString(), item.caseId().toString()));
        return new OverviewCasePage(cut.items(), cut.next());
    }

    private static Place place(Cursor cursor) {
        try {
            return new Place(Instant.parse(cursor.text(0)), cursor.uuid(1));
        } catch (DateTimeParseException e) {
            throw ShapeErrors.one("?cursor", "This is not a cursor that was given out here.");
        }
    }
}
