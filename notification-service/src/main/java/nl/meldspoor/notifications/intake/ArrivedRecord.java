package nl.meldspoor.notifications.intake;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import nl.meldspoor.events.PublishedEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record of the topic: an event of a case, or something else. SmallRye batches carry no CloudEvents metadata, hence by hand. */
public sealed interface ArrivedRecord {

    /** @param event what it says; its sequence is at least 1 and its case is the key */
    record CaseRecord(PublishedEvent event, Raw raw) implements ArrivedRecord {}

    /** Not a case event of this contract. */
    record Unreadable(Raw raw) implements ArrivedRecord {}

    /** The bytes as they came. */
    record Raw(byte[] key, Map<String, byte[]> headers, byte[] value) {

        static Raw of(ConsumerRecord<byte[], byte[]> record) {
            Map<String, byte[]> headers = new LinkedHashMap<>();
            record.headers().forEach(h -> headers.put(h.key(), h.value()));
            return new Raw(record.key(), headers, record.value());
        }

        /** The same for the same bytes. */
        UUID id() {
            String whole = latin1(key) + '\n' + headersText() + '\n' + latin1(value);
            return UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8));
        }

        private static String latin1(byte[] bytes) {
            return bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
        }

        /** One line per header; for somebody who looks into it. */
        String headersText() {
            StringBuilder text = new StringBuilder();
            headers.forEach((name, bytes) -> text.append(name)
                    .append(": ")
                    .append(bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8))
                    .append('\n'));
            return text.toString();
        }
    }

    /** Never throws on what a record holds. */
    static ArrivedRecord of(ConsumerRecord<byte[], byte[]> record) {
        return of(Raw.of(record));
    }

    static ArrivedRecord of(Raw raw) {
        try {
            PublishedEvent event = PublishedEvent.read(raw.headers(), raw.value());
            boolean keyed = raw.key() != null && event.key().equals(new String(raw.key(), StandardCharsets.UTF_8));
            if (keyed && event.sequence() >= 1 && event.facts() != null) {
                return new CaseRecord(event, raw);
            }
        } catch (RuntimeException e) {
            // What is wrong with it is not logged: the message of a parser may quote it.
            return new Unreadable(raw);
        }
        return new Unreadable(raw);
    }
}
