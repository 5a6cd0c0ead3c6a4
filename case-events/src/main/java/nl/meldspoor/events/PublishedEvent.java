package nl.meldspoor.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * An event as it travels on {@code meldspoor.case-events}: CloudEvents 1.0 in binary mode (NL GOV profile), key = case id, value = the
 * unsealed part. It has no member for anything personal.
 *
 * @param id the event id ({@code ce_id})
 * @param source {@code ce_source}, e.g. {@code urn:nld:kvknr:12345678:systeem:meldspoor}
 * @param facts unsealed members
 * @param previousHash lower-case hex of the hash of the event before it in the case, null for the first
 */
public record PublishedEvent(
        UUID id,
        String source,
        String organisation,
        UUID caseId,
        long sequence,
        String type,
        int schemaVersion,
        Instant occurredAt,
        Instant recordedAt,
        String personRef,
        String onBehalfOfRef,
        List<String> deviatedFrom,
        ObjectNode facts,
        String previousHash,
        String hash,
        String traceparent) {

    public static final String TOPIC = "meldspoor.case-events";

    public String key() {
        return caseId.toString();
    }

    /** Headers in the order of the design, all values UTF-8 text. */
    public Map<String, byte[]> headers() {
        String cloudEventType = EventType.byName(type).orElseThrow().cloudEventType(schemaVersion);
        Map<String, byte[]> headers = CloudEventHeaders.of(id, cloudEventType, source, caseId, recordedAt, sequence);
        if (traceparent != null) {
            headers.put("traceparent", traceparent.getBytes(StandardCharsets.UTF_8));
        }
        return headers;
    }

    /** The value: UTF-8 JSON. */
    public byte[] value() {
        ObjectNode v = EventJson.mapper().createObjectNode();
        v.put("organisation", organisation)
                .put("caseId", caseId.toString())
                .put("sequence", sequence)
                .put("type", type)
                .put("schemaVersion", schemaVersion)
                .put("occurredAt", occurredAt.toString())
                .put("recordedAt", recordedAt.toString())
                .put("personRef", personRef)
                .put("onBehalfOfRef", onBehalfOfRef);
        v.set("deviatedFrom", EventJson.texts(deviatedFrom));
        v.set("facts", facts);
        v.put("previousHash", previousHash).put("hash", hash);
        try {
            return EventJson.mapper().writeValueAsBytes(v);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write event " + id, e);
        }
    }

    /**
     * Reads a record of the topic.
     *
     * @param headers by name; at least {@code ce_id} and {@code ce_source}
     * @throws IllegalArgumentException when it is not a record of this contract; the message names no content
     */
    public static PublishedEvent read(Map<String, byte[]> headers, byte[] value) {
        ObjectNode v = EventJson.object(new String(value, StandardCharsets.UTF_8));
        try {
            List<String> deviatedFrom = new ArrayList<>();
            v.withArray("deviatedFrom").forEach(d -> deviatedFrom.add(d.asText()));
            return new PublishedEvent(
                    UUID.fromString(header(headers, "ce_id")),
                    header(headers, "ce_source"),
                    text(v, "organisation"),
                    UUID.fromString(text(v, "caseId")),
                    v.path("sequence").asLong(),
                    text(v, "type"),
                    v.path("schemaVersion").asInt(),
                    Instant.parse(text(v, "occurredAt")),
                    Instant.parse(text(v, "recordedAt")),
                    text(v, "personRef"),
                    optional(v, "onBehalfOfRef"),
                    deviatedFrom,
                    (ObjectNode) v.get("facts"),
                    optional(v, "previousHash"),
                    text(v, "hash"),
                    headers.containsKey("traceparent") ? header(headers, "traceparent") : null);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("expected a case event, but a member is missing or malformed");
        }
    }

    /** As the fold takes it, in the newest shape; which sealed members were present is not known here. */
    public RecordedEvent recorded() {
        EventType eventType = EventType.byName(type)
                .orElseThrow(() -> new IllegalArgumentException("expected a known event type, but was " + type));
        return new RecordedEvent(
                id,
                caseId,
                sequence,
                occurredAt,
                recordedAt,
                personRef,
                onBehalfOfRef,
                deviatedFrom,
                EventJson.read(eventType, schemaVersion, facts),
                Set.of());
    }

    private static String header(Map<String, byte[]> headers, String name) {
        return new String(headers.get(name), StandardCharsets.UTF_8);
    }

    private static String text(ObjectNode v, String name) {
        JsonNode node = v.get(name);
        if (node == null || !node.isTextual()) {
            throw new IllegalArgumentException(name);
        }
        return node.asText();
    }

    private static String optional(ObjectNode v, String name) {
        JsonNode node = v.get(name);
        return node == null || node.isNull() ? null : node.asText();
    }
}
