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
import nl.meldspoor.http.Cursor;
import nl.meldspoor.http.Page;
import nl.meldspoor.http.ProblemException;
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

    private static final int RETRY_AFTER_SECONDS = 5;

    private final Inbox inbox;
    private final Readers readers;

    InboxResource(Inbox inbox, Readers readers) {
        this.inbox = inbox;
        this.readers = readers;
    }

    @GET
    @Operation(operationId = "listNotifications", summary = "The caller's inbox, newest first")
    @APIResponse(responseCode = "200", description = "A page of notifications")
    public Page<InboxItem> list(
            @Parameter(description = "true: only what the caller has not read") @QueryParam("unread") String unread,
            @QueryParam("cursor") String cursor,
            @Parameter(description = "1-200, default 50") @QueryParam("limit") String limit,
            @Parameter(description = "For role integration: the person acted for") @HeaderParam("On-Behalf-Of") String behalfOf) {
        Reader reader = readers.of(behalfOf);
        boolean unreadOnly = flag(unread);
        Page.Request request = Page.request(limit, cursor, 2);
        Optional<Inbox.After> after = request.cursor().map(InboxResource::after);
        List<InboxItem> items = available(() -> inbox.newest(reader, unreadOnly, after, request.fetch()));
        return Page.of(items, request, item -> Cursor.of(item.createdAt().toString(), item.position()));
    }

    @GET
    @Path("count")
    @Operation(operationId = "countNotifications", summary = "How much the caller has not read")
    @APIResponse(responseCode = "200", description = "The counts")
    public Unread count(@HeaderParam("On-Behalf-Of") String behalfOf) {
        Reader reader = readers.of(behalfOf);
        return available(() -> inbox.unread(reader));
    }

    @PUT
    @Path("{id}/read")
    @Operation(operationId = "markNotificationRead", summary = "Marks a notification as read by the caller")
    @APIResponse(responseCode = "204", description = "It is read")
    @APIResponse(responseCode = "404", description = "The caller has no such notification")
    public void markRead(@PathParam("id") String id, @HeaderParam("On-Behalf-Of") String behalfOf) {
        Reader reader = readers.of(behalfOf);
        UUID notification = uuid(id);
        if (!available(() -> inbox.markRead(reader, notification))) {
            throw ProblemException.notFound();
        }
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
