package nl.meldspoor.cases.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import nl.meldspoor.cases.access.Acting;
import nl.meldspoor.cases.decide.Guidance;
import nl.meldspoor.cases.decide.WhoActs;
import nl.meldspoor.cases.decide.retention.Retention;
import nl.meldspoor.cases.history.CaseJson;
import nl.meldspoor.cases.retention.Retentions;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.Cursor;
import nl.meldspoor.http.Page;
import nl.meldspoor.http.Role;
import nl.meldspoor.http.ShapeErrors;
import nl.meldspoor.terms.AmsterdamDay;

/**
 * What of the organisation's records goes when, and why: for the board, which erases, and the auditor. Says of a case no more than its id,
 * route and dates. Nothing goes by itself: somebody of the board erases.
 */
@Path("/v1/retention")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class RetentionResource {

    @Inject
    CurrentCaller caller;

    @Inject
    PersonRefs refs;

    @Inject
    Retentions retentions;

    @Inject
    Clock clock;

    /** What goes first comes first. */
    @GET
    public String list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        var asking = caller.get();
        asking.requireAny(Role.BOARD, Role.AUDITOR);
        var acting = Acting.of(asking, asking.requireOrganisation(), null, refs);
        var request = Page.request(limit, cursor, 2);
        var kept = retentions.list(acting, request.cursor().map(RetentionResource::after), request.fetch());
        var page = Page.of(kept, request, item -> Cursor.of(item.orderedBy().toString(), item.history().caseId().toString()));
        var today = AmsterdamDay.of(clock.instant());
        var json = EventJson.mapper().createObjectNode();
        var items = json.putArray("items");
        var who = new WhoActs(acting.personRef(), acting.leads());
        page.items().forEach(item -> items.add(told(item, today, who)));
        return json.put("next", page.next()).toString();
    }

    private static Retentions.After after(Cursor cursor) {
        try {
            return new Retentions.After(LocalDate.parse(cursor.text(0)), cursor.uuid(1));
        } catch (DateTimeException e) {
            throw new ShapeErrors().addParameter("cursor", "This is not a cursor that was given out here.").asProblem().asException();
        }
    }

    private static ObjectNode told(Retentions.Kept kept, LocalDate today, WhoActs who) {
        var history = kept.history();
        var kind = kept.retention().kind();
        var holds = history.standingHolds();
        var refusedBy = Guidance.of(history, EnumSet.of(EventType.CASE_ERASED), who).notAllowed();
        var isOver = Retention.isOver(kept.endsOn(), today);
        var json = EventJson.mapper().createObjectNode();
        json.put("caseId", history.caseId().toString())
                .put("route", history.route().name())
                .put("status", history.closed() ? "CLOSED" : "OPEN")
                .put("kind", kind.name())
                .put("startsOn", Optional.ofNullable(kept.retention().startsOn()).map(LocalDate::toString).orElse(null))
                .put("years", kept.years())
                .put("endsOn", kept.endsOn().map(LocalDate::toString).orElse(null))
                .put("isOver", isOver)
                .put("onHold", !holds.isEmpty())
                .put("mayBeErased", isOver && refusedBy.isEmpty());
        var standing = json.putArray("holds");
        holds.forEach(hold -> standing.addObject()
                .put("holdId", hold.data().holdId().toString())
                .put("since", hold.event().recordedAt().toString()));
        json.put("byLaw", kind.isByLaw());
        json.set("why", CaseJson.text(kind.why()));
        return json.put("source", kind.source());
    }
}
