package nl.meldspoor.notifications.webhooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.meldspoor.http.Caller;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.Cursor;
import nl.meldspoor.http.JsonBody;
import nl.meldspoor.http.Page;
import nl.meldspoor.http.ProblemException;
import nl.meldspoor.http.Role;
import nl.meldspoor.http.ShapeErrors;
import nl.meldspoor.notifications.database.DatabaseFailure;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was sent to a subscriber and how it went; what did not arrive can be sent again. */
@Path("/v1/webhook-subscriptions/{id}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
public class WebhookDeliveriesResource {

    private static final int RETRY_AFTER_SECONDS = 5;
    private static final Set<String> STATES = Set.of("WAITING", "DELIVERED", "DEAD", "SKIPPED");

    /** The delivery that was planned. */
    @Schema(name = "WebhookResend")
    public record Resend(UUID id) {}

    /** @param planned how many events are sent again; when 10,000, ask again from the position after the last */
    @Schema(name = "WebhookReplay")
    public record Replay(int planned) {}

    private final CurrentCaller caller;
    private final WebhookDeliveries deliveries;

    WebhookDeliveriesResource(CurrentCaller caller, WebhookDeliveries deliveries) {
        this.caller = caller;
        this.deliveries = deliveries;
    }

    @GET
    @Path("deliveries")
    @Operation(operationId = "listWebhookDeliveries", summary = "The delivery log, newest first")
    @APIResponse(responseCode = "200", description = "A page of deliveries")
    @APIResponse(responseCode = "404", description = "The organisation has no such subscription")
    public Page<DeliveryView> log(
            @PathParam("id") String id,
            @QueryParam("state") String state,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        String organisation = organisation();
        UUID subscription = WebhookSubscriptionsResource.uuid(id);
        if (state != null && !STATES.contains(state)) {
            throw new ShapeErrors().addParameter("state", "WAITING, DELIVERED, DEAD or SKIPPED is expected.").asProblem().asException();
        }
        Page.Request request = Page.request(limit, cursor, 2);
        Optional<WebhookDeliveries.After> after =
                request.cursor().map(c -> new WebhookDeliveries.After(Instant.ofEpochMilli(c.number(0)), c.uuid(1)));
        return available(() -> {
            require(subscription, organisation);
            List<DeliveryView> log = deliveries.log(subscription, organisation, state, after, request.fetch());
            return Page.of(log, request, d -> Cursor.of(d.createdAt().toEpochMilli(), d.id().toString()));
        });
    }

    @POST
    @Path("deliveries/{deliveryId}/resends")
    @Operation(operationId = "resendWebhookDelivery", summary = "Sends one delivery again, after what waits")
    @APIResponse(
            responseCode = "202",
            description = "It is planned",
            content = @Content(schema = @Schema(implementation = Resend.class)))
    @APIResponse(responseCode = "404", description = "There is no such delivery, or it still waits to be sent")
    public Response resend(@PathParam("id") String id, @PathParam("deliveryId") String deliveryId) {
        String organisation = organisation();
        UUID subscription = WebhookSubscriptionsResource.uuid(id);
        UUID delivery = WebhookSubscriptionsResource.uuid(deliveryId);
        UUID planned = available(() -> deliveries.resend(subscription, organisation, delivery))
                .orElseThrow(ProblemException::notFound);
        return Response.accepted(new Resend(planned)).build();
    }

    @POST
    @Path("replays")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replayWebhookEvents",
            summary = "Sends all events from a position on again, in order",
            description = "{\"fromPosition\": 1}. Under the ids they had: a receiver that drops doubles loses nothing and counts nothing twice.")
    @APIResponse(
            responseCode = "202",
            description = "They are planned",
            content = @Content(schema = @Schema(implementation = Replay.class)))
    @APIResponse(responseCode = "404", description = "The organisation has no such subscription")
    public Response replay(@PathParam("id") String id, byte[] body) {
        String organisation = organisation();
        UUID subscription = WebhookSubscriptionsResource.uuid(id);
        long from = fromPosition(JsonBody.object(body));
        int planned = available(() -> {
            require(subscription, organisation);
            return deliveries.replay(subscription, organisation, from);
        });
        return Response.accepted(new Replay(planned)).build();
    }

    private static long fromPosition(ObjectNode sent) {
        ShapeErrors errors = new ShapeErrors();
        sent.fieldNames().forEachRemaining(name -> {
            if (!name.equals("fromPosition")) {
                errors.add(ShapeErrors.pointer("#", name), "This member is not known here.");
            }
        });
        if (!sent.path("fromPosition").isIntegralNumber() || sent.path("fromPosition").asLong() < 0) {
            errors.add("#/fromPosition", "A whole number is expected.");
        }
        errors.throwIfAny();
        return sent.path("fromPosition").asLong();
    }

    private String organisation() {
        Caller who = caller.get();
        who.requireAny(Role.BOARD, Role.INTEGRATION);
        return who.requireOrganisation();
    }

    private void require(UUID subscription, String organisation) {
        if (!deliveries.exists(subscription, organisation)) {
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
