package nl.meldspoor.reporting.statistics;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meldspoor.http.Caller;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.Role;
import nl.meldspoor.http.ShapeErrors;
import nl.meldspoor.reporting.dashboard.DashboardView.Period;
import nl.meldspoor.terms.AmsterdamDay;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /v1/statistics}: figures that name nobody. */
@Path("/v1/statistics")
@RunOnVirtualThread
@Tag(name = "Statistics")
public class StatisticsResource {

    private static final String CSV = "text/csv";
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);
    private static final int MOST_YEARS = 10;

    /** Roles that see figures of the whole organisation. Others get 403. */
    private static final Role[] SEEING = {
        Role.CLIENT_COUNCIL,
        Role.WORKS_COUNCIL,
        Role.BOARD,
        Role.ATTENTION_OFFICER,
        Role.REPORT_TEAM,
        Role.SUPERVISOR,
        Role.AUDITOR
    };

    private record Asked(String organisation, Period period, Optional<Grouping> grouping, Instant now) {}

    @Inject
    CurrentCaller caller;

    @Inject
    Statistics statistics;

    @Inject
    Clock clock;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getStatistics",
            summary = "Anonymised figures of the organisation, as JSON or CSV",
            description = "Over whole months: the months of from and to are counted as a whole, until today. Without from and to: the"
                    + " twelve months until today. Counts under 10 are hidden, also where a sum would give them away; the rest is"
                    + " rounded to 5. In CSV a point stands for what is hidden.")
    @APIResponse(
            responseCode = "200",
            description = "The figures",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = StatisticsView.class)),
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class))
            })
    public StatisticsView json(
            @Parameter(description = "A day, from 2000-01-01") @QueryParam("from") String from,
            @Parameter(description = "A day, not before from and at most ten years after it") @QueryParam("to") String to,
            @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {
                                                "quarter", "half-year", "year", "route", "sector", "legal-framework", "client-role"
                                            }))
                    @QueryParam("groupBy")
                    String groupBy) {
        return view(asked(from, to, groupBy));
    }

    /** The same figures as CSV, for who asks for it by name. */
    @GET
    @Produces(CSV + ";qs=0.1")
    @Operation(hidden = true)
    public Response csv(
            @QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("groupBy") String groupBy) {
        StatisticsView view = view(asked(from, to, groupBy));
        return Response.ok(StatisticsCsv.of(view), CSV + ";charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"meldspoor-" + view.period().from() + "-" + view.period().to() + ".csv\"")
                .build();
    }

    private StatisticsView view(Asked asked) {
        return statistics.of(asked.organisation(), asked.period(), asked.grouping(), asked.now());
    }

    private Asked asked(String from, String to, String groupBy) {
        Caller who = caller.get();
        who.requireAny(SEEING);
        String organisation = who.requireOrganisation();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ShapeErrors errors = new ShapeErrors();
        LocalDate today = AmsterdamDay.of(now);
        Optional<LocalDate> last = day("to", to, errors);
        LocalDate end = last.orElse(today);
        LocalDate start = day("from", from, errors)
                .orElseGet(() -> end.plusDays(1).minusMonths(12).with(TemporalAdjusters.firstDayOfMonth()));
        if (errors.isEmpty() && start.isAfter(end)) {
            errors.addParameter("to", "A day not before from is expected.");
        } else if (errors.isEmpty() && start.plusYears(MOST_YEARS).isBefore(end)) {
            errors.addParameter("to", "A day at most " + MOST_YEARS + " years after from is expected.");
        } else if (errors.isEmpty() && start.isAfter(today)) {
            errors.addParameter("from", "A day not after today is expected.");
        }
        Optional<Grouping> grouping = Optional.ofNullable(groupBy).flatMap(Grouping::of);
        if (groupBy != null && grouping.isEmpty()) {
            errors.addParameter(
                    "groupBy", "One of " + Stream.of(Grouping.values()).map(Grouping::code).toList() + " is expected.");
        }
        errors.throwIfAny();
        LocalDate wholeMonth = end.with(TemporalAdjusters.lastDayOfMonth());
        return new Asked(
                organisation,
                new Period(
                        start.with(TemporalAdjusters.firstDayOfMonth()), wholeMonth.isAfter(today) ? today : wholeMonth),
                grouping,
                now);
    }

    private static Optional<LocalDate> day(String name, String text, ShapeErrors errors) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                LocalDate day = LocalDate.parse(text);
                if (!day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY)) {
                    return Optional.of(day);
                }
            }
        } catch (DateTimeException e) {
            // falls through: no day
        }
        errors.addParameter(name, "A day from " + FIRST_DAY + " to " + LAST_DAY + " is expected.");
        return Optional.empty();
    }
}
