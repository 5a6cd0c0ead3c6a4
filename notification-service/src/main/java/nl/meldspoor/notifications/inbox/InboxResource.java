package nl.meldspoor.notifications.inbox;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.Caller;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.Cursor;
import nl.meldspoor.http.Page;
import nl.meldspoor.http.ProblemException;
import nl.meldspoor.http.Role;
import nl.meldspoor.http.ShapeErrors;
import nl.meldspoor.notifications.database.DatabaseFailure;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The inbox of whoever asks (api.md, Notification-service). */
@Path("/v1/notifications")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications")
public class InboxResource {

    private static final Pattern USER_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,99}");
    private static final int RETRY_AFTER_SECONDS = 5;

    private final Inbox inbox;
    private final CurrentCaller caller;
    private final PersonRefs refs;

    InboxResource(Inbox inbox, CurrentCaller caller, PersonRefs refs) {
        this.inbox = inbox;
        this.caller = caller;
        this.refs = refs;
    }

    @GET
    @Operation(operationId = "listNotifications", summary = "The caller's inbox, newest first")
    @APIResponse(responseCode = "200", description = "A page of notifications")
    public Page<InboxItem> list(
            @Parameter(description = "true: only what the caller has not read") @QueryParam("unread") String unread,
            @QueryParam("cursor") String cursor,
            @Parameter(description = "1-200, default 50") @QueryParam("limit") String limit,
            @Parameter(description = "For role integration: the person acted for") @HeaderParam("On-Behalf-Of") String behalfOf) {
        Reader reader = reader(behalfOf);
        boolean unreadOnly = flag(unread);
        Page.Request request = Page.request(limit, cursor, 2);
        Optional<Inbox.After> after = request.cursor().map(InboxResource::after);
        List<InboxItem> items = available(() -> inbox.newest(reader, unreadOnly, after, request.fetch()));
        return Page.of(items, request, item -> Cursor.of(item.createdAt().toString(), item.position()));
    }

    @PUT
    @Path("{id}/read")
    @Operation(operationId = "markNotificationRead", summary = "Marks a notification as read by the caller")
    @APIResponse(responseCode = "204", description = "It is read")
    @APIResponse(responseCode = "404", description = "The caller has no such notification")
    public void markRead(@PathParam("id") String id, @HeaderParam("On-Behalf-Of") String behalfOf) {
        Reader reader = reader(behalfOf);
        UUID notification = uuid(id);
        if (!available(() -> inbox.markRead(reader, notification))) {
            throw ProblemException.notFound();
        }
    }

    private Reader reader(String behalfOf) {
        Caller who = caller.get();
        if (!who.has(Role.INTEGRATION)) {
            if (behalfOf != null) {
                throw wrongHeader("On-Behalf-Of is for integrations only.");
            }
            return Reader.of(who, refs);
        }
        if (behalfOf == null || !USER_NAME.matcher(behalfOf).matches()) {
            throw wrongHeader("An integration names the person it acts for in On-Behalf-Of.");
        }
        return Reader.behalfOf(behalfOf, who, refs);
    }

    private static ProblemException wrongHeader(String detail) {
        return new ShapeErrors().addParameter("On-Behalf-Of", detail).asProblem().asException();
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            case null -> false;
            default -> throw new ShapeErrors()
                    .addParameter("unread", "true or false is expected.")
                    .asProblem()
                    .asException();
        };
    }

    private static Inbox.After after(Cursor cursor) {
        try {
            return new Inbox.After(Instant.parse(cursor.text(0)), cursor.number(1));
        } catch (DateTimeParseException e) {
            throw new ShapeErrors()
                    .addParameter("cursor", "This is not a cursor that was given out here.")
                    .asProblem()
                    .asException();
        }
    }

    /** What is no id of ours names nothing: 404, as for an id that is somebody else's. */
    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }

    private static <T> T available(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) {
            if (DatabaseFailure.passes(e)) {
                throw ProblemException.unavailable(RETRY_AFTER_SECONDS);
            }
            throw e;
        }
    }
}
