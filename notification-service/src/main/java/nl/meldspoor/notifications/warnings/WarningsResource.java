package nl.meldspoor.notifications.warnings;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.Cursor;
import nl.meldspoor.http.Page;
import nl.meldspoor.http.ProblemException;
import nl.meldspoor.notifications.database.DatabaseFailure;
import nl.meldspoor.notifications.inbox.Reader;
import nl.meldspoor.notifications.inbox.Readers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /v1/cases/{caseId}/warnings}: who was warned of what, when, by which way, delivered or not, read or not. */
@Path("/v1/cases/{caseId}/warnings")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Warnings")
public class WarningsResource {

    private static final int RETRY_AFTER_SECONDS = 5;

    private final Readers readers;
    private final CurrentCaller caller;
    private final Warnings warnings;

    WarningsResource(Readers readers, CurrentCaller caller, Warnings warnings) {
        this.readers = readers;
        this.caller = caller;
        this.warnings = warnings;
    }

    @GET
    @Operation(
            operationId = "listWarnings",
            summary = "Proof of warning: every step of every warning of the case, in order",
            description = "In the inbox: DELIVERED, then READ per person. By mail: WAITING, then SENT (the mail server took it) or FAILED."
                    + " By webhook: DELIVERED or FAILED.")
    @APIResponse(responseCode = "200", description = "A page of steps")
    @APIResponse(responseCode = "404", description = "The caller sees no such case")
    public Page<WarningView> list(
            @PathParam("caseId") String caseId,
            @Parameter(description = "Only of this duty, e.g. OB-IGJ-VIOLENCE") @QueryParam("obligation") String obligation,
            @QueryParam("cursor") String cursor,
            @Parameter(description = "1-200, default 50") @QueryParam("limit") String limit,
            @Parameter(description = "For role integration: the person acted for") @HeaderParam("On-Behalf-Of") String behalfOf) {
        Reader reader = readers.of(behalfOf);
        caller.get().requireOrganisation();
        Page.Request request = Page.request(limit, cursor, 1);
        UUID id = uuid(caseId);
        try {
            if (!warnings.reaches(reader, caller.get(), id)) {
                throw ProblemException.notFound();
            }
            long after = request.cursor().map(c -> c.number(0)).orElse(0L);
            List<WarningView> steps = warnings.of(id, Optional.ofNullable(obligation), after, request.fetch());
            return Page.of(steps, request, step -> Cursor.of(step.position()));
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) {
            if (DatabaseFailure.passes(e)) {
                throw ProblemException.unavailable(RETRY_AFTER_SECONDS);
            }
            throw e;
        }
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }
}
