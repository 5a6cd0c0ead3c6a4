package nl.meldspoor.cases.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.meldspoor.cases.access.Acting;
import nl.meldspoor.cases.access.CaseAccess;
import nl.meldspoor.cases.access.Reached;
import nl.meldspoor.cases.access.View;
import nl.meldspoor.cases.history.CaseReading;
import nl.meldspoor.cases.log.LogProof;
import nl.meldspoor.cases.store.EventStore;
import nl.meldspoor.cases.store.StoredEvent;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.events.proof.HashChain;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.Page;
import nl.meldspoor.http.ProblemException;
import nl.meldspoor.http.Role;
import nl.meldspoor.http.ShapeErrors;

/**
 * All that is needed to recompute the chain of a case without this service: {@code hash = SHA-256(previousHash bytes ‖ UTF-8 of
 * canonical)}. For who sees the facts of the whole case. Nothing is opened: the canonical texts hold sealed bytes.
 */
@Path("/v1/cases/{caseId}/proof")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ProofResource {

    /** Events in one answer; a longer case goes on with {@code after}. */
    private static final int MOST_EVENTS = 10_000;

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
    LogProof log;

    /**
     * The proof of the whole case, or of what follows a sequence; for auditor and board with what connects it to the log: the newest checkpoint, or the one of
     * {@code ?size=}, and that it goes on from an earlier one of {@code ?from=}.
     */
    @GET
    public String proof(
            @PathParam("caseId") String caseId,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit,
            @QueryParam("size") String size,
            @QueryParam("from") String from,
            @HeaderParam("On-Behalf-Of") String onBehalfOf,
            @HeaderParam("traceparent") String traceparent) {
        var who = caller.get();
        if (who.organisation().isEmpty()) {
            throw ProblemException.notFound();
        }
        var acting = Acting.of(who, who.requireOrganisation(), onBehalfOf, refs);
        var reached = CaseIds.parse(caseId)
                .flatMap(id -> access.find(id, acting))
                .filter(found -> found.view() == View.WHOLE || found.view() == View.FACTS)
                .orElseThrow(ProblemException::notFound);
        var most = Page.limit(limit, MOST_EVENTS, MOST_EVENTS);
        if (after != null && !after.matches("[0-9]{1,9}")) {
            throw new ShapeErrors().addParameter("after", "A sequence is expected.").asProblem().asException();
        }
        var events = store.events(reached.caseId(), after == null ? 0 : Long.parseLong(after), most).stream()
                .filter(event -> event.sequence() <= reached.version())
                .toList();
        var errors = new ShapeErrors();
        var ofSize = LogResource.size(size, "size", errors);
        var fromSize = LogResource.size(from, "from", errors);
        errors.throwIfAny();
        reading.log(
                acting, reached, "READ", "proof",
                events.isEmpty() ? null : events.getFirst().sequence(), events.isEmpty() ? null : events.getLast().sequence(),
                Trace.of(traceparent).correlationId());
        return told(reached, events, who.has(Role.AUDITOR) || who.has(Role.BOARD), ofSize, fromSize);
    }

    /** The log is for auditor and board: how large it is says how much is recorded. */
    private String told(Reached reached, List<StoredEvent> events, boolean withLog, Long size, Long from) {
        var json = EventJson.mapper().createObjectNode();
        json.put("caseId", reached.caseId().toString())
                .put("length", reached.version())
                .put("head", head(reached, events))
                .put("algorithm", HashChain.ALGORITHM);
        var links = json.putArray("events");
        events.forEach(event -> links.addObject()
                .put("sequence", event.sequence())
                .put("hash", event.hash())
                .put("previousHash", event.previousHash())
                .put("canonical", event.canonical().text()));
        if (withLog) {
            log.of(reached.organisation(), reached.caseId(), size, from).ifPresent(proof -> json.set("log", proof));
        }
        return json.toString();
    }

    private String head(Reached reached, List<StoredEvent> events) {
        var last = !events.isEmpty() && events.getLast().sequence() == reached.version()
                ? events
                : store.events(reached.caseId(), reached.version() - 1, 1);
        return last.getLast().hash();
    }
}
