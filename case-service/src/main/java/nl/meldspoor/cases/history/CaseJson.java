package nl.meldspoor.cases.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.meldspoor.cases.access.Reached;
import nl.meldspoor.cases.access.View;
import nl.meldspoor.cases.decide.Guidance;
import nl.meldspoor.cases.decide.WhoActs;
import nl.meldspoor.events.Bilingual;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.CaseReach;
import nl.meldspoor.events.history.Deadline;
import nl.meldspoor.events.history.Deadlines;
import nl.meldspoor.events.history.Handovers;
import nl.meldspoor.events.history.Mover;
import nl.meldspoor.events.history.Obligations;
import nl.meldspoor.events.history.OpenOrMet;
import nl.meldspoor.events.history.Requirement;
import nl.meldspoor.events.history.Steps;
import nl.meldspoor.http.Language;
import nl.meldspoor.terms.AmsterdamDay;
import nl.meldspoor.terms.BilingualText;

/** A case as in {@code api.md}, cut to what the view allows. Pure: everything that was opened comes in. */
public final class CaseJson {

    /**
     * What of the opening was opened.
     *
     * @param client the client as recorded, null when closed or gone
     * @param openedBy user name, null when closed or gone
     * @param offeredTo user names by the sequence of the hand-over that offered the case to them
     * @param offeredBy user names by the sequence of the hand-over they made
     */
    public record Opening(ObjectNode client, String openedBy, Map<Long, String> offeredTo, Map<Long, String> offeredBy) {

        /** Nothing was opened. */
        public static final Opening CLOSED = new Opening(null, null, Map.of(), Map.of());

        /** From the first event. */
        public static Opening of(ToldEvent first) {
            return of(List.of(first));
        }

        /** From the first event, corrections of it and hand-overs. */
        public static Opening of(List<ToldEvent> events) {
            ToldEvent first = events.getFirst();
            return new Opening(client(first.data()), actor(first), Map.of(), Map.of()).with(events);
        }

        /** With what these events say of who it is about and who handles it. */
        public Opening with(List<ToldEvent> events) {
            ObjectNode newest = client;
            Map<Long, String> to = new HashMap<>(offeredTo);
            Map<Long, String> by = new HashMap<>(offeredBy);
            for (ToldEvent event : events) {
                if (event.data().path("corrects").asInt() == 1 && event.data().get("replacement") instanceof ObjectNode opening) {
                    newest = client(opening);
                }
                if (event.type().equals(EventType.CASE_HANDED_OVER.eventName())) {
                    by.put(event.sequence(), actor(event));
                    if (event.data().path("toUser").isTextual()) {
                        to.put(event.sequence(), event.data().get("toUser").textValue());
                    }
                }
            }
            return new Opening(newest, openedBy, to, by);
        }

        private static String actor(ToldEvent event) {
            return event.onBehalfOf() != null ? event.onBehalfOf() : event.recordedBy();
        }

        private static ObjectNode client(ObjectNode opening) {
            return opening.get("client") instanceof ObjectNode client ? client : null;
        }
    }

    private final CaseHistory history;
    private final Reached reached;
    private final Opening opening;
    private final Instant now;
    private final Language language;

    private CaseJson(CaseHistory history, Reached reached, Opening opening, Instant now, Language language) {
        this.history = history;
        this.reached = reached;
        this.opening = opening;
        this.now = now;
        this.language = language;
    }

    /** @param now from which deadlines are looked at */
    public static ObjectNode of(CaseHistory history, Reached reached, Opening opening, Instant now, Language language) {
        return new CaseJson(history, reached, opening, now, language).build();
    }

    /** Of it only how it stands: status, steps, obligations and deadlines. For who sees the facts of the whole case. */
    static ObjectNode standing(CaseHistory history, Reached reached, Opening opening, Instant now, Language language) {
        var theCase = new CaseJson(history, reached, opening, now, language);
        var json = object();
        json.put("status", CaseReach.of(history).status().name());
        json.set("steps", theCase.steps());
        json.set("obligations", theCase.obligations());
        json.set("deadlines", theCase.deadlines());
        return json;
    }

