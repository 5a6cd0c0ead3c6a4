package nl.meldspoor.reporting.timeline;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.Language;
import nl.meldspoor.http.ProblemException;
import nl.meldspoor.reporting.reach.Reach;
import nl.meldspoor.terms.AmsterdamDay;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /v1/cases/{caseId}/timeline}: how one case went. */
@Path("/v1/cases/{caseId}/timeline")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Timeline")
public class TimelineResource {

    @Inject
    CurrentCaller caller;

    @Inject
    PersonRefs refs;

    @Inject
    Timeline timeline;

    @Inject
    Clock clock;

    @GET
    @Operation(operationId = "getTimeline", summary = "Steps, deadlines and events of a case, without content")
    public TimelineView get(
            @PathParam("caseId") String caseId, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
        Reach reach = Reach.ofCases(caller.get(), refs);
        Locale reader = Locale.forLanguageTag(Language.of(acceptLanguage).tag());
        return timeline.of(caseId(caseId), reach, AmsterdamDay.of(clock.instant()), reader)
                .orElseThrow(ProblemException::notFound);
    }

    private static UUID caseId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }
}
