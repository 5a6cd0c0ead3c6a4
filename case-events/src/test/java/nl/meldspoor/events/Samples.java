package nl.meldspoor.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One event of each type with every member there, always the same: made from the shape, so that a new member is in it at once. */
public final class Samples {

    static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final UUID ID = UUID.fromString("0198f0c2-0000-7000-8000-000000000007");

    private Samples() {}

    public static CaseEvent of(EventType type) {
        return switch (type) {
            case ENTRY_CORRECTED ->
                new EntryCorrected(2, "text", of(EventType.CHILD_CHECK_DONE), EventType.CHILD_CHECK_DONE.eventName());
            // what is derived must follow from the rest, else an older version could not read as this one
            case CHILD_CHECK_DONE -> new ChildCheckDone(DAY, true, List.of(1), Answer.YES, Answer.NO, true);
            default -> (CaseEvent) record(type.record());
        };
    }

    private static Object record(Class<?> record) {
        EventShape shape = EventShape.of(record);
        return shape.create(shape.members().stream()
                .map(m -> m.constant() != null ? m.constant() : value(m.kind(), m.type(), m.element(), m.elementKind()))
                .toArray());
    }

    private static Object value(EventShape.Kind kind, Class<?> type, Class<?> element, EventShape.Kind elementKind) {
        return switch (kind) {
            case TEXT -> "text";
            case CODE -> "code";
            case BOOLEAN -> true;
            case INTEGER -> 1;
            case ENUM -> type.getEnumConstants()[0];
            case MOMENT -> AT;
            case DAY -> DAY;
            case UUID -> ID;
            case RECORD -> type == TermFact.class ? term() : record(type);
            case LIST -> List.of(element == TermFact.class ? term() : value(elementKind, element, null, null));
            case ENTRY -> throw new IllegalArgumentException("expected no entry within " + type);
            case DERIVED_VALUE -> Map.of("fact", "CODE");
        };
    }

    private static TermFact term() {
        return new TermFact("IGJ-REPORT", DAY, DAY.plusDays(3), DAY.plusDays(3), DAY.plusDays(3), "nl-2026-2028.1");
    }
}