    private ObjectNode build() {
        var json = head();
        if (reached.view() != View.OWN_ENTRIES) {
            json.set("steps", steps());
            json.set("obligations", obligations());
            json.set("assessment", assessment());
            json.set("deadlines", deadlines());
            json.set("deviations", deviations());
        }
        guidance(json, reached.entries());
        return json;
    }

    /** Without a regulation agreed with the works council every answer about a CARE_RELATION case says so. */
    public static ObjectNode warned(ObjectNode theCase, boolean regulationIsAgreed) {
        if (theCase.path("route").asText().equals(Route.CARE_RELATION.name()) && !regulationIsAgreed) {
            var warning = theCase.putArray("warnings").addObject();
            warning.put("id", "WARN-REGULATION");
            warning.set(
                    "text",
                    text(new Bilingual(
                            "Er is geen regeling met de ondernemingsraad vastgelegd voor gegevens over eigen personeel.",
                            "No regulation with the works council is recorded for data about the organisation's own personnel.")));
            warning.put("source", "UAVG art. 33 lid 3");
        }
        return theCase;
    }

    private ObjectNode head() {
        var opened = history.opened();
        var json = object();
        json.put("id", history.caseId().toString())
                .put("route", history.route().name())
                .put("status", CaseReach.of(history).status().name())
                .put("version", history.version())
                .put("organisation", reached.organisation())
                .put("unit", opened.unit())
                .put("region", opened.region())
                .put("openedAt", history.openedAt().toString())
                .put("openedBy", opening.openedBy())
                .put("handler", handler());
        json.set("client", client());
        json.put("clientRole", opened.clientRole().name())
                .put("framework", opened.framework() == null ? null : opened.framework().name())
                .put("frameworkVersion", opened.frameworkVersion());
        if (reached.view() == View.FACTS) {
            json.put("sealed", true);
        }
        if (history.erased()) {
            json.put("erased", true);
        }
        return json;
    }

    private String handler() {
        var holder = Handovers.holder(history);
        if (holder.isEmpty()) {
            return opening.openedBy();
        }
        var names = holder.get().asGiver() ? opening.offeredBy() : opening.offeredTo();
        return names.get(holder.get().offer().sequence());
    }

    private ObjectNode client() {
        if (opening.client() == null) {
            return reached.view() == View.FACTS ? object().put("sealed", true) : null;
        }
        var client = object();
        for (var member : List.of("reference", "name", "birthDate")) {
            client.put(member, opening.client().path(member).textValue());
        }
        return client;
    }

    private ArrayNode steps() {
        var array = array();
        Steps.of(history).forEach(step -> {
            var json = array.addObject();
            json.put("step", step.step()).put("name", step.name()).put("state", step.state().name());
            json.set("missing", EventJson.texts(step.missing()));
            ArrayNode requirements = json.putArray("requirements");
            step.requirements().forEach(requirement -> requirements.add(requirement(requirement)));
        });
        return array;
    }

    private ObjectNode requirement(Requirement.Standing standing) {
        var json = object();
        json.put("id", standing.id()).put("state", standing.state().name());
        json.set("text", text(standing.requirement().text()));
        json.put("source", standing.requirement().source());
        json.set("move", move(standing.mover()));
        return json;
    }

    /** Whose move it is, by name where the name may be shown; null when it is nobody's. */
    private ObjectNode move(Mover mover) {
        if (mover == null) {
            return null;
        }
        var json = object();
        json.put("who", mover.name());
        json.set("text", text(mover.text()));
        json.set("roles", EventJson.texts(mover.roles()));
        json.put("person", switch (mover) {
            case OPENER -> opening.openedBy();
            case HANDLER -> handler();
            // On the route of the Leidraad a single person handles the case only once it was handed to him.
            case REPORT_TEAM -> Handovers.holder(history).isPresent() ? handler() : null;
            case ASKED -> Handovers.pending(history).stream()
                    .map(offer -> opening.offeredTo().get(offer.sequence()))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            case BOARD, HR, INVESTIGATOR, POLICE_CONTACT, VEILIG_THUIS, INSPECTORATE -> null;
        });
        return json;
    }

