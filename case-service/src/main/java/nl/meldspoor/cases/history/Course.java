package nl.meldspoor.cases.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.meldspoor.events.AssessmentMade;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.JudgementMade;
import nl.meldspoor.events.Receipt;
import nl.meldspoor.events.RecordedEvent;

/** The course of a case: a line per event, with what it is, when it happened and was recorded, and the receipt of an outcome. Facts only. Pure. */
final class Course {

    private Course() {}

    static ArrayNode of(List<RecordedEvent> events) {
        ArrayNode lines = EventJson.mapper().createArrayNode();
        events.forEach(event -> {
            ObjectNode line = lines.addObject()
                    .put("sequence", event.sequence())
                    .put("type", EventType.of(event.data()).eventName())
                    .put("occurredAt", event.occurredAt().toString())
                    .put("recordedAt", event.recordedAt().toString())
                    .put("late", ToldEvent.isLate(event.occurredAt(), event.recordedAt()));
            line.set("deviatedFrom", EventJson.texts(event.deviatedFrom()));
            Receipt receipt = receipt(event);
            if (receipt != null) {
                line.set("receipt", EventJson.mapper().valueToTree(receipt));
            }
        });
        return lines;
    }

    private static Receipt receipt(RecordedEvent event) {
        return switch (event.data()) {
            case AssessmentMade assessment -> assessment.receipt();
            case JudgementMade judgement -> judgement.receipt();
            default -> null;
        };
    }
}
