package nl.meldspoor.cases.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import nl.meldspoor.cases.access.Acting;
import nl.meldspoor.cases.access.MeldingAccess;
import nl.meldspoor.cases.store.EventStore;
import nl.meldspoor.cases.store.StoredEvent;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Happened;

/**
 * A melding as Veilig Thuis gets it: opened, with the steps taken before it and the assessment; no notes and nothing else of the case.
 * The reading is in the access log before it leaves.
 */
@ApplicationScoped
public class MeldingTold {

    /** The ground in the access log. */
    public static final String GROUND = "LIAISON_OF_REGION";

    private static final List<String> NOT_SENT = List.of("note", "deviation");

    @Inject
    EventStore store;

    @Inject
    CaseReading reading;

    /** One melding within reach. */
    public ObjectNode tell(MeldingAccess.Sent sent, Acting acting, UUID correlationId) {
        var stored = store.load(sent.caseId(), sent.version()).orElseThrow(() -> new IllegalStateException("a melding without its case"));
        var shown = stored.events().stream().filter(event -> isOf(event, sent)).toList();
        reading.log(acting, sent.organisation(), sent.caseId(), "READ", "melding", GROUND, sent.sequence(), sent.sequence(), correlationId);
        var told = reading.open(shown);
        var before = stored.toHistory().upTo(sent.sequence()).orElseThrow();
        var json = EventJson.mapper().createObjectNode();
        json.put("meldingId", sent.meldingId().toString())
                .put("caseId", sent.caseId().toString())
                .put("organisation", sent.organisation())
                .put("recordedAt", sent.recordedAt().toString());
        json.set("melding", withoutNotes(told.getFirst()));
        steps(json, before);
        before.latestAssessment().ifPresent(latest -> {
            var assessment = json.putObject("assessment");
            assessment.put("outcome", latest.data().outcome().name()).put("norm", latest.data().norm());
            assessment.set("receipt", EventJson.mapper().valueToTree(latest.data().receipt()));
        });
        answers(json, "acknowledgements", EventType.MELDING_ACKNOWLEDGED, told);
        answers(json, "feedback", EventType.VEILIG_THUIS_FEEDBACK_RECEIVED, told);
        return json;
    }

    /** The melding itself first, then what Veilig Thuis answered to it. */
    private static boolean isOf(StoredEvent event, MeldingAccess.Sent sent) {
        if (event.sequence() == sent.sequence()) {
            return true;
        }
        var type = event.eventType();
        return (type == EventType.MELDING_ACKNOWLEDGED || type == EventType.VEILIG_THUIS_FEEDBACK_RECEIVED)
                && sent.meldingId().toString().equals(event.facts().path("meldingId").asText());
    }

    private static void steps(ObjectNode json, CaseHistory before) {
        var steps = json.putArray("steps");
        before.counting().stream()
                .filter(event -> event.type() != EventType.MELDING_MADE && event.type() != EventType.CASE_OPENED)
                .forEach(event -> steps.addObject()
                        .put("type", event.type().eventName())
                        .put("happenedOn", Happened.of(event).day().toString()));
    }

    private static void answers(ObjectNode json, String name, EventType type, List<ToldEvent> told) {
        var array = json.putArray(name);
        told.stream().filter(event -> event.type().equals(type.eventName())).forEach(event -> array.add(withoutNotes(event)));
    }

    private static ObjectNode withoutNotes(ToldEvent event) {
        return event.data().deepCopy().without(NOT_SENT);
    }
}
