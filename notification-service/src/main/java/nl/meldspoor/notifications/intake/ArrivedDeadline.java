package nl.meldspoor.notifications.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.notifications.routing.DeadlineRung;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record of the topic of deadline events. Read more loosely than the published language writes it: a warning on a rung that a later
 * version added must not be lost.
 *
 * @param rung what it says, empty when it is no deadline event
 * @param organisation whose case it is, null when it is no deadline event
 */
record ArrivedDeadline(Optional<DeadlineRung> rung, String organisation, ArrivedRecord.Raw raw) {

    private static final String TYPE = "nl.meldspoor.deadlines.deadline-";

    /** Never throws on what a record holds. */
    static ArrivedDeadline of(ConsumerRecord<byte[], byte[]> record) {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        record.headers().forEach(h -> headers.put(h.key(), h.value()));
        return of(new ArrivedRecord.Raw(record.key(), headers, record.value()));
    }

    static ArrivedDeadline of(ArrivedRecord.Raw raw) {
        try {
            ObjectNode v = EventJson.object(new String(raw.value(), StandardCharsets.UTF_8));
            DeadlineRung rung = new DeadlineRung(
                    UUID.fromString(header(raw, "ce_id")),
                    UUID.fromString(text(v, "caseId")),
                    text(v, "obligation"),
                    text(v, "kind"),
                    LocalDate.parse(text(v, "dueOn")),
                    text(v, "rung"),
                    happening(header(raw, "ce_type")));
            return new ArrivedDeadline(Optional.of(rung), text(v, "organisation"), raw);
        } catch (RuntimeException e) {
            // What is wrong with it is not logged: the message of a parser may quote it.
            return new ArrivedDeadline(Optional.empty(), null, raw);
        }
    }

    private static DeadlineRung.Happening happening(String type) {
        if (!type.startsWith(TYPE)) {
            throw new IllegalArgumentException("expected a deadline event");
        }
        return switch (type.substring(TYPE.length()).split("\\.")[0]) {
            case "approached" -> DeadlineRung.Happening.APPROACHED;
            case "missed" -> DeadlineRung.Happening.MISSED;
            case "met" -> DeadlineRung.Happening.MET;
            default -> throw new IllegalArgumentException("expected approached, missed or met");
        };
    }

    private static String header(ArrivedRecord.Raw raw, String name) {
        return new String(raw.headers().get(name), StandardCharsets.UTF_8);
    }

    private static String text(ObjectNode v, String name) {
        String text = v.required(name).textValue();
        if (text == null || text.isBlank() || text.length() > 100) {
            throw new IllegalArgumentException(name);
        }
        return text;
    }
}
