package nl.meldspoor.acceptance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.meldspoor.events.EventShape;
import nl.meldspoor.events.EventType;

/**
 * Makes an entry from the shape of its record, with a planted word in every member that is sealed: an entry or member that is added to the
 * catalogue is planted too. Codes and days come from who asks for it.
 */
final class PlantedEntry {

    private PlantedEntry() {}

    /** @param open the members that are not sealed, as JSON; also what is sealed and no text, such as ages and user names */
    static Body of(EventType type, String open) {
        ObjectNode entry = Body.of(open).json();
        for (EventShape.Member member : EventShape.of(type.record()).members()) {
            if (member.sealed() != null && !entry.has(member.name())) {
                plant(member, entry);
            }
        }
        entry.put("note", Planted.word());
        entry.put("deviation", Planted.word());
        return new Body(entry);
    }

    private static void plant(EventShape.Member member, ObjectNode into) {
        switch (member.kind()) {
            case TEXT -> into.put(member.name(), Planted.word());
            case RECORD -> into.set(member.name(), planted(member.type()));
            case LIST -> {
                ArrayNode list = into.putArray(member.name());
                switch (member.elementKind()) {
                    case TEXT -> list.add(Planted.word());
                    case RECORD -> list.add(planted(member.element()));
                    default -> throw new IllegalArgumentException("say yourself what stands in " + member.name());
                }
            }
            default -> throw new IllegalArgumentException("say yourself what stands in " + member.name());
        }
    }

    private static ObjectNode planted(Class<?> record) {
        ObjectNode value = Body.MAPPER.createObjectNode();
        for (EventShape.Member member : EventShape.of(record).members()) {
            switch (member.kind()) {
                case TEXT -> value.put(member.name(), member.name().equals("sha256") ? "0".repeat(64) : Planted.word());
                case LIST -> value.putArray(member.name()).add(Planted.word());
                case DAY -> value.put(member.name(), Planted.BIRTH_DATE);
                default -> throw new IllegalArgumentException("no word can be planted in " + member.name());
            }
        }
        return value;
    }
}
