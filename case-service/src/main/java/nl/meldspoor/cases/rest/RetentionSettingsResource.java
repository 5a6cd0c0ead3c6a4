package nl.meldspoor.cases.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import nl.meldspoor.cases.history.CaseJson;
import nl.meldspoor.cases.retention.RetentionYears;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.JsonBody;
import nl.meldspoor.http.Role;
import nl.meldspoor.http.ShapeErrors;
import nl.meldspoor.terms.RecordKind;

/** How many years the organisation keeps each kind of record: never less than a law says, more when it wants. */
@Path("/v1/retention-settings")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RetentionSettingsResource {

    private static final Map<String, RecordKind> BY_NAME =
            Arrays.stream(RecordKind.values()).collect(Collectors.toMap(Enum::name, kind -> kind));

    @Inject
    CurrentCaller caller;

    @Inject
    PersonRefs refs;

    @Inject
    RetentionYears years;

    /** All kinds, with the default, the least and the source. */
    @GET
    public String read() {
        var who = caller.get();
        who.requireAny(Role.BOARD, Role.AUDITOR);
        return told(who.requireOrganisation());
    }

    /** {@code {"years":{"CARE_RELATION_RECORD":7}}}: sets those named, the others stay. */
    @PUT
    public String set(byte[] body) {
        var who = caller.get();
        who.requireAny(Role.BOARD);
        years.set(who.requireOrganisation(), read(JsonBody.object(body)), refs.person(who.requireOrganisation(), who.userName()));
        return told(who.requireOrganisation());
    }

    private static Map<RecordKind, Integer> read(ObjectNode json) {
        var errors = new ShapeErrors();
        json.fieldNames().forEachRemaining(name -> {
            if (!name.equals("years")) {
                errors.add(ShapeErrors.pointer("#", name), "Unknown member.");
            }
        });
        var set = new EnumMap<RecordKind, Integer>(RecordKind.class);
        if (json.get("years") instanceof ObjectNode given && !given.isEmpty()) {
            given.properties().forEach(member -> {
                var at = ShapeErrors.pointer("#/years", member.getKey());
                var kind = BY_NAME.get(member.getKey());
                if (kind == null) {
                    errors.add(at, "Unknown member.");
                } else if (!member.getValue().isIntegralNumber()
                        || !member.getValue().canConvertToInt()
                        || member.getValue().intValue() < kind.leastYears()
                        || member.getValue().intValue() > RecordKind.MOST_YEARS) {
                    errors.add(at, "A whole number from " + kind.leastYears() + " to " + RecordKind.MOST_YEARS + " is expected.");
                } else {
                    set.put(kind, member.getValue().intValue());
                }
            });
        } else {
            errors.add("#/years", "An object of kinds and years is expected.");
        }
        errors.throwIfAny();
        return set;
    }

    private String told(String organisation) {
        var json = EventJson.mapper().createObjectNode();
        var kinds = json.putArray("kinds");
        years.of(organisation).forEach((kind, set) -> {
            var node = kinds.addObject();
            node.put("kind", kind.name())
                    .put("years", set)
                    .put("defaultYears", kind.defaultYears())
                    .put("leastYears", kind.leastYears())
                    .put("byLaw", kind.isByLaw());
            node.set("why", CaseJson.text(kind.why()));
            node.put("source", kind.source());
        });
        return json.toString();
    }
}
