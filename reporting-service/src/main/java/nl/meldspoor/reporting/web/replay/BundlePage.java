package nl.meldspoor.reporting.web.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.ProblemException;
import nl.meldspoor.reporting.web.CurrentVisit;
import nl.meldspoor.reporting.web.Visit;
import nl.meldspoor.reporting.web.peers.CaseService;
import nl.meldspoor.reporting.web.words.CaseWords;

/**
 * {@code /cases/{id}/bundle}: everything one needs to check a case without Meldspoor: entries and proof as the services give them, a
 * document to read, and how to check. It holds as much content as the visitor may read at that moment. The document comes last: printing
 * a long case takes seconds, in which the browser shows that the rest is coming in. When that fails the download breaks off.
 */
@Path("/cases/{id}/bundle")
@RunOnVirtualThread
public class BundlePage {

    @CheckedTemplate(basePath = "replay")
    static class Templates {
        static native TemplateInstance report(
                Visit visit,
                String id,
                String route,
                String unit,
                String made,
                boolean sealed,
                List<Recorded> entries,
                CaseState state,
                ChainVerdict verdict,
                Anchoring anchoring);

        static native TemplateInstance howToCheck(String head, long length, String made);

        private Templates() {}
    }

    /** An entry and what it changed. */
    public record Recorded(Entry entry, List<Change> changes) {}

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentVisit visits;

    @Inject
    CaseService cases;

    @Inject
    ReportPress press;

    @Inject
    Clock clock;

    @GET
    @Produces("application/zip")
    public Response download(@PathParam("id") String id) {
        caller.get();
        UUID caseId = uuid(id);
        Visit visit = visits.get();
        JsonNode now = cases.theCase(caseId);
        JsonNode proof = cases.proof(caseId);
        JsonNode events = cases.events(caseId);
        ChainVerdict verdict = ChainVerdict.of(proof);
        String made = visit.moment(clock.instant());
        String report = Templates.report(
                        visit,
                        caseId.toString(),
                        visit.t(CaseWords.route(now.path("route").asText())),
                        now.path("unit").asText(),
                        made,
                        now.path("sealed").asBoolean(),
                        recorded(caseId, events, visit),
                        CaseState.of(now, visit),
                        verdict,
                        Anchoring.of(proof, new CaseLog(cases, caseId), visit))
                .render();
        String howToCheck = Templates.howToCheck(verdict.head(), verdict.length(), made).render();
        Instant at = clock.instant();
        StreamingOutput bundle = out -> new Bundle(out, at)
                .with(visit.t("LEES-MIJ.txt", "READ-ME.txt"), howToCheck)
                .with("case.json", now.toPrettyString())
                .with("events.json", events.toPrettyString())
                .with("proof.json", proof.toPrettyString())
                .with(visit.t("leesbaar.pdf", "readable.pdf"), press.print(report))
                .end();
        return Response.ok(bundle)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"meldspoor-" + caseId + ".zip\"")
                .build();
    }

    /** Who may have the proof sees the whole course, and so what each entry changed. */
    private List<Recorded> recorded(UUID caseId, JsonNode events, Visit visit) {
        Map<Long, List<Change>> changes = new HashMap<>();
        cases.changes(caseId).forEach(told -> changes.put(told.path("sequence").asLong(), Change.of(told, visit)));
        return Entry.of(events, visit).stream()
                .map(entry -> new Recorded(entry, changes.getOrDefault(entry.sequence(), List.of())))
                .toList();
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }
}
