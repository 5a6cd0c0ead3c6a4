package nl.meldspoor.cases.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.meldspoor.cases.access.Reached;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.http.Language;

/**
 * What each entry changed: how the case stood before it and after it, without what stayed as it was. The members are those of the case
 * itself ({@link CaseJson}). Pure.
 */
public final class EntryChanges {

    private static final List<String> PARTS = List.of("steps", "obligations", "deadlines");

    private EntryChanges() {}

    /**
     * Of the entries from {@code first} to {@code last}, in order.
     *
     * @param first 1 or more
     * @param last not beyond the head
     */
    public static ArrayNode of(
            CaseHistory history, Reached reached, CaseJson.Opening opening, long first, long last, Instant now, Language language) {
        ArrayNode items = EventJson.mapper().createArrayNode();
        ObjectNode before = standing(history, reached, opening, first - 1, now, language);
        for (long sequence = first; sequence <= last; sequence++) {
            ObjectNode after = standing(history, reached, opening, sequence, now, language);
            ObjectNode item = items.addObject().put("sequence", sequence);
            item.set("before", without(before, after));
            item.set("after", without(after, before));
            before = after;
        }
        return items;
    }

    private static ObjectNode standing(
            CaseHistory history, Reached reached, CaseJson.Opening opening, long version, Instant now, Language language) {
        return history.upTo(version)
                .map(then -> CaseJson.standing(then, reached, opening, now, language))
                .orElseGet(() -> EventJson.mapper().createObjectNode());
    }

    /** One state without what stands the same in another. */
    private static ObjectNode without(ObjectNode state, ObjectNode other) {
        ObjectNode rest = EventJson.mapper().createObjectNode();
        if (state.has("status")) {
            rest.set("status", state.get("status"));
        }
        for (String part : PARTS) {
            Set<JsonNode> same = new HashSet<>();
            other.path(part).forEach(same::add);
            List<JsonNode> differing = new ArrayList<>();
            state.path(part).forEach(element -> {
                if (!same.contains(element)) {
                    differing.add(element);
                }
            });
            rest.putArray(part).addAll(differing);
        }
        return rest;
    }
}
