package nl.meldspoor.cases.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.meldspoor.events.CaseEvent;

/**
 * An event that was decided and is to be stored.
 *
 * @param eventId UUIDv7
 * @param data derived members filled in
 * @param note free text or null
 * @param deviation why it went differently, or null
 * @param deviatedFrom ids of the conduct rules it deviates from
 * @param occurredAt when it happened; null: when it is recorded
 */
public record NewEvent(
        UUID eventId, CaseEvent data, String note, String deviation, List<String> deviatedFrom, Instant occurredAt) {

    public NewEvent {
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(data, "data");
        deviatedFrom = List.copyOf(deviatedFrom);
    }
}
