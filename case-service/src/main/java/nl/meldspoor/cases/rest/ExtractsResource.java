package nl.meldspoor.cases.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.UUID;
import nl.meldspoor.cases.access.Acting;
import nl.meldspoor.cases.history.extracts.Extract;
import nl.meldspoor.cases.history.extracts.ExtractDesk;
import nl.meldspoor.cases.history.extracts.ExtractKind;
import nl.meldspoor.cases.history.extracts.PrintingRoom;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.ProblemException;
import nl.meldspoor.http.Role;
import nl.meldspoor.print.Pdf;

/**
 * Extracts of a case as JSON or as PDF, by {@code Accept}. A role that may never have the kind is answered 403 before the case is looked
 * up; whatever is not within reach 404. The name of the file says case and kind, nothing else.
 */
@Path("/v1/cases/{caseId}/extracts")
@RunOnVirtualThread
@Produces({MediaType.APPLICATION_JSON, Pdf.MEDIA_TYPE})
public class ExtractsResource {

    private static final MediaType PDF = MediaType.valueOf(Pdf.MEDIA_TYPE);
    private static final List<Variant> FORMS = Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, PDF).build();

    @PathParam("caseId")
    String caseId;

    @HeaderParam("On-Behalf-Of")
    String onBehalfOf;

    @HeaderParam("traceparent")
    String traceparent;

    @Context
    Request request;

    @Inject
    CurrentCaller caller;

    @Inject
    PersonRefs refs;

    @Inject
    ExtractDesk desk;

    @Inject
    PrintingRoom printing;

    @GET
    @Path("{kind}")
    public Response extract(@PathParam("kind") String kind) {
        ExtractKind known = ExtractKind.of(kind).orElseThrow(ProblemException::notFound);
        if (known == ExtractKind.MELDING) {
            throw ProblemException.notFound();
        }
        return answer(known, null);
    }

    @GET
    @Path("melding/{meldingId}")
    public Response melding(@PathParam("meldingId") String meldingId) {
        return answer(ExtractKind.MELDING, meldingId);
    }

    private Response answer(ExtractKind kind, String meldingId) {
        Variant form = request.selectVariant(FORMS);
        if (form == null) {
            throw new NotAcceptableException();
        }
        caller.get().requireAny(kind.roles().toArray(Role[]::new));
        Acting acting = Acting.of(caller.get(), caller.get().requireOrganisation(), onBehalfOf, refs);
        Extract extract = desk.extract(
                        kind, id(caseId), meldingId == null ? null : id(meldingId), acting, Trace.of(traceparent).correlationId())
                .orElseThrow(ProblemException::notFound);
        if (PDF.equals(form.getMediaType())) {
            return Response.ok(printing.print(extract), PDF)
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + extract.caseId() + "-" + kind.code() + ".pdf\"")
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                    .build();
        }
        return Response.ok(EventJson.mapper().valueToTree(extract).toString(), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private static UUID id(String text) {
        return CaseIds.parse(text).orElseThrow(ProblemException::notFound);
    }
}
