package nl.meldspoor.events.warnings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import nl.meldspoor.events.CloudEventHeaders;
import nl.meldspoor.events.EventJson;

/**
 * One step of a warning as it travels on {@code meldspoor.warning-events}: CloudEvents 1.0 in binary mode (NL GOV profile), key = case id.
 * At least once: the same step has the same id. No names, no content.
 *
 * @param id of this step ({@code ce_id})
 * @param obligation the duty it is about
 * @param kind the term, such as {@code IGJ-REPORT}; null when a duty arose
 * @param dueOn when the term ends; null when a duty arose
 * @param rung the rung of the ladder, {@value #AROSE} when a duty arose
 * @param recipientRef keyed hash of the person, null when all who hold a role were warned
 * @param recipientRole the role that was warned, null when a person was
 * @param at when it took this step
 */
public record PublishedWarning(
        UUID id,
        String source,
        String organisation,
        UUID caseId,
        String obligation,
        String kind,
        LocalDate dueOn,
        String rung,
        String recipientRef,
        String recipientRole,
        Channel channel,
        State state,
        Instant at) {

    public static final String TOPIC = "meldspoor.warning-events";
    public static final String TYPE = "nl.meldspoor.warnings.warning-given.v1";
    public static final String AROSE = "AROSE";

    /** By which way. */
    public enum Channel {
        INBOX,
        EMAIL,
        WEBHOOK
    }

    /** How far it came. */
    public enum State {
        /** It is to leave, at once or with the digest. */
        WAITING,
        /** The mail server took it; whether somebody saw it is not known. */
        SENT,
        /** It lies in the inbox, or the subscriber took it. */
        DELIVERED,
        READ,
        FAILED
    }

    public String key() {
        return caseId.toString();
    }

    /** Headers as those of case events, all values UTF-8 text. */
    public Map<String, byte[]> headers() {
        return CloudEventHeaders.of(id, TYPE, source, caseId, at);
    }

    /** The value: UTF-8 JSON. */
    public byte[] value() {
        ObjectNode v = EventJson.mapper()
                .createObjectNode()
                .put("organisation", organisation)
                .put("caseId", caseId.toString())
                .put("obligation", obligation)
                .put("kind", kind)
                .put("dueOn", dueOn == null ? null : dueOn.toString())
                .put("rung", rung)
                .put("recipientRef", recipientRef)
                .put("recipientRole", recipientRole)
                .put("channel", channel.name())
                .put("state", state.name())
                .put("at", at.toString());
        try {
            return EventJson.mapper().writeValueAsBytes(v);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write warning " + id, e);
        }
    }

    /**
     * Reads a record of the topic.
     *
     * @throws IllegalArgumentException when it is not a record of this contract; the message names no content
     */
    public static PublishedWarning read(Map<String, byte[]> headers, byte[] value) {
        try {
            ObjectNode v = EventJson.object(new String(value, StandardCharsets.UTF_8));
            String dueOn = v.required("dueOn").textValue();
            return new PublishedWarning(
                    UUID.fromString(new String(headers.get("ce_id"), StandardCharsets.UTF_8)),
                    new String(headers.get("ce_source"), StandardCharsets.UTF_8),
                    text(v, "organisation"),
                    UUID.fromString(text(v, "caseId")),
                    text(v, "obligation"),
                    v.required("kind").textValue(),
                    dueOn == null ? null : LocalDate.parse(dueOn),
                    text(v, "rung"),
                    v.required("recipientRef").textValue(),
                    v.required("recipientRole").textValue(),
                    Channel.valueOf(text(v, "channel")),
                    State.valueOf(text(v, "state")),
                    Instant.parse(text(v, "at")));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("expected a warning, but a member is missing or malformed");
        }
    }

    private static String text(ObjectNode v, String name) {
        String text = v.required(name).textValue();
        if (text == null) {
            throw new IllegalArgumentException(name);
        }
        return text;
    }
}