    private ArrayNode obligations() {
        var array = array();
        Obligations.of(history).forEach(obligation -> array.add(obligation(obligation)));
        return array;
    }

    private ObjectNode obligation(OpenOrMet standing) {
        var obligation = standing.obligation();
        var json = object();
        json.put("id", standing.id())
                .put("state", standing.state().name())
                .put("since", standing.since())
                .put("metBy", standing.metBy())
                .put("blocksClosing", standing.blocksClosing())
                .put("atOnce", obligation.atOnce());
        json.putObject("rule").put("id", obligation.id()).put("version", obligation.version());
        json.set("text", text(obligation.text()));
        json.put("source", obligation.source())
                .put("dueOn", standing.dueOn() == null ? null : standing.dueOn().toString());
        json.set("move", move(standing.mover(history).orElse(null)));
        return json;
    }

    private ObjectNode assessment() {
        if (history.route() != Route.MELDCODE) {
            return null;
        }
        return history.latestAssessment()
                .map(latest -> {
                    var json = object();
                    json.put("outcome", latest.data().outcome().name()).put("norm", latest.data().norm());
                    json.set("receipt", EventJson.mapper().valueToTree(latest.data().receipt()));
                    return json;
                })
                .orElse(null);
    }

    private ArrayNode deadlines() {
        var array = array();
        Deadlines.of(history, AmsterdamDay.of(now)).forEach(deadline -> array.add(deadline(deadline)));
        return array;
    }

    private ObjectNode deadline(Deadline deadline) {
        var term = deadline.term();
        var explained = deadline.explained();
        var json = object();
        json.put("kind", deadline.kind())
                .put("obligation", deadline.obligation())
                .put("startedOn", term.startedOn().toString())
                .put("dueOn", term.dueOn().toString())
                .put("latestOn", term.latestOn().toString())
                .put("targetOn", term.targetOn().toString())
                .put("state", deadline.state().name())
                .put("metOn", deadline.metOn() == null ? null : deadline.metOn().toString())
                .put("basis", in(explained.basis()));
        json.set("explanation", EventJson.texts(explained.explanation().stream().map(this::in).toList()));
        return json;
    }

    /** Where it went differently than a rule of conduct asks. */
    private ArrayNode deviations() {
        var array = array();
        history.events().forEach(event -> event.deviatedFrom()
                .forEach(rule -> array.addObject().put("sequence", event.sequence()).put("rule", rule)));
        return array;
    }

    private void guidance(ObjectNode json, Set<EventType> entries) {
        var guidance = Guidance.of(history, entries, new WhoActs(reached.personRef(), reached.leads()));
        json.set("allowed", EventJson.texts(guidance.allowed()));
        var notAllowed = json.putArray("notAllowed");
        guidance.notAllowed().forEach(refused -> notAllowed
                .addObject()
                .put("entry", refused.entry())
                .put("rule", refused.rule().id())
                .set("why", text(refused.why())));
    }

    /** A sentence in both languages. */
    public static ObjectNode text(Bilingual text) {
        return object().put("nl", text.nl()).put("en", text.en());
    }

    /** As above. */
    public static ObjectNode text(BilingualText text) {
        return object().put("nl", text.nl()).put("en", text.en());
    }

    private String in(BilingualText text) {
        return text.in(Locale.forLanguageTag(language.tag()));
    }

    private static ObjectNode object() {
        return EventJson.mapper().createObjectNode();
    }

    private static ArrayNode array() {
        return EventJson.mapper().createArrayNode();
    }
}
