package nl.meldspoor.reporting.deadlines;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.Csv;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.Language;
import nl.meldspoor.http.Page;
import nl.meldspoor.http.ShapeErrors;
import nl.meldspoor.reporting.deadlines.DeadlineList.Filter;
import nl.meldspoor.reporting.deadlines.DeadlineList.Placed;
import nl.meldspoor.reporting.reach.Reach;
import nl.meldspoor.terms.AmsterdamDay;
import nl.meldspoor.terms.TermState;
import nl.meldspoor.terms.Urgency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /v1/deadlines}: what must be done by when, most urgent first. */
@Path("/v1/deadlines")
@RunOnVirtualThread
@Tag(name = "Deadlines")
public class DeadlinesResource {

    private static final int LONGEST_UNIT = 100;
    private static final int MOST_IN_CSV = 10_000;

    /** A page of deadlines. */
    public record DeadlinePage(
            List<DeadlineItem> items,
            @Schema(nullable = true, description = "The cursor of the next page; null on the last one") String next) {}

    @Inject
    CurrentCaller caller;

    @Inject
    PersonRefs refs;

    @Inject
    DeadlineList deadlines;

    @Inject
    Clock clock;

    @GET
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
    @Operation(
            operationId = "listDeadlines",
            summary = "Deadlines of the cases the caller sees, most urgent first",
            description = "OVERDUE, RED, AMBER, GREEN, then what is met; within each the earliest dueOn first."
                    + " The explanation is in Dutch, or in English by Accept-Language. As CSV without limit: up to 10,000 rows, and a"
                    + " Link to the next where there are more.")
    @APIResponse(
            responseCode = "200",
            description = "A page of deadlines",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DeadlinePage.class)),
                @Content(mediaType = Csv.MEDIA_TYPE, schema = @Schema(implementation = String.class))
            })
    public Response list(
            @Parameter(description = "A term such as IGJ-REPORT, or a duty that is due at once such as OB-STOP") @QueryParam("kind") String kind,
            @Parameter(schema = @Schema(implementation = TermState.class)) @QueryParam("state") String state,
            @Parameter(schema = @Schema(implementation = Urgency.class)) @QueryParam("urgency") String urgency,
            @Parameter(description = "Unit of the case") @QueryParam("organisationUnit") String organisationUnit,
            @QueryParam("cursor") String cursor,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "200",
                                            defaultValue = "50"))
                    @QueryParam("limit")
                    String limit,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        Filter filter = filter(kind, state, urgency, organisationUnit);
        Page.Request asked = Page.request(limit, cursor, DeadlineCursor.KEYS);
        return Csv.isPreferredToJson(headers)
                ? csv(filter, limit == null ? new Page.Request(MOST_IN_CSV, asked.cursor()) : asked, acceptLanguage, uri)
                : Response.ok(page(filter, asked, acceptLanguage), MediaType.APPLICATION_JSON_TYPE).build();
    }

    private Response csv(Filter filter, Page.Request page, String acceptLanguage, UriInfo uri) {
        DeadlinePage found = page(filter, page, acceptLanguage);
        Response.ResponseBuilder answer = Response.ok(DeadlinesCsv.of(found.items()), Csv.MEDIA_TYPE + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"meldspoor-deadlines.csv\"");
        if (found.next() != null) {
            // By path, because what stands before it in front of this service is not known here.
            URI next = uri.getRequestUriBuilder().replaceQueryParam("cursor", found.next()).build();
            answer.header(HttpHeaders.LINK, "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"");
        }
        return answer.build();
    }

    private DeadlinePage page(Filter filter, Page.Request page, String acceptLanguage) {
        Reach reach = Reach.ofCases(caller.get(), refs);
        // A list keeps to the day it was begun on: it must not change its order under a reader at midnight.
        LocalDate today = page.cursor().map(DeadlineCursor::today).orElseGet(() -> AmsterdamDay.of(clock.instant()));
        List<Placed> rows = deadlines.after(page.cursor().map(DeadlineCursor::place), filter, reach, today, page.fetch());
        Page<Placed> cut = Page.of(rows, page, placed -> DeadlineCursor.of(today, placed.place()));
        Locale reader = Locale.forLanguageTag(Language.of(acceptLanguage).tag());
        return new DeadlinePage(
                cut.items().stream().map(p -> p.deadline().on(today, reader)).toList(), cut.next());
    }

    private static Filter filter(String kind, String state, String urgency, String organisationUnit) {
        ShapeErrors errors = new ShapeErrors();
        if (kind != null && !DeadlineKinds.IDS.contains(kind)) {
            errors.addParameter("kind", "One of " + DeadlineKinds.IDS + " is expected.");
        }
        Optional<TermState> wantedState = constant(TermState.values(), "state", state, errors);
        Optional<Urgency> wantedUrgency = constant(Urgency.values(), "urgency", urgency, errors);
        if (organisationUnit != null
                && (organisationUnit.isBlank()
                        || organisationUnit.length() > LONGEST_UNIT
                        || organisationUnit.chars().anyMatch(Character::isISOControl))) {
            errors.addParameter("organisationUnit", "1 to " + LONGEST_UNIT + " visible characters are expected.");
        }
        errors.throwIfAny();
        return new Filter(Optional.ofNullable(kind), wantedState, wantedUrgency, Optional.ofNullable(organisationUnit));
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] values, String name, String text, ShapeErrors errors) {
        if (text == null) {
            return Optional.empty();
        }
        Optional<E> found = Stream.of(values).filter(v -> v.name().equals(text)).findFirst();
        if (found.isEmpty()) {
            errors.addParameter(name, "One of " + List.of(values) + " is expected.");
        }
        return found;
    }
}
