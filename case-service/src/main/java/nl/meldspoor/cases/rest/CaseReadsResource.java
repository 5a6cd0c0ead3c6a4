package nl.meldspoor.cases.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.meldspoor.cases.access.Acting;
import nl.meldspoor.cases.access.CaseAccess;
import nl.meldspoor.cases.access.Reached;
import nl.meldspoor.cases.access.View;
import nl.meldspoor.cases.history.CaseJson;
import nl.meldspoor.cases.history.CaseReading;
import nl.meldspoor.cases.history.EntryChanges;
import nl.meldspoor.cases.history.ToldEvent;
import nl.meldspoor.cases.store.AccessEntry;
import nl.meldspoor.cases.store.AccessLog;
import nl.meldspoor.cases.store.EventStore;
import nl.meldspoor.cases.store.FoldedCase;
import nl.meldspoor.cases.store.Inspections;
import nl.meldspoor.cases.store.StoredEvent;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.cases.regulation.RegulationOf;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.Cursor;
import nl.meldspoor.http.Language;
import nl.meldspoor.http.Page;
import nl.meldspoor.http.ProblemException;
import nl.meldspoor.http.Role;
import nl.meldspoor.http.ShapeErrors;

/** Reads one case: as it is, as it was, its events, and who looked. */
@Path("/v1/cases/{caseId}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CaseReadsResource {

    /** Events in one answer. */
    private static final int MOST_EVENTS = 10_000;

    /** Entries whose changes are told in one answer. */
    private static final int MOST_CHANGES = 1_000;

    @PathParam("caseId")
    String caseId;

    @HeaderParam("On-Behalf-Of")
    String onBehalfOf;

    @HeaderParam("Accept-Language")
    String acceptLanguage;

    @HeaderParam("traceparent")
    String traceparent;

    @Inject
    CurrentCaller caller;

    @Inject
    CaseAccess access;

    @Inject
    PersonRefs refs;

    @Inject
    EventStore store;

    @Inject
    CaseReading reading;

    @Inject
    AccessLog log;

    @Inject
    Inspections inspections;

    @Inject
    RegulationOf regulation;

    @Inject
    Clock clock;

    /** The case; {@code ?version} or {@code ?at} (recorded time): as it was then. */
    @GET
    public Response read(@QueryParam("version") String version, @QueryParam("at") String at) {
        var acting = acting();
        var reached = reach(acting);
        var asOf = asOf(version, at);
        var history = history(asOf, reached).orElseThrow(ProblemException::notFound);
        var opening = reading.opening(history, acting, reached, Trace.of(traceparent).correlationId());
        var json = CaseJson.of(history, reached, opening, asOf.from(clock.instant()), Language.of(acceptLanguage));
        var warned = CaseJson.warned(json, reached.route() == Route.MELDCODE || regulation.isAgreed(reached.organisation()));
        return Response.ok(warned.toString()).header("ETag", "\"" + history.version() + "\"").build();
    }

    /** As of what: nothing, a version or a moment. */
    private record AsOf(Long version, Instant moment) {
        /** A past moment is looked at from then. */
        Instant from(Instant now) {
            return moment != null && moment.isBefore(now) ? moment : now;
        }
    }

    private static AsOf asOf(String version, String at) {
        var errors = new ShapeErrors();
        if (version != null && at != null) {
            errors.addParameter("at", "Either version or at, not both.");
        }
        if (version != null && !version.matches("[0-9]{1,9}")) {
            errors.addParameter("version", "A whole number is expected.");
        }
        var moment = at == null ? Optional.<Instant>empty() : EntryMoments.moment(at);
        if (at != null && moment.isEmpty()) {
            errors.addParameter("at", "A moment as in RFC 3339 is expected, with an offset.");
        }
        errors.throwIfAny();
        return new AsOf(version == null ? null : Long.valueOf(version), moment.orElse(null));
    }

    /** Never later than the version at which the case was found within reach: what came after may have changed who reaches it. */
    private Optional<CaseHistory> history(AsOf asOf, Reached reached) {
        var now = store.fold(id(), reached.version(), reached.hash()).map(FoldedCase::history);
        if (asOf.version() != null) {
            return now.flatMap(history -> history.upTo(asOf.version()));
        }
        return asOf.moment() == null ? now : now.flatMap(history -> history.asKnownAt(asOf.moment()));
    }

    /** Its events in order, opened for who may read them. */
    @GET
    @Path("events")
    public String events(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        var acting = acting();
        var reached = reach(acting);
        var most = Page.limit(limit, MOST_EVENTS, MOST_EVENTS);
        if (after != null && !after.matches("[0-9]{1,9}")) {
            throw new ShapeErrors().addParameter("after", "A sequence is expected.").asProblem().asException();
        }
        var rows = upTo(reached, store.events(id(), after == null ? 0 : Long.parseLong(after), most + 1));
        var page = rows.size() > most ? rows.subList(0, most) : rows;
        var told = reading.events(page, acting, reached, Trace.of(traceparent).correlationId());
        var json = EventJson.mapper().createObjectNode();
        var items = json.putArray("items");
        told.forEach(event -> items.add(event.toJson()));
        return json.put("next", rows.size() > most ? Long.toString(page.getLast().sequence()) : null).toString();
    }

    /** Its events as a course: what happened when, and the receipts of outcomes, without content and without opening anything. */
    @GET
    @Path("course")
    public String course() {
        var acting = acting();
        var reached = reach(acting);
        var history = store.fold(id(), reached.version(), reached.hash()).map(FoldedCase::history).orElseThrow(ProblemException::notFound);
        var json = EventJson.mapper().createObjectNode();
        json.set("items", reading.course(history, acting, reached, Trace.of(traceparent).correlationId()));
        return json.toString();
    }

    /**
     * What each entry changed in steps, obligations and deadlines, in order; looked at from now. For who sees the facts of the whole case;
     * who sees his own entries only does not learn what they changed.
     */
    @GET
    @Path("changes")
    public String changes(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        var acting = acting();
        var reached = reach(acting);
        if (reached.view() == View.OWN_ENTRIES) {
            throw ProblemException.notFound();
        }
        var most = Page.limit(limit, MOST_CHANGES, MOST_CHANGES);
        if (after != null && !after.matches("[0-9]{1,9}")) {
            throw new ShapeErrors().addParameter("after", "A sequence is expected.").asProblem().asException();
        }
        var history = store.fold(id(), reached.version(), reached.hash()).map(FoldedCase::history).orElseThrow(ProblemException::notFound);
        var first = (after == null ? 0 : Long.parseLong(after)) + 1;
        var last = Math.min(history.version(), first + most - 1);
        reading.log(acting, reached, "READ", "changes", Math.min(first, last), last, Trace.of(traceparent).correlationId());
        var json = EventJson.mapper().createObjectNode();
        json.set("items", EntryChanges.of(history, reached, CaseJson.Opening.CLOSED, first, last, clock.instant(), Language.of(acceptLanguage)));
        return json.put("next", last < history.version() ? Long.toString(last) : null).toString();
    }

    /** One event. */
    @GET
    @Path("events/{sequence}")
    public String event(@PathParam("sequence") String sequence) {
        var acting = acting();
        var reached = reach(acting);
        if (!sequence.matches("[1-9][0-9]{0,8}")) {
            throw ProblemException.notFound();
        }
        var number = Long.parseLong(sequence);
        var found = upTo(reached, store.events(id(), number - 1, 1)).stream().filter(e -> e.sequence() == number).toList();
        return reading.events(found, acting, reached, Trace.of(traceparent).correlationId()).stream()
                .findFirst()
                .map(ToldEvent::toJson)
                .map(ObjectNode::toString)
                .orElseThrow(ProblemException::notFound);
    }

    private static List<StoredEvent> upTo(Reached reached, List<StoredEvent> events) {
        return events.stream().filter(event -> event.sequence() <= reached.version()).toList();
    }

    /** Who read or wrote what, when, in which role, by which rule. */
    @GET
    @Path("access-log")
    public String accessLog(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        caller.get().requireAny(Role.AUDITOR, Role.ATTENTION_OFFICER, Role.REPORT_TEAM, Role.BOARD);
        var acting = acting();
        var reached = reach(acting);
        var request = Page.request(limit, cursor, 1);
        var trace = Trace.of(traceparent);
        reading.log(acting, reached, "READ", "access-log", null, null, trace.correlationId());
        var lines = log.of(reached.organisation(), reached.caseId(), request.cursor().map(c -> c.number(0)).orElse(0L), request.fetch());
        var page = Page.of(lines, request, line -> Cursor.of(line.position()));
        var json = EventJson.mapper().createObjectNode();
        var items = json.putArray("items");
        var reasons = inspections.reasons(
                reached.organisation(),
                page.items().stream().map(AccessLog.Line::entry).filter(e -> e.action().equals(InspectionsResource.ACTION)).map(AccessEntry::entryId).toList());
        page.items().forEach(line -> items.add(line(line, reasons.get(line.entry().entryId()))));
        return json.put("next", page.next()).toString();
    }

    private static ObjectNode line(AccessLog.Line line, String reason) {
        var entry = line.entry();
        var json = EventJson.mapper().createObjectNode();
        json.put("id", entry.entryId().toString())
                .put("at", entry.at().toString())
                .put("user", entry.actor().userName())
                .put("onBehalfOf", entry.actor().onBehalfOf());
        json.set("roles", EventJson.texts(entry.actor().roles()));
        if (reason != null) {
            json.put("reason", reason);
        }
        return json.put("action", entry.action())
                .put("what", entry.what())
                .put("rule", entry.ground())
                .put("firstSequence", entry.firstSequence())
                .put("lastSequence", entry.lastSequence())
                .put("outcome", entry.outcome());
    }

    private Acting acting() {
        var who = caller.get();
        if (who.organisation().isEmpty()) {
            throw ProblemException.notFound();
        }
        return Acting.of(who, who.requireOrganisation(), onBehalfOf, refs);
    }

    private Reached reach(Acting acting) {
        return access.find(id(), acting).orElseThrow(ProblemException::notFound);
    }

    private UUID id() {
        return CaseIds.parse(caseId).orElseThrow(ProblemException::notFound);
    }
}
