package nl.meldspoor.cases.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.PersonKind;

/**
 * An event that was decided and is to be stored.
 *
 * @param eventId UUIDv7
 * @param data derived members filled in
 * @param note free text or null
 * @param deviation why it went differently, or null
 * @param deviatedFrom ids of the conduct rules it deviates from
 * @param occurredAt when it happened; null: when it is recorded
 * @param facts its unsealed members; read, never changed
 * @param sealed its sealed members by person kind, before they are sealed; read, never changed
 */
public record NewEvent(
        UUID eventId,
        CaseEvent data,
        String note,
        String deviation,
        List<String> deviatedFrom,
        Instant occurredAt,
        ObjectNode facts,
        Map<PersonKind, ObjectNode> sealed) {

    public NewEvent {
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(data, "data");
        deviatedFrom = List.copyOf(deviatedFrom);
    }

    /** Splits it into facts and sealed members. */
    public NewEvent(
            UUID eventId, CaseEvent data, String note, String deviation, List<String> deviatedFrom, Instant occurredAt) {
        this(
                eventId, data, note, deviation, deviatedFrom, occurredAt, EventJson.facts(data), EventJson.sealed(data, note, deviation));
    }
}
