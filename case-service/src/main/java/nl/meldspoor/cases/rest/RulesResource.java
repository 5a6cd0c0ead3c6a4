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
import nl.meldspoor.cases.decide.RuleBook;
import nl.meldspoor.cases.history.CaseJson;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.history.Completeness;
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
        RuleBook.pages().forEach(page -> catalogue.put(page.id(), json(page)));
        Obligations.catalogue().forEach(obligation -> {
            onRoute(catalogue.get(obligation.id()), obligation.route()).put("blocksClosing", obligation.blocksClosing());
        });
        Completeness.requirements().forEach(requirement -> {
            onRoute(catalogue.get(requirement.id()), requirement.route()).put("step", requirement.step());
        });
        return catalogue;
    }

    private static ObjectNode json(RuleBook.Page page) {
        var json = EventJson.mapper().createObjectNode();
        json.put("id", page.id()).put("version", page.version()).put("kind", page.kind().name());
        if (page.ruleClass() != null) {
            json.put("class", page.ruleClass().name());
        }
        json.set("sentence", CaseJson.text(page.sentence()));
        // The same under the name it has on a case.
        json.set("text", CaseJson.text(page.sentence()));
        return json.put("source", page.source());
    }

    private static ObjectNode onRoute(ObjectNode json, Route route) {
        return json.put("route", route == null ? null : route.name());
    }

    private static String all() {
        var json = EventJson.mapper().createObjectNode();
        json.putArray("items").addAll(CATALOGUE.values());
        return json.putNull("next").toString();
    }
}
