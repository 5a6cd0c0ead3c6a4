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
import java.text.Normalizer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.meldspoor.cases.access.Acting;
import nl.meldspoor.cases.access.CaseAccess;
import nl.meldspoor.cases.access.Reached;
import nl.meldspoor.cases.access.View;
import nl.meldspoor.cases.history.CaseReading;
import nl.meldspoor.cases.history.OpenObligations;
import nl.meldspoor.cases.store.CaseHeads;
import nl.meldspoor.cases.store.EventStore;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.history.CaseReach.CaseStatus;
import nl.meldspoor.events.history.Obligations;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.Cursor;
import nl.meldspoor.http.Page;
import nl.meldspoor.http.ProblemException;
import nl.meldspoor.http.ShapeErrors;

/** Lists cases within reach, without opening anything. */
@Path("/v1/cases")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CaseListResource {

    /** Cases looked at for one page when obligations must be derived again; the next page goes on after the last one. */
    private static final int MOST_LOOKED_AT = 1_000;

    @Inject
    CurrentCaller caller;

    @Inject
    CaseAccess access;

    @Inject
    PersonRefs refs;

    @Inject
    EventStore store;

    @Inject
    CaseHeads heads;

    @Inject
    CaseReading reading;

    /** A page, the newest change first. */
    @GET
    public String list(
            @QueryParam("route") String route,
            @QueryParam("status") String status,
            @QueryParam("unit") String unit,
            @QueryParam("obligation") String obligation,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit,
            @HeaderParam("Client-Reference") String clientReference,
            @HeaderParam("On-Behalf-Of") String onBehalfOf,
            @HeaderParam("traceparent") String traceparent) {
        var who = caller.get();
        var errors = new ShapeErrors();
        var filter = new CaseAccess.Filter(
                one(Route.values(), route, "route", errors),
                Optional.ofNullable(one(CaseStatus.values(), status, "status", errors)).map(Enum::name).orElse(null),
                text(unit, "?unit", errors),
                hash(who.organisation().orElse(""), text(clientReference, "Client-Reference:", errors)),
                obligation,
                OpenObligations.CATALOGUE);
        if (obligation != null && Obligations.byId(obligation).isEmpty()) {
            errors.addParameter("obligation", "Not the id of an obligation.");
        }
        errors.throwIfAny();
        var request = Page.request(limit, cursor, 2);
        if (who.organisation().isEmpty()) {
            return page(List.of(), null);
        }
        var acting = Acting.of(who, who.requireOrganisation(), onBehalfOf, refs);
        if (clientReference != null) {
            reading.log(acting, acting.organisation(), null, "SEARCH", "client-reference", "OWN_REACH", null, null, Trace.of(traceparent).correlationId());
        }
        return find(acting, filter, request);
    }

    private String find(Acting acting, CaseAccess.Filter filter, Page.Request request) {
        var items = new java.util.ArrayList<ObjectNode>();
        var after = request.cursor().map(CaseListResource::after);
        var lookedAt = 0;
        while (true) {
            var rows = access.list(acting, filter, after, request.fetch());
            for (var i = 0; i < rows.size(); i++) {
                if (items.size() == request.limit() || lookedAt == MOST_LOOKED_AT) {
                    return page(items, after.map(CaseListResource::cursor).orElse(null));
                }
                var reached = rows.get(i).reached();
                var open = open(rows.get(i));
                if (filter.obligation() == null || open.contains(filter.obligation())) {
                    items.add(summary(reached, open));
                }
                after = Optional.of(new CaseAccess.After(reached.changedAt(), reached.caseId()));
                lookedAt++;
            }
            if (rows.size() < request.fetch()) {
                return page(items, null);
            }
        }
    }

    /** Ids of the open obligations; an opener who sees his own entries only is not shown them. */
    private List<String> open(CaseAccess.Listed listed) {
        if (listed.reached().view() == View.OWN_ENTRIES) {
            return List.of();
        }
        return listed.obligations().derivedBy().equals(OpenObligations.CATALOGUE)
                ? listed.obligations().open()
                : derivedAgain(listed.reached());
    }

    /** A head from before a change of the catalogue: derived once, then kept. */
    private List<String> derivedAgain(Reached reached) {
        var derived = store.load(reached.caseId(), reached.version())
                .map(stored -> OpenObligations.of(stored.toHistory()))
                .orElseThrow(() -> new IllegalStateException("expected the events of case " + reached.caseId()));
        heads.keep(reached.caseId(), reached.version(), derived);
        return derived.open();
    }

    private static ObjectNode summary(Reached reached, List<String> open) {
        var json = EventJson.mapper().createObjectNode();
        json.put("id", reached.caseId().toString())
                .put("route", reached.route().name())
                .put("status", reached.status())
                .put("version", reached.version())
                .put("organisation", reached.organisation())
                .put("unit", reached.unit())
                .put("region", reached.region())
                .put("openedAt", reached.openedAt().toString())
                .put("changedAt", reached.changedAt().toString());
        json.set("openObligations", EventJson.texts(open));
        return json;
    }

    private static String page(List<ObjectNode> items, String next) {
        var json = EventJson.mapper().createObjectNode();
        json.putArray("items").addAll(items);
        return json.put("next", next).toString();
    }

    private static String cursor(CaseAccess.After after) {
        return Cursor.of(after.changedAt().toString(), after.caseId().toString()).encode();
    }

    private static CaseAccess.After after(Cursor cursor) {
        return new CaseAccess.After(
                EntryMoments.moment(cursor.text(0)).orElseThrow(() -> badCursor()), cursor.uuid(1));
    }

    private static ProblemException badCursor() {
        return new ShapeErrors().addParameter("cursor", "This is not a cursor that was given out here.").asProblem().asException();
    }

    private String hash(String organisation, String clientReference) {
        return clientReference == null ? null : refs.client(organisation, clientReference);
    }

    private static <E extends Enum<E>> E one(E[] values, String given, String name, ShapeErrors errors) {
        if (given == null) {
            return null;
        }
        var found = Arrays.stream(values).filter(v -> v.name().equals(given)).findFirst();
        if (found.isEmpty()) {
            errors.addParameter(name, "One of these is expected: " + Arrays.toString(values) + ".");
        }
        return found.orElse(null);
    }

    private static String text(String given, String pointer, ShapeErrors errors) {
        if (given == null) {
            return null;
        }
        var fault = TypedText.CODE.fault(given);
        fault.ifPresent(detail -> errors.add(pointer, detail));
        return fault.isPresent() ? null : TypedText.kept(given);
    }
}
