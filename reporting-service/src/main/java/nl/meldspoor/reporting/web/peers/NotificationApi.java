package nl.meldspoor.reporting.web.peers;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What the pages ask of the notification-service. */
@RegisterRestClient(configKey = "notifications")
@RegisterProvider(PeerProblems.class)
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface NotificationApi {

    @GET
    @Path("/notifications")
    JsonNode list(
            @HeaderParam("Authorization") String bearer,
            @QueryParam("unread") Boolean unread,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") int limit);

    @GET
    @Path("/notifications/count")
    JsonNode count(@HeaderParam("Authorization") String bearer);

    @PUT
    @Path("/notifications/{id}/read")
    void markRead(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);

    @GET
    @Path("/notification-settings")
    JsonNode settings(@HeaderParam("Authorization") String bearer);

    @PUT
    @Path("/notification-settings")
    JsonNode keepSettings(@HeaderParam("Authorization") String bearer, JsonNode settings);
}
