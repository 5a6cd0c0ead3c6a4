package nl.meldspoor.reporting.web.peers;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What the pages ask of the case-service. */
@RegisterRestClient(configKey = "cases")
@RegisterProvider(PeerProblems.class)
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface CaseApi {

    @GET
    @Path("/cases")
    JsonNode find(
            @HeaderParam("Authorization") String bearer,
            @QueryParam("route") String route,
            @QueryParam("status") String status,
            @QueryParam("unit") String unit,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") int limit);

    @GET
    @Path("/cases/{id}")
    JsonNode theCase(
            @HeaderParam("Authorization") String bearer,
            @HeaderParam("Accept-Language") String language,
            @PathParam("id") UUID id,
            @QueryParam("version") Long version);

    @GET
    @Path("/cases/{id}/events")
    JsonNode events(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);

    @GET
    @Path("/cases/{id}/events/{sequence}")
    JsonNode event(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id, @PathParam("sequence") long sequence);

    @GET
    @Path("/cases/{id}/course")
    JsonNode course(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);

    @GET
    @Path("/cases/{id}/changes")
    JsonNode changes(
            @HeaderParam("Authorization") String bearer,
            @HeaderParam("Accept-Language") String language,
            @PathParam("id") UUID id,
            @QueryParam("after") long after,
            @QueryParam("limit") int limit);

    @GET
    @Path("/cases/{id}/proof")
    JsonNode proof(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);

    @GET
    @Path("/log/checkpoints")
    JsonNode checkpoints(@HeaderParam("Authorization") String bearer, @QueryParam("covering") long covering);

    @GET
    @Path("/log/proofs/inclusion")
    JsonNode inclusion(
            @HeaderParam("Authorization") String bearer,
            @QueryParam("caseId") UUID id,
            @QueryParam("sequence") long sequence,
            @QueryParam("size") long size);

    @POST
    @Path("/cases/{id}/inspections")
    JsonNode inspect(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id, JsonNode body);

    @GET
    @Path("/meldingen")
    JsonNode meldingen(
            @HeaderParam("Authorization") String bearer, @QueryParam("cursor") String cursor, @QueryParam("limit") int limit);

    @GET
    @Path("/meldingen/{id}")
    JsonNode melding(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);

    @POST
    @Path("/meldingen/{id}/{entry: acknowledgements|feedback}")
    JsonNode answer(
            @HeaderParam("Authorization") String bearer,
            @HeaderParam("Accept-Language") String language,
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("id") UUID id,
            @PathParam("entry") String entry,
            JsonNode body);
}
