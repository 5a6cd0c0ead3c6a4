package nl.meldspoor.reporting.projection;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.meldspoor.events.PublishedEvent;

/** Events as they arrive off the topic. */
final class Arrivals {

    private Arrivals() {}

    static ArrivedRecord of(PublishedEvent event) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("ce_id", event.id().toString());
        headers.put("ce_source", event.source());
        headers.put("ce_sequence", Long.toString(event.sequence()));
        return new ArrivedRecord(
                event.caseId(),
                event.sequence(),
                event.id(),
                headers,
                new String(event.value(), StandardCharsets.UTF_8));
    }

    static List<ArrivedRecord> of(List<PublishedEvent> events) {
        return events.stream().map(Arrivals::of).toList();
    }
}
