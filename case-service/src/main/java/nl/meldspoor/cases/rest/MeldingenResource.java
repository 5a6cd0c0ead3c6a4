package nl.meldspoor.cases.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.UUID;
import nl.meldspoor.cases.access.Acting;
import nl.meldspoor.cases.access.CaseAccess;
import nl.meldspoor.cases.access.MeldingAccess;
import nl.meldspoor.cases.history.MeldingTold;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.events.Route;
import nl.meldspoor.http.Caller;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.Cursor;
import nl.meldspoor.http.JsonBody;
import nl.meldspoor.http.Page;
import nl.meldspoor.http.ProblemException;
import nl.meldspoor.http.Role;
import nl.meldspoor.http.ShapeErrors;

/** The door of the Veilig Thuis liaison: meldingen sent to its region, their acknowledgement and feedback. No other door is its. */
@Path("/v1/meldingen")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MeldingenResource {

    @Inject
    CurrentCaller caller;

    @Inject
    MeldingAccess access;

    @Inject
    MeldingTold telling;

    @Inject
    PersonRefs refs;

    @Inject
    EntryRecording recording;

    @Inject
    RecordingAnswers answers;

    /** The newest first. */
    @GET
    public String list(
            @QueryParam("cursor") String cursor, @QueryParam("limit") String limit, @HeaderParam("traceparent") String traceparent) {
        var who = liaison();
        var request = Page.request(limit, cursor, 2);
        var found = access.list(region(who), request.cursor().map(MeldingenResource::after), request.fetch());
        var page = Page.of(found, request, sent -> Cursor.of(sent.recordedAt().toString(), sent.caseId().toString()));
        var trace = Trace.of(traceparent);
        var items = new ArrayList<ObjectNode>();
        page.items().forEach(sent -> items.add(telling.tell(sent, acting(who, sent), trace.correlationId())));
        var json = EventJson.mapper().createObjectNode();
        json.putArray("items").addAll(items);
        return json.put("next", page.next()).toString();
    }

    /** One of them. */
    @GET
    @Path("{meldingId}")
    public String one(@PathParam("meldingId") String meldingId, @HeaderParam("traceparent") String traceparent) {
        var who = liaison();
        var sent = find(meldingId, who);
        return telling.tell(sent, acting(who, sent), Trace.of(traceparent).correlationId()).toString();
    }

    /** Veilig Thuis confirms that it arrived. */
    @POST
    @Path("{meldingId}/acknowledgements")
    public Response acknowledge(
            @PathParam("meldingId") String meldingId, @Context HttpHeaders headers, @Context UriInfo uri, @QueryParam("dryRun") String dryRun, byte[] body) {
        return record(EventType.MELDING_ACKNOWLEDGED, meldingId, headers, uri, dryRun, body);
    }

    /** Veilig Thuis tells what it does with it. */
    @POST
    @Path("{meldingId}/feedback")
    public Response feedback(
            @PathParam("meldingId") String meldingId, @Context HttpHeaders headers, @Context UriInfo uri, @QueryParam("dryRun") String dryRun, byte[] body) {
        return record(EventType.VEILIG_THUIS_FEEDBACK_RECEIVED, meldingId, headers, uri, dryRun, body);
    }

    /** The same entry sent to the path of the case, which the liaison knows from the melding. */
    Response recordOnCase(EventType type, UUID caseId, HttpHeaders headers, UriInfo uri, String dryRun, byte[] body) {
        var who = liaison();
        var region = region(who);
        if (!access.reaches(caseId, region)) {
            throw ProblemException.notFound();
        }
        var json = JsonBody.object(body);
        var meldingId = CaseIds.parse(json.path("meldingId").asText())
                .orElseThrow(() -> ShapeErrors.one("#/meldingId", "The id of a melding is expected."));
        var sent = access.find(meldingId, region)
                .filter(found -> found.caseId().equals(caseId))
                .orElseThrow(ProblemException::notFound);
        return record(type, sent, json, who, headers, uri, dryRun, body);
    }

    private Response record(EventType type, String meldingId, HttpHeaders headers, UriInfo uri, String dryRun, byte[] body) {
        var who = liaison();
        var sent = find(meldingId, who);
        return record(type, sent, JsonBody.object(body), who, headers, uri, dryRun, body);
    }

    private Response record(
            EventType type,
            MeldingAccess.Sent sent,
            ObjectNode json,
            Caller who,
            HttpHeaders headers,
            UriInfo uri,
            String dryRun,
            byte[] body) {
        var acting = acting(who, sent);
        if (!json.has("meldingId")) {
            json.put("meldingId", sent.meldingId().toString());
        } else if (!sent.meldingId().toString().equalsIgnoreCase(json.get("meldingId").asText())) {
            throw ShapeErrors.one("#/meldingId", "Not the melding of this address.");
        }
        var entry = EntryReader.read(type, Route.MELDCODE, json, recording.now());
        var how = Instructions.read(headers, dryRun, uri, body);
        return answers.answerLiaison(recording.record(acting, sent.caseId(), type, entry, how, within(sent), () -> again(sent, who)), acting, type, sent, how);
    }

    private EntryRecording.Within again(MeldingAccess.Sent sent, Caller who) {
        return within(find(sent.meldingId().toString(), who));
    }

    private static EntryRecording.Within within(MeldingAccess.Sent sent) {
        return new EntryRecording.Within(sent.version(), sent.hash(), MeldingTold.GROUND, null);
    }

    private Caller liaison() {
        var who = caller.get();
        who.requireAny(Role.VT_LIAISON);
        return who;
    }

    private static String region(Caller who) {
        return who.region().orElseThrow(ProblemException::notFound);
    }

    private MeldingAccess.Sent find(String meldingId, Caller who) {
        return CaseIds.parse(meldingId).flatMap(id -> access.find(id, region(who))).orElseThrow(ProblemException::notFound);
    }

    /** The liaison acts in the case of the organisation that sent the melding. */
    private Acting acting(Caller who, MeldingAccess.Sent sent) {
        return Acting.of(who, sent.organisation(), null, refs);
    }

    private static CaseAccess.After after(Cursor cursor) {
        return new CaseAccess.After(
                EntryMoments.moment(cursor.text(0))
                        .orElseThrow(() -> new ShapeErrors()
                                .addParameter("cursor", "This is not a cursor that was given out here.")
                                .asProblem()
                                .asException()),
                cursor.uuid(1));
    }
}
