package nl.meldspoor.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The headers of everything we put on Kafka: CloudEvents 1.0 in binary mode (NL GOV profile) about a case, all values UTF-8 text. */
public final class CloudEventHeaders {

    private CloudEventHeaders() {}

    /** Of something that has no place in a series. */
    public static Map<String, byte[]> of(UUID id, String type, String source, UUID caseId, Instant time) {
        return of(id, type, source, caseId, time, Map.of());
    }

    /** @param sequence its place in the series of the case */
    public static Map<String, byte[]> of(UUID id, String type, String source, UUID caseId, Instant time, long sequence) {
        Map<String, String> place = new LinkedHashMap<>();
        place.put("ce_sequence", Long.toString(sequence));
        place.put("ce_sequencetype", "Integer");
        return of(id, type, source, caseId, time, place);
    }

    private static Map<String, byte[]> of(UUID id, String type, String source, UUID caseId, Instant time, Map<String, String> place) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put("ce_type", type);
        headers.put("ce_source", source);
        headers.put("ce_subject", caseId.toString());
        headers.put("ce_time", time.toString());
        headers.putAll(place);
        headers.put("ce_partitionkey", caseId.toString());
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        headers.forEach((name, value) -> bytes.put(name, value.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }
}
