package nl.meldspoor.reporting.deadlines;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.Caller;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.JsonBody;
import nl.meldspoor.http.Language;
import nl.meldspoor.http.Problem;
import nl.meldspoor.http.ProblemException;
import nl.meldspoor.http.Role;
import nl.meldspoor.http.ShapeErrors;
import nl.meldspoor.reporting.deadlines.DeadlineList.Filter;
import nl.meldspoor.reporting.reach.Reach;
import nl.meldspoor.terms.AmsterdamDay;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * {@code /v1/calendar-feeds}: deadlines in somebody's own calendar. A calendar signs in with nothing but the address, so the address is a
 * secret that is shown once, ends by itself and can be revoked. What it shows is decided when it is read: a case its owner may not see by
 * then, or of which he is the accused, is not in it.
 */
@Path("/v1/calendar-feeds")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calendar feeds")
public class CalendarFeedsResource {

    private static final String CALENDAR = "text/calendar";
    private static final int MOST_DEADLINES = 1_000;
    private static final int LONGEST_USER_NAME = 255;

    @Inject
    CurrentCaller caller;

    @Inject
    PersonRefs refs;

    @Inject
    CalendarFeeds feeds;

    @Inject
    DeadlineList deadlines;

    @Inject
    Clock clock;

    @ConfigProperty(name = "meldspoor.calendar-feeds.lifetime", defaultValue = "180D")
    Duration lifetime;

    /** A new feed: the only time its secret is shown. */
    @Schema(name = "NewCalendarFeed")
    public record NewFeed(
            UUID id,
            Instant createdAt,
            Instant expiresAt,
            @Schema(description = "Shown this once; only its hash is kept") String secret,
            Links links) {

        /** @param calendar path to put into a calendar, behind the address of this service */
        @Schema(name = "CalendarFeedLinks")
        public record Links(String calendar) {}
    }

    /** A feed. */
    @Schema(name = "CalendarFeed")
    public record ShownFeed(UUID id, Instant createdAt, Instant expiresAt) {}

    /** The caller's feeds. */
    @Schema(name = "CalendarFeeds")
    public record ShownFeeds(List<ShownFeed> items, @Schema(nullable = true) String next) {}

    /** How many feeds were revoked. */
    @Schema(name = "RevokedCalendarFeeds")
    public record Revoked(@JsonProperty("revoked") int count) {}

    /** Whose feeds are to go: the shape of the request, for its description. */
    @Schema(name = "CalendarFeedRevocation")
    public record Revocation(@Schema(required = true, description = "User name of who left") String user) {}

    @POST
    @Operation(
            operationId = "createCalendarFeed",
            summary = "Makes an address under which a calendar finds the caller's deadlines",
            description = "At most ten per person. The address is a secret, good for half a year.")
    @APIResponse(
            responseCode = "201",
            description = "The feed, with its secret",
            content = @Content(schema = @Schema(implementation = NewFeed.class)))
    public Response create() {
        Caller owner = caller.get();
        Reach reach = Reach.ofCases(owner, refs);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var feed = new CalendarFeeds.Feed(UUID.randomUUID(), now, now.plus(lifetime));
        FeedSecret secret = FeedSecret.make();
        if (!feeds.add(feed, secret, owner, reach.organisation(), reach.personRef())) {
            throw Problem.of(
                            409,
                            "There are " + CalendarFeeds.MOST_PER_PERSON + " feeds already, as many as one person can have: revoke one.")
                    .asException();
        }
        return Response.created(URI.create("/v1/calendar-feeds/" + feed.id()))
                .entity(new NewFeed(
                        feed.id(),
                        feed.createdAt(),
                        feed.expiresAt(),
                        secret.text(),
                        new NewFeed.Links("/v1/calendar-feeds/" + secret.text() + ".ics")))
                .build();
    }

    @GET
    @Operation(operationId = "listCalendarFeeds", summary = "The caller's feeds, without their secrets")
    public ShownFeeds list() {
        Reach reach = Reach.ofCases(caller.get(), refs);
        return new ShownFeeds(
                feeds.of(reach.organisation(), reach.personRef(), clock.instant()).stream()
                        .map(f -> new ShownFeed(f.id(), f.createdAt(), f.expiresAt()))
                        .toList(),
                null);
    }

    @DELETE
    @Path("/{feedId}")
    @Operation(operationId = "revokeCalendarFeed", summary = "Revokes a feed of the caller: its address is good for nothing any more")
    @APIResponse(responseCode = "204", description = "Revoked")
    @APIResponse(responseCode = "404", description = "The caller has no such feed")
    public void revoke(@PathParam("feedId") String feedId) {
        Reach reach = Reach.ofCases(caller.get(), refs);
        if (!feeds.revoke(id(feedId), reach.organisation(), reach.personRef())) {
            throw ProblemException.notFound();
        }
    }

    @POST
    @Path("/revocations")
    @Operation(
            operationId = "revokeCalendarFeedsOf",
            summary = "Revokes all feeds of somebody, such as one who left",
            description = "For the board. The roles a feed was made with are not asked of the identity provider again.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Revocation.class)))
    public Revoked revokeAll(byte[] body) {
        Caller board = caller.get();
        board.requireAny(Role.BOARD);
        String organisation = board.requireOrganisation();
        var asked = JsonBody.object(body);
        ShapeErrors errors = new ShapeErrors();
        asked.fieldNames().forEachRemaining(name -> {
            if (!name.equals("user")) {
                errors.add(ShapeErrors.pointer("#", name), "This member is not known.");
            }
        });
        String user = asked.path("user").asText("");
        if (!asked.path("user").isTextual() || user.isBlank() || user.length() > LONGEST_USER_NAME) {
            errors.add("#/user", "A user name is expected.");
        }
        errors.throwIfAny();
        return new Revoked(feeds.revokeAll(organisation, refs.person(organisation, user.toLowerCase(Locale.ROOT))));
    }

    @GET
    @Path("/{secret}.ics")
    @Produces(CALENDAR)
    @SecurityRequirements
    @Operation(
            operationId = "readCalendarFeed",
            summary = "Deadlines that are not met, as iCalendar",
            description = "Needs no token: the address is the secret. At most 1,000 deadlines, the most urgent.")
    @APIResponse(
            responseCode = "200",
            description = "A calendar",
            content = @Content(mediaType = CALENDAR, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "No such feed, or it is revoked or over")
    public Response read(
            @PathParam("secret") String secret, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
        Instant now = clock.instant();
        LocalDate today = AmsterdamDay.of(now);
        Caller owner = feeds.owner(new FeedSecret(secret), now).orElseThrow(ProblemException::notFound);
        Filter everything = new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        List<StoredDeadline> open =
                deadlines.after(Optional.empty(), everything, Reach.ofCases(owner, refs), today, MOST_DEADLINES).stream()
                        .map(DeadlineList.Placed::deadline)
                        .filter(d -> d.metOn() == null)
                        .toList();
        Locale reader = Locale.forLanguageTag(Language.of(acceptLanguage).tag());
        return Response.ok(DeadlineCalendar.of(open, today, now, reader), CALENDAR + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"meldspoor.ics\"")
                .build();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }
}
