package nl.meldspoor.cases.decide;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.EventShape;
import nl.meldspoor.terms.AmsterdamDay;

/** An entry as somebody fills it in; what matters to a test is said by {@link #but}. */
public record Draft(CaseEvent entry) {

    /** The same entry with another value for one member. */
    public Draft but(String member, Object value) {
        Map<String, Object> changed = new HashMap<>();
        changed.put(member, value);
        return new Draft(changed(entry, changed));
    }

    /** When it happened, Amsterdam time: {@code 2026-03-02T10:00}, or a bare day (noon, for an entry with a moment). */
    public Draft at(String when) {
        EventShape.Member member = EventShape.of(entry.getClass()).happenedAt().orElseThrow();
        return but(member.name(), member.type() == LocalDate.class ? LocalDate.parse(when) : moment(when));
    }

    static Instant moment(String when) {
        LocalDateTime local = when.contains("T") ? LocalDateTime.parse(when) : LocalDate.parse(when).atTime(12, 0);
        return local.atZone(AmsterdamDay.ZONE).toInstant();
    }

    @SuppressWarnings("unchecked")
    private static <E extends Record & CaseEvent> CaseEvent changed(CaseEvent entry, Map<String, Object> members) {
        return EventShape.of(entry.getClass()).with((E) entry, members);
    }
}
