package nl.meldspoor.reporting.web.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.ProblemException;
import nl.meldspoor.http.Role;
import nl.meldspoor.http.ShapeErrors;
import nl.meldspoor.reporting.reach.Reach;
import nl.meldspoor.reporting.timeline.Timeline;
import nl.meldspoor.reporting.web.CurrentVisit;
import nl.meldspoor.reporting.web.Visit;
import nl.meldspoor.reporting.web.forms.FormFaults;
import nl.meldspoor.reporting.web.forms.FormState;
import nl.meldspoor.reporting.web.peers.CaseService;
import nl.meldspoor.terms.AmsterdamDay;

/**
 * {@code /cases/{id}}: a case entry by entry, by {@code ?version} or as it was recorded {@code ?at} a day or moment. The address says
 * all, so that it can be kept and sent; without a script it is links and one form.
 */
@Path("/cases/{id}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class ReplayPage {

    private static final List<String> INSPECTION = List.of("reason");

    @CheckedTemplate(basePath = "replay")
    static class Templates {
        static native TemplateInstance page(Visit visit, Replay replay, boolean mayInspect, FormState inspection, String until);

        static native TemplateInstance replay(Visit visit, Replay replay);

        static native TemplateInstance moment(Visit visit, Replay replay);

        static native TemplateInstance chain(Visit visit, UUID id, ChainVerdict verdict, Anchoring anchoring);

        static native TemplateInstance verdict(Visit visit, UUID id, ChainVerdict verdict, Anchoring anchoring);

        static native TemplateInstance warnings(Visit visit, String href, List<WarningLine> lines);

        static native TemplateInstance warned(Visit visit, List<WarningLine> lines);

        static native TemplateInstance again(Visit visit, String href, FormState inspection);

        private Templates() {}
    }

    @PathParam("id")
    String id;

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentVisit visits;

    @Inject
    CaseService cases;

    @Inject
    Timeline timeline;

    @Inject
    PersonRefs refs;

    @Inject
    Clock clock;

    @GET
    public TemplateInstance show(
            @QueryParam("version") String version,
            @QueryParam("at") String at,
            @QueryParam("until") String until,
            @HeaderParam("HX-Target") String part) {
        caller.get();
        Visit visit = visits.get();
        return switch (part) {
            case "replay" -> Templates.replay(visit, part(version, at));
            case "moment" -> Templates.moment(visit, part(version, at));
            case null, default -> page(replay(version, at), FormState.empty("inspection", Map.of()), until);
        };
    }

    /** An auditor says why he looks; then the content is open for eight hours. */
    @POST
    @Path("inspections")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Object inspect(MultivaluedMap<String, String> form) {
        caller.get().requireAny(Role.AUDITOR);
        FormState sent = FormState.sent("inspection", INSPECTION, form);
        try {
            String until = cases.inspect(uuid(), sent.value("reason")).path("validUntil").asText();
            return Response.seeOther(URI.create("/cases/" + uuid() + "?until=" + Instant.parse(until))).build();
        } catch (ProblemException e) {
            FormState wrong = FormFaults.in(sent, e.problem(), visits.get());
            return switch (e.problem().status()) {
                case 400, 413 -> Response.status(e.problem().status()).entity(page(replay(null, null), wrong, null)).build();
                case 503 -> Response.status(503).entity(Templates.again(visits.get(), "/cases/" + uuid(), wrong)).build();
                default -> throw e;
            };
        }
    }

    /** Recomputes the chain of hashes, here, looks where it is anchored, and says what that means. */
    @GET
    @Path("chain")
    public TemplateInstance chain(@HeaderParam("HX-Request") String part) {
        caller.get();
        Visit visit = visits.get();
        JsonNode proof = cases.proof(uuid());
        ChainVerdict verdict = ChainVerdict.of(proof);
        Anchoring anchoring = Anchoring.of(proof, new CaseLog(cases, uuid()), visit);
        return part == null ? Templates.chain(visit, uuid(), verdict, anchoring) : Templates.verdict(visit, uuid(), verdict, anchoring);
    }

    /** Who was warned of duties and terms of the case, and whether it arrived. */
    @GET
    @Path("warnings")
    public TemplateInstance warnings(@HeaderParam("HX-Request") String part) {
        Visit visit = visits.get();
        List<WarningLine> lines = timeline
                .of(uuid(), Reach.ofCases(caller.get(), refs), AmsterdamDay.of(clock.instant()), visit.locale())
                .map(view -> WarningLine.of(view.warnings(), visit))
                .orElseThrow(ProblemException::notFound);
        return part == null ? Templates.warnings(visit, "/cases/" + uuid(), lines) : Templates.warned(visit, lines);
    }

    private TemplateInstance page(Replay replay, FormState inspection, String until) {
        boolean mayInspect = replay.sealed() && caller.get().has(Role.AUDITOR);
        return Templates.page(visits.get(), replay, mayInspect, inspection, until(until));
    }

    private String until(String until) {
        try {
            return until == null ? "" : visits.get().moment(Instant.parse(until));
        } catch (DateTimeParseException e) {
            throw ShapeErrors.one("?until", "A moment is expected.");
        }
    }

    /** Reads the course without content, and of the one entry that is looked at its content: a long case takes little longer than a short one. */
    private Replay replay(String version, String at) {
        List<Entry> course = Entry.of(cases.course(uuid()), visits.get());
        if (course.isEmpty()) {
            throw ProblemException.notFound();
        }
        long sequence = chosen(course, version, at).sequence();
        JsonNode now = cases.theCase(uuid());
        boolean then = now.has("steps") && sequence != now.path("version").asLong();
        return replay(course, sequence, now, then ? cases.theCase(uuid(), sequence) : now);
    }

    /** What changes on the page when the slider moves: how the case stands now is on it already, and not asked again. */
    private Replay part(String version, String at) {
        List<Entry> course = Entry.of(cases.course(uuid()), visits.get());
        if (course.isEmpty()) {
            throw ProblemException.notFound();
        }
        long sequence = chosen(course, version, at).sequence();
        JsonNode then = cases.theCase(uuid(), sequence);
        return replay(course, sequence, then, then);
    }

    private Replay replay(List<Entry> course, long sequence, JsonNode now, JsonNode then) {
        Visit visit = visits.get();
        Entry chosen = Entry.one(cases.event(uuid(), sequence), visit);
        List<Change> changes = now.has("steps") ? Change.of(cases.changes(uuid(), sequence), visit) : List.of();
        return Replay.of(uuid(), now, course, chosen, changes, CaseState.of(then, visit), visit);
    }

    private static Entry chosen(List<Entry> entries, String version, String at) {
        if (version != null && !version.isEmpty()) {
            if (!version.matches("[0-9]{1,9}")) {
                throw ShapeErrors.one("?version", "A whole number is expected.");
            }
            long wanted = Long.parseLong(version);
            return entries.stream().filter(e -> e.sequence() == wanted).findFirst().orElseThrow(ProblemException::notFound);
        }
        if (at != null && !at.isEmpty()) {
            Instant moment = moment(at);
            return entries.stream()
                    .filter(entry -> !entry.recordedAt().isAfter(moment))
                    .reduce((first, second) -> second)
                    .orElseThrow(ProblemException::notFound);
        }
        return entries.getLast();
    }

    /** A moment, or the end of a day in the Netherlands. */
    private static Instant moment(String at) {
        try {
            return at.length() == 10
                    ? LocalDate.parse(at).plusDays(1).atStartOfDay(AmsterdamDay.ZONE).toInstant().minusMillis(1)
                    : Instant.parse(at);
        } catch (DateTimeParseException e) {
            throw ShapeErrors.one("?at", "A day or a moment is expected.");
        }
    }

    private UUID uuid() {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }
}
