package nl.meldspoor.events.deadlines;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import nl.meldspoor.events.CloudEventHeaders;
import nl.meldspoor.events.EventJson;

/**
 * A rung of a deadline as it travels on {@code meldspoor.deadline-events}: CloudEvents 1.0 in binary mode (NL GOV profile), key = case
 * id. Each rung of each deadline is said once; said again (Kafka was wiped) it has the same id.
 *
 * @param id UUIDv5 of case, deadline, dueOn and rung ({@code ce_id})
 * @param sequence 1, 2, 3 … among those of the case ({@code ce_sequence})
 * @param recordedAt when the rung was noted ({@code ce_time})
 * @param obligation the duty behind it, such as {@code OB-IGJ-VIOLENCE}
 * @param kind the term, such as {@code IGJ-REPORT}; for a duty that is due at once the duty itself
 * @param workingDaysLeft on the day of the rung, negative when over; for {@link Rung#MET} on the day it was met
 */
public record PublishedDeadline(
        UUID id,
        String source,
        long sequence,
        Instant recordedAt,
        String organisation,
        UUID caseId,
        String obligation,
        String kind,
        LocalDate dueOn,
        Rung rung,
        int workingDaysLeft) {

    public static final String TOPIC = "meldspoor.deadline-events";

    public String key() {
        return caseId.toString();
    }

    /** Headers as those of case events, all values UTF-8 text. */
    public Map<String, byte[]> headers() {
        return CloudEventHeaders.of(id, rung.happening().cloudEventType(), source, caseId, recordedAt, sequence);
    }

    /** The value: UTF-8 JSON. */
    public byte[] value() {
        ObjectNode v = EventJson.mapper()
                .createObjectNode()
                .put("organisation", organisation)
                .put("caseId", caseId.toString())
                .put("obligation", obligation)
                .put("kind", kind)
                .put("dueOn", dueOn.toString())
                .put("rung", rung.name())
                .put("workingDaysLeft", workingDaysLeft);
        try {
            return EventJson.mapper().writeValueAsBytes(v);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write deadline event " + id, e);
        }
    }

    /**
     * Reads a record of the topic.
     *
     * @param headers by name
     * @throws IllegalArgumentException when it is not a record of this contract; the message names no content
     */
    public static PublishedDeadline read(Map<String, byte[]> headers, byte[] value) {
        try {
            ObjectNode v = EventJson.object(new String(value, StandardCharsets.UTF_8));
            return new PublishedDeadline(
                    UUID.fromString(header(headers, "ce_id")),
                    header(headers, "ce_source"),
                    Long.parseLong(header(headers, "ce_sequence")),
                    Instant.parse(header(headers, "ce_time")),
                    text(v, "organisation"),
                    UUID.fromString(text(v, "caseId")),
                    text(v, "obligation"),
                    text(v, "kind"),
                    LocalDate.parse(text(v, "dueOn")),
                    Rung.valueOf(text(v, "rung")),
                    v.required("workingDaysLeft").intValue());
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("expected a deadline event, but a member is missing or malformed");
        }
    }

    private static String header(Map<String, byte[]> headers, String name) {
        return new String(headers.get(name), StandardCharsets.UTF_8);
    }

    private static String text(ObjectNode v, String name) {
        JsonNode node = v.required(name);
        if (!node.isTextual()) {
            throw new IllegalArgumentException(name);
        }
        return node.textValue();
    }
}
