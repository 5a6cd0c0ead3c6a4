package nl.meldspoor.cases.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.meldspoor.cases.decide.Rules;
import nl.meldspoor.cases.decide.outcomes.Reportability;
import nl.meldspoor.cases.decide.outcomes.Weighing;
import nl.meldspoor.cases.history.CaseJson;
import nl.meldspoor.events.Bilingual;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.history.Obligations;
import nl.meldspoor.http.ProblemException;

/** The rule catalogue, for any signed-in user: what refuses, what obliges, what derives an outcome. */
@Path("/v1/rules")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class RulesResource {

    private static final Map<String, ObjectNode> CATALOGUE = catalogue();

    private static final String ALL = all();

    /** All of them. */
    @GET
    public String list() {
        return ALL;
    }

    /** One of them. */
    @GET
    @Path("{id}")
    public String one(@PathParam("id") String id) {
        return Optional.ofNullable(CATALOGUE.get(id)).orElseThrow(ProblemException::notFound).toString();
    }

    private static Map<String, ObjectNode> catalogue() {
        var catalogue = new LinkedHashMap<String, ObjectNode>();
        Rules.catalogue()
                .forEach(rule -> catalogue.put(
                        rule.id(),
                        rule(rule.id(), rule.version(), "REFUSAL", rule.sentence(), rule.source())
                                .put("class", rule.ruleClass().name())));
        Weighing.LINES.forEach(line ->
                catalogue.put(line.id(), rule(line.id(), line.version(), "OUTCOME", line.sentence(), line.source())));
        for (Reportability line : Reportability.values()) {
            catalogue.put(line.id(), rule(line.id(), line.version(), "OUTCOME", line.sentence(), line.source()));
        }
        Obligations.catalogue().stream()
                .filter(obligation -> obligation.canBeMet())
                .forEach(obligation -> catalogue.put(
                        obligation.id(),
                        rule(obligation.id(), obligation.version(), "OBLIGATION", obligation.text(), obligation.source())
                                .put("route", obligation.route() == null ? null : obligation.route().name())
                                .put("blocksClosing", obligation.blocksClosing())));
        return catalogue;
    }

    private static ObjectNode rule(String id, int version, String kind, Bilingual sentence, String source) {
        var json = EventJson.mapper().createObjectNode();
        json.put("id", id).put("version", version).put("kind", kind);
        json.set("text", CaseJson.text(sentence));
        return json.put("source", source);
    }

    private static String all() {
        var json = EventJson.mapper().createObjectNode();
        json.putArray("items").addAll(CATALOGUE.values());
        return json.putNull("next").toString();
    }
}
