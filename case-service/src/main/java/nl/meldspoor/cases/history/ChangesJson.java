package nl.meldspoor.cases.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Deadline;
import nl.meldspoor.events.history.Deadlines;
import nl.meldspoor.events.history.Obligations;
import nl.meldspoor.events.history.OpenOrMet;

/** What an entry that is only tried would make come and go: the obligations and deadlines that would stand otherwise than they do. Pure. */
public final class ChangesJson {

    private ChangesJson() {}

    /**
     * {@code from} and {@code to} are null for what is not there before or after.
     *
     * @param before null when the case would be opened
     */
    public static ObjectNode of(CaseHistory before, CaseHistory after, LocalDate today) {
        ObjectNode json = EventJson.mapper().createObjectNode();
        var obligations = json.putArray("obligations");
        changes(obligations(before), obligations(after))
                .forEach((id, change) -> obligations.addObject().put("id", id).put("from", change.from()).put("to", change.to()));
        var deadlines = json.putArray("deadlines");
        changes(deadlines(before, today), deadlines(after, today)).forEach((kindAndDay, change) -> deadlines
                .addObject()
                .put("kind", kindAndDay.getFirst())
                .put("dueOn", kindAndDay.getLast())
                .put("from", change.from())
                .put("to", change.to()));
        return json;
    }

    private record Change(String from, String to) {}

    private static <K> Map<K, Change> changes(Map<K, String> before, Map<K, String> after) {
        Map<K, Change> changes = new LinkedHashMap<>();
        before.forEach((key, state) -> changes.put(key, new Change(state, after.get(key))));
        after.forEach((key, state) -> changes.putIfAbsent(key, new Change(null, state)));
        changes.values().removeIf(change -> Objects.equals(change.from(), change.to()));
        return changes;
    }

    private static Map<String, String> obligations(CaseHistory history) {
        return history == null
                ? Map.of()
                : Obligations.of(history).stream()
                        .collect(Collectors.toMap(OpenOrMet::id, o -> o.state().name(), (a, b) -> b, LinkedHashMap::new));
    }

    /** A deadline that is moved goes, and comes with its new day. */
    private static Map<List<String>, String> deadlines(CaseHistory history, LocalDate today) {
        return history == null
                ? Map.of()
                : Deadlines.of(history, today).stream()
                        .collect(Collectors.toMap(
                                (Deadline d) -> List.of(d.kind(), d.term().dueOn().toString()),
                                d -> d.state().name(),
                                (a, b) -> b,
                                LinkedHashMap::new));
    }
}
