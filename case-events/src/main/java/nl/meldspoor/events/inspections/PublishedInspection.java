package nl.meldspoor.events.inspections;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import nl.meldspoor.events.CloudEventHeaders;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.Route;

/**
 * An auditor opened the content of a case, as it travels on {@code meldspoor.inspection-events}: CloudEvents 1.0 in binary mode (NL GOV
 * profile), key = case id. Said once; said again (Kafka was wiped) it has the same id. Neither the auditor's name nor his reason.
 *
 * @param id UUIDv7 of the inspection ({@code ce_id}), also that of its line in the access log
 * @param personRef keyed hash of the auditor
 * @param recordedAt from when the content is open ({@code ce_time})
 * @param validUntil till when
 */
public record PublishedInspection(
        UUID id, String source, String organisation, UUID caseId, Route route, String personRef, Instant recordedAt, Instant validUntil) {

    public static final String TOPIC = "meldspoor.inspection-events";
    public static final String TYPE = "nl.meldspoor.inspections.inspection-opened.v1";

    public String key() {
        return caseId.toString();
    }

    /** Headers as those of case events, without a sequence. */
    public Map<String, byte[]> headers() {
        return CloudEventHeaders.of(id, TYPE, source, caseId, recordedAt);
    }

    /** The value: UTF-8 JSON. */
    public byte[] value() {
        ObjectNode v = EventJson.mapper()
                .createObjectNode()
                .put("organisation", organisation)
                .put("caseId", caseId.toString())
                .put("route", route.name())
                .put("personRef", personRef)
                .put("recordedAt", recordedAt.toString())
                .put("validUntil", validUntil.toString());
        try {
            return EventJson.mapper().writeValueAsBytes(v);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write inspection " + id, e);
        }
    }

    /**
     * Reads a record of the topic.
     *
     * @param headers by name
     * @throws IllegalArgumentException when it is not a record of this contract; the message names no content
     */
    public static PublishedInspection read(Map<String, byte[]> headers, byte[] value) {
        try {
            ObjectNode v = EventJson.object(new String(value, StandardCharsets.UTF_8));
            if (!header(headers, "ce_type").equals(TYPE)) {
                throw new IllegalArgumentException("ce_type");
            }
            return new PublishedInspection(
                    UUID.fromString(header(headers, "ce_id")),
                    header(headers, "ce_source"),
                    text(v, "organisation"),
                    UUID.fromString(text(v, "caseId")),
                    Route.valueOf(text(v, "route")),
                    text(v, "personRef"),
                    Instant.parse(text(v, "recordedAt")),
                    Instant.parse(text(v, "validUntil")));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("expected an inspection, but a member is missing or malformed");
        }
    }

    private static String header(Map<String, byte[]> headers, String name) {
        return new String(headers.get(name), StandardCharsets.UTF_8);
    }

    private static String text(ObjectNode v, String name) {
        String text = v.required(name).textValue();
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(name);
        }
        return text;
    }
}
