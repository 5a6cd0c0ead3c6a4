package nl.meldspoor.cases.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import nl.meldspoor.cases.access.Acting;
import nl.meldspoor.cases.access.CaseAccess;
import nl.meldspoor.cases.access.Ground;
import nl.meldspoor.cases.access.Reached;
import nl.meldspoor.cases.store.AccessEntry;
import nl.meldspoor.cases.store.AccessLog;
import nl.meldspoor.cases.store.Inspections;
import nl.meldspoor.cases.store.Uuid7;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.JsonBody;
import nl.meldspoor.http.ProblemException;
import nl.meldspoor.http.Role;
import nl.meldspoor.http.ShapeErrors;

/**
 * An auditor records why he looks, and may then read the content of the case for eight hours. The reason stands in the access log of the
 * case; every reading after it does too. The board is told that he did, and reads the reason ({@link InspectionListResource}).
 */
@Path("/v1/cases/{caseId}/inspections")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class InspectionsResource {

    /** The action in the access log. */
    static final String ACTION = "INSPECT";

    @Inject
    CurrentCaller caller;

    @Inject
    CaseAccess access;

    @Inject
    PersonRefs refs;

    @Inject
    AccessLog log;

    @Inject
    Inspections inspections;

    @Inject
    Clock clock;

    /** Opens the content for eight hours. */
    @POST
    public Response inspect(
            @PathParam("caseId") String caseId,
            @HeaderParam("On-Behalf-Of") String onBehalfOf,
            @HeaderParam("traceparent") String traceparent,
            byte[] body) {
        var who = caller.get();
        who.requireAny(Role.AUDITOR);
        var acting = Acting.of(who, who.requireOrganisation(), onBehalfOf, refs);
        var reached = CaseIds.parse(caseId)
                .flatMap(id -> access.find(id, acting))
                .filter(found -> found.grounds().contains(Ground.AUDITOR))
                .orElseThrow(ProblemException::notFound);
        var reason = reason(body);
        var now = clock.instant();
        var id = Uuid7.at(now);
        // logged first: an inspection that is not in the log must not open anything
        log.record(List.of(new AccessEntry(
                id, now, reached.organisation(), reached.caseId(), acting.actor(), ACTION, "case", Ground.AUDITOR.name(), 1L, reached.version(), "DONE",
                Trace.of(traceparent).correlationId())));
        var opened = inspections.open(id, reached.organisation(), reached.caseId(), acting.personRef(), reason);
        return Response.status(Response.Status.CREATED).entity(told(id.toString(), reached, reason, opened)).build();
    }

    private static String told(String id, Reached reached, String reason, Inspections.Opened opened) {
        return EventJson.mapper()
                .createObjectNode()
                .put("id", id)
                .put("caseId", reached.caseId().toString())
                .put("reason", reason)
                .put("openedAt", opened.openedAt().toString())
                .put("validUntil", opened.validUntil().toString())
                .toString();
    }

    private static String reason(byte[] body) {
        var json = JsonBody.object(body);
        var errors = new ShapeErrors();
        json.fieldNames().forEachRemaining(name -> {
            if (!name.equals("reason")) {
                errors.add(ShapeErrors.pointer("#", name), "Unknown member.");
            }
        });
        var reason = json.path("reason");
        if (reason.isMissingNode() || reason.isNull()) {
            errors.add("#/reason", "Required.");
        } else if (!reason.isTextual()) {
            errors.add("#/reason", "Text is expected.");
        } else {
            TypedText.TOLD.fault(reason.textValue()).ifPresent(fault -> errors.add("#/reason", fault));
        }
        errors.throwIfAny();
        return TypedText.kept(reason.textValue());
    }
}
