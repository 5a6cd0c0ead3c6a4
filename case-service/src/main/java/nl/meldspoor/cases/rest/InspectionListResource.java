package nl.meldspoor.cases.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import nl.meldspoor.cases.access.Acting;
import nl.meldspoor.cases.access.Ground;
import nl.meldspoor.cases.access.InspectedCases;
import nl.meldspoor.cases.history.CaseReading;
import nl.meldspoor.cases.store.AccessEntry;
import nl.meldspoor.cases.store.AccessLog;
import nl.meldspoor.cases.store.Inspections;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.Cursor;
import nl.meldspoor.http.Page;
import nl.meldspoor.http.Role;
import nl.meldspoor.http.ShapeErrors;

/**
 * What auditors opened in the organisation, for its board: who, when, why and till when. Of a MELDCODE case no more than its route, for the
 * board does not see those; of a case that is kept from the reader nothing. Looking at this list stands in the access log, too.
 */
@Path("/v1/inspections")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class InspectionListResource {

    @Inject
    CurrentCaller caller;

    @Inject
    PersonRefs refs;

    @Inject
    InspectedCases inspected;

    @Inject
    Inspections inspections;

    @Inject
    AccessLog log;

    @Inject
    CaseReading reading;

    /** The newest first. */
    @GET
    public String list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit, @HeaderParam("traceparent") String traceparent) {
        var who = caller.get();
        who.requireAny(Role.BOARD);
        var acting = Acting.of(who, who.requireOrganisation(), null, refs);
        var request = Page.request(limit, cursor, 2);
        var after = request.cursor().map(InspectionListResource::after);
        var page = Page.of(
                inspected.newest(acting, after, request.fetch()),
                request,
                one -> Cursor.of(one.openedAt().toString(), one.id().toString()));
        reading.log(
                acting, acting.organisation(), null, "READ", "inspections", Ground.BOARD.name(), null, null, Trace.of(traceparent).correlationId());
        var ids = page.items().stream().map(InspectedCases.Inspected::id).toList();
        var lines = log.entries(acting.organisation(), ids);
        var reasons = inspections.reasons(acting.organisation(), ids);
        var json = EventJson.mapper().createObjectNode();
        var items = json.putArray("items");
        page.items().forEach(one -> items.add(told(one, lines.get(one.id()), reasons.get(one.id()))));
        return json.put("next", page.next()).toString();
    }

    private static ObjectNode told(InspectedCases.Inspected inspection, AccessEntry line, String reason) {
        var json = EventJson.mapper().createObjectNode();
        json.put("id", inspection.id().toString())
                .put("route", inspection.route().name())
                .put("caseId", inspection.caseId().map(UUID::toString).orElse(null))
                .put("openedAt", inspection.openedAt().toString())
                .put("validUntil", inspection.validUntil().toString())
                .put("user", line.actor().userName());
        json.set("roles", EventJson.texts(line.actor().roles()));
        return json.put("reason", reason);
    }

    private static InspectedCases.After after(Cursor cursor) {
        try {
            return new InspectedCases.After(Instant.parse(cursor.text(0)), cursor.uuid(1));
        } catch (DateTimeParseException e) {
            throw new ShapeErrors().addParameter("cursor", "This is not a cursor that was given out here.").asProblem().asException();
        }
    }
}
