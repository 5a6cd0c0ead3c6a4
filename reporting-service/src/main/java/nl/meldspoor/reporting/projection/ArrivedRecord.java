package nl.meldspoor.reporting.projection;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meldspoor.events.PublishedEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record of the topic that at least names its case, its sequence and its id. Whether this build understands the rest is
 * known only when it is read.
 *
 * @param headers header values as UTF-8 text
 * @param value the JSON as it came
 */
record ArrivedRecord(UUID caseId, long sequence, UUID eventId, Map<String, String> headers, String value) {

    /**
     * Empty when the record names no case, sequence or id: then there is nothing it can be put in order with. Nor can it be kept when it
     * holds a zero byte, which no JSON does and PostgreSQL takes in no text.
     */
    static Optional<ArrivedRecord> of(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        if (record.key() == null || record.value() == null) {
            return Optional.empty();
        }
        String value = new String(record.value(), StandardCharsets.UTF_8);
        if (Stream.of(headers.keySet(), headers.values(), Set.of(value)).flatMap(Collection::stream).anyMatch(text -> text.indexOf('\0') >= 0)) {
            return Optional.empty();
        }
        try {
            long sequence = Long.parseLong(headers.getOrDefault("ce_sequence", ""));
            UUID eventId = UUID.fromString(headers.getOrDefault("ce_id", ""));
            return sequence < 1
                    ? Optional.empty()
                    : Optional.of(new ArrivedRecord(
                            UUID.fromString(record.key()),
                            sequence,
                            eventId,
                            headers,
                            value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The event in it.
     *
     * @throws IllegalArgumentException when it is not an event of this contract, or not the one its headers name
     */
    PublishedEvent read() {
        Map<String, byte[]> bytes = new TreeMap<>();
        headers.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        PublishedEvent event = PublishedEvent.read(bytes, value.getBytes(StandardCharsets.UTF_8));
        if (!event.caseId().equals(caseId) || event.sequence() != sequence) {
            throw new IllegalArgumentException("expected case and sequence of the headers in the value");
        }
        return event;
    }
}
