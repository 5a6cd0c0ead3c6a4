package nl.meldspoor.cases.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.EventShape;
import nl.meldspoor.events.EventShape.Kind;
import nl.meldspoor.events.EventShape.Member;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.Route;

/** Bodies of entries made from the shape of their record, so that none of the catalogue is left out: right ones, and wrong in every member. */
final class TypedEntry {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Amsterdam"));

    private TypedEntry() {}

    /** Members somebody types on an entry of this route. */
    static List<Member> members(EventType type) {
        return EventShape.of(type.record()).members().stream().filter(m -> !m.derived()).toList();
    }

    static Stream<Member> required(EventType type, Route route) {
        return members(type).stream().filter(m -> m.requiredOn(route));
    }

    /** What is required and nothing else; codes are the first of their kind. */
    static ObjectNode complete(EventType type, Route route) {
        return complete(EventShape.of(type.record()), route);
    }

    private static ObjectNode complete(EventShape shape, Route route) {
        ObjectNode body = EventJson.mapper().createObjectNode();
        shape.members().stream().filter(m -> m.requiredOn(route)).forEach(m -> body.set(m.name(), right(m, route)));
        return body;
    }

    private static JsonNode right(Member member, Route route) {
        if (member.kind() == Kind.LIST) {
            ArrayNode list = EventJson.mapper().createArrayNode();
            list.add(right(member.elementKind(), member.element(), null, route));
            // Two people are two; a code stands in a list once.
            return member.elementKind() == Kind.ENUM ? list : list.add(right(member.elementKind(), member.element(), null, route));
        }
        if (member.planned()) {
            return text(TODAY.plusDays(30).toString());
        }
        return right(member.kind(), member.type(), member.constant(), route);
    }

    private static JsonNode right(Kind kind, Class<?> type, String constant, Route route) {
        return switch (kind) {
            case TEXT, CODE -> text(constant != null ? constant : "tekst");
            case BOOLEAN -> EventJson.mapper().getNodeFactory().booleanNode(false);
            case INTEGER -> EventJson.mapper().getNodeFactory().numberNode(2);
            case ENUM -> text(((Enum<?>) type.getEnumConstants()[0]).name());
            case MOMENT -> text(Instant.now().minus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS).toString());
            case DAY -> text(TODAY.toString());
            case UUID -> text(UUID.randomUUID().toString());
            case RECORD -> complete(EventShape.of(type), route);
            case ENTRY, LIST, DERIVED_VALUE -> throw new IllegalArgumentException("no value of " + kind);
        };
    }

    /** Every member there, each of another kind than it is, and one that is unknown. */
    static ObjectNode wrongInEveryMember(EventType type) {
        ObjectNode body = EventJson.mapper().createObjectNode();
        members(type).forEach(m -> {
            switch (m.kind()) {
                case RECORD, LIST, ENTRY, ENUM, MOMENT, DAY, UUID, BOOLEAN -> body.put(m.name(), 5.5);
                default -> body.putObject(m.name());
            }
        });
        return body.put("surprise", true);
    }

    private static JsonNode text(String value) {
        return EventJson.mapper().getNodeFactory().textNode(value);
    }
}
