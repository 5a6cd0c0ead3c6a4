package nl.meldspoor.cases.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.meldspoor.cases.seal.Opened;
import nl.meldspoor.cases.store.StoredEvent;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.EventShape;
import nl.meldspoor.events.EventType;

/**
 * An event as it is told over REST.
 *
 * @param recordedBy user name, null when it is not opened
 * @param data facts and opened content
 * @param sealed whether content was left closed
 * @param hash null for an event that is not stored (a dry run)
 */
public record ToldEvent(
        UUID id,
        UUID caseId,
        long sequence,
        String type,
        int schemaVersion,
        Instant occurredAt,
        Instant recordedAt,
        String recordedBy,
        String onBehalfOf,
        List<String> deviatedFrom,
        ObjectNode data,
        boolean sealed,
        String hash) {

    /** Says of an event that something of it was sealed under a key that was destroyed. */
    private static final String ERASED = "erased";

    /** Recorded later than this after it happened counts as late. */
    private static final Duration IN_TIME = Duration.ofDays(7);

    /** With what could be opened of it. */
    public static ToldEvent opened(StoredEvent event, Opened opened) {
        ObjectNode data = EventJson.merge(event.newestFacts(), opened.parts().values());
        if (event.sealed().boxes().size() > opened.parts().size() || opened.userName() == null) {
            data.put(ERASED, true);
        }
        return of(event, opened.userName(), opened.onBehalfOf(), data, false);
    }

    /** With the content that was just sent by who is told, so that nothing needs to be opened. */
    public static ToldEvent justStored(StoredEvent event, String userName, String onBehalfOf, Collection<ObjectNode> content) {
        return of(event, userName, onBehalfOf, EventJson.merge(event.newestFacts(), content), false);
    }

    /** Facts only. */
    public static ToldEvent closed(StoredEvent event) {
        return of(event, null, null, event.newestFacts().deepCopy().put("sealed", true), true);
    }

    private static ToldEvent of(StoredEvent event, String userName, String onBehalfOf, ObjectNode data, boolean sealed) {
        return new ToldEvent(
                event.eventId(),
                event.caseId(),
                event.sequence(),
                event.type(),
                event.eventType().schemaVersion(),
                event.occurredAt(),
                event.recordedAt(),
                userName,
                onBehalfOf,
                event.deviatedFrom(),
                inOrder(event.eventType(), data),
                sealed,
                event.hash());
    }

    /** Members in the order of the record; the database keeps an order of its own. */
    private static ObjectNode inOrder(EventType type, ObjectNode data) {
        var ordered = EventJson.mapper().createObjectNode();
        EventShape.of(type.record()).members().stream()
                .filter(member -> data.has(member.name()))
                .forEach(member -> ordered.set(member.name(), data.get(member.name())));
        data.properties().stream()
                .filter(member -> !ordered.has(member.getKey()))
                .forEach(member -> ordered.set(member.getKey(), member.getValue()));
        return ordered;
    }

    static boolean isLate(Instant occurredAt, Instant recordedAt) {
        return Duration.between(occurredAt, recordedAt).compareTo(IN_TIME) > 0;
    }

    /** As in {@code api.md}. */
    public ObjectNode toJson() {
        var json = EventJson.mapper().createObjectNode();
        json.put("id", id.toString())
                .put("caseId", caseId.toString())
                .put("sequence", sequence)
                .put("type", type)
                .put("schemaVersion", schemaVersion)
                .put("occurredAt", occurredAt.toString())
                .put("recordedAt", recordedAt.toString())
                .put("recordedBy", recordedBy)
                .put("onBehalfOf", onBehalfOf)
                .put("late", isLate(occurredAt, recordedAt));
        json.set("deviatedFrom", EventJson.texts(deviatedFrom));
        json.set("data", data);
        if (sealed) {
            json.put("sealed", true);
        }
        if (data.has(ERASED)) {
            json.put("erased", true);
        }
        return json.put("hash", hash);
    }
}
