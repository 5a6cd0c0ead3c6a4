package nl.meldspoor.events.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import nl.meldspoor.events.EventJson;

/**
 * Canonical form, version 1: every stored column of an event except position, transaction id, epoch and the two hashes, as one RFC 8785
 * JSON object. Moments are RFC 3339 in UTC, ids lower-case text, sealed bytes base64; what is absent is {@code null}. It holds sealed
 * bytes, not content, so that destroying keys leaves the chain whole.
 *
 * <p>Never change what this form makes of an event: add a version 2 beside it.
 *
 * @param occurredAt whole milliseconds
 * @param recordedAt whole milliseconds
 * @param actor sealed user name as stored
 * @param onBehalfOf sealed user name as stored, or null
 * @param sealed sealed members as stored
 */
public record CanonicalEvent(
        UUID eventId,
        String organisation,
        UUID caseId,
        long sequence,
        String type,
        int schemaVersion,
        Instant occurredAt,
        Instant recordedAt,
        byte[] actor,
        String personRef,
        List<String> roles,
        byte[] onBehalfOf,
        String onBehalfOfRef,
        UUID commandId,
        int ordinal,
        UUID correlationId,
        UUID causationId,
        List<String> deviatedFrom,
        ObjectNode facts,
        byte[] sealed,
        String traceparent) {

    /** The version of the form, itself part of the text. */
    public static final int VERSION = 1;

    /** The canonical text. */
    public String text() {
        ObjectNode json = EventJson.mapper().createObjectNode();
        json.put("canonicalForm", VERSION)
                .put("eventId", eventId.toString())
                .put("organisation", organisation)
                .put("caseId", caseId.toString())
                .put("sequence", sequence)
                .put("type", type)
                .put("schemaVersion", schemaVersion)
                .put("occurredAt", occurredAt.toString())
                .put("recordedAt", recordedAt.toString())
                .put("actor", base64(actor))
                .put("personRef", personRef)
                .put("onBehalfOf", base64(onBehalfOf))
                .put("onBehalfOfRef", onBehalfOfRef)
                .put("commandId", commandId.toString())
                .put("ordinal", ordinal)
                .put("correlationId", correlationId.toString())
                .put("causationId", causationId == null ? null : causationId.toString())
                .put("sealed", base64(sealed))
                .put("traceparent", traceparent);
        json.set("roles", EventJson.texts(roles));
        json.set("deviatedFrom", EventJson.texts(deviatedFrom));
        json.set("facts", facts);
        return canonical(json);
    }

    /** RFC 8785 of an object. Text with lone surrogates has no canonical form and is a defect here: it is refused at the door. */
    static String canonical(ObjectNode json) {
        return CanonicalJson.of(json);
    }

    private static String base64(byte[] bytes) {
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }
}
