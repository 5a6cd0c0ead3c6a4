package nl.meldspoor.reporting.web.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.words.EntryWords;
import nl.meldspoor.reporting.web.Visit;
import nl.meldspoor.reporting.web.words.EntryFields;
import nl.meldspoor.reporting.web.words.Field;

/**
 * One entry of a case as the case-service tells it.
 *
 * @param what the kind of entry, in words
 * @param who the user who recorded it, empty when that is not opened
 * @param late recorded more than seven days after it happened
 * @param deviatedFrom ids of rules of conduct that it deviates from, with a motivation
 * @param sealed whether its content was left closed
 * @param erased whether content was destroyed
 */
public record Entry(
        long sequence,
        String what,
        Instant occurredAt,
        Instant recordedAt,
        String who,
        boolean late,
        List<String> deviatedFrom,
        boolean sealed,
        boolean erased,
        List<Field> fields,
        Optional<ReceiptView> receipt,
        String hash) {

    /** @param events entries, or lines of the course */
    static List<Entry> of(JsonNode events, Visit visit) {
        List<Entry> entries = new ArrayList<>();
        events.path("items").forEach(event -> entries.add(one(event, visit)));
        return entries;
    }

    /** An entry with its content, as far as that is opened; or a line of the course, which has none. */
    static Entry one(JsonNode event, Visit visit) {
        Optional<EventType> type = EventType.byName(event.path("type").asText());
        JsonNode data = event.path("data");
        List<String> rules = new ArrayList<>();
        event.path("deviatedFrom").forEach(rule -> rules.add(rule.asText()));
        String by = event.path("recordedBy").asText("");
        String behalf = event.path("onBehalfOf").asText("");
        return new Entry(
                event.path("sequence").asLong(),
                type.map(EntryWords::event).map(w -> visit.t(w.nl(), w.en())).orElse(event.path("type").asText()),
                Instant.parse(event.path("occurredAt").asText()),
                Instant.parse(event.path("recordedAt").asText()),
                behalf.isEmpty() || behalf.equals("null") ? (by.equals("null") ? "" : by) : behalf,
                event.path("late").asBoolean(),
                rules,
                event.path("sealed").asBoolean(),
                event.path("erased").asBoolean(),
                type.map(t -> EntryFields.of(t, data, visit)).orElse(List.of()),
                type.flatMap(t -> ReceiptView.of(t, data.has("receipt") ? data.path("receipt") : event.path("receipt"), event.path("sequence").asLong(), visit)),
                event.path("hash").asText());
    }

    /** How long after it happened it was recorded, in days; 0 within a day. */
    public long daysLater() {
        return Math.max(0, Duration.between(occurredAt, recordedAt).toDays());
    }

    public boolean deviates() {
        return !deviatedFrom.isEmpty();
    }
}
