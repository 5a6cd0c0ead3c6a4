package nl.meldspoor.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Splits an event into what anybody in the chain may see (facts) and what is sealed per person kind, and puts them together again.
 * Absent members are left out of both.
 */
public final class EventJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private static final Set<String> PARTLY_OPEN = Set.of("waiver", "replacement");

    private EventJson() {}

    /** The mapper of the published language: RFC 3339 moments in UTC, ISO days, absent members left out, unknown members refused. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** The unsealed members, derived ones included. */
    public static ObjectNode facts(CaseEvent event) {
        ObjectNode facts = MAPPER.createObjectNode();
        for (EventShape.Member m : EventShape.of(event.getClass()).members()) {
            if (m.sealed() == null) {
                putOpen(facts, m, m.value((Record) event));
            }
        }
        return facts;
    }

    private static void putOpen(ObjectNode to, EventShape.Member m, Object value) {
        if (value == null) {
            return;
        }
        if (value instanceof CaseEvent entry) {
            to.set(m.name(), facts(entry));
        } else if (m.isPartlySealed()) {
            ObjectNode inner = to.putObject(m.name());
            for (EventShape.Member n : EventShape.of(m.type()).members()) {
                if (n.sealed() == null) {
                    putOpen(inner, n, n.value((Record) value));
                }
            }
        } else {
            to.set(m.name(), MAPPER.valueToTree(value));
        }
    }

    /** The event with its sealed members absent: the same as {@link #read} makes of its facts. */
    public static <E extends CaseEvent> E unsealed(E event) {
        @SuppressWarnings("unchecked")
        E open = (E) withoutSealed((Record) event);
        return open;
    }

    private static Record withoutSealed(Record whole) {
        EventShape shape = EventShape.of(whole.getClass());
        Object[] values = shape.members().stream()
                .map(m -> m.sealed() == null ? withoutSealed(m, m.value(whole)) : null)
                .toArray();
        return (Record) shape.create(values);
    }

    private static Object withoutSealed(EventShape.Member m, Object value) {
        return value instanceof CaseEvent || value != null && m.isPartlySealed() ? withoutSealed((Record) value) : value;
    }

    /** The sealed members by person kind, {@code note} and {@code deviation} among them; kinds without members are left out. */
    public static Map<PersonKind, ObjectNode> sealed(CaseEvent event, String note, String deviation) {
        Map<PersonKind, ObjectNode> sealed = new EnumMap<>(PersonKind.class);
        for (EventShape.Member m : EventShape.of(event.getClass()).members()) {
            Object value = m.value((Record) event);
            if (value == null) {
                continue;
            }
            if (m.sealed() != null) {
                of(sealed, m.sealed()).set(m.name(), MAPPER.valueToTree(value));
            } else if (value instanceof CaseEvent entry) {
                sealed(entry, null, null).forEach((kind, part) -> of(sealed, kind).set(m.name(), part));
            } else if (m.isPartlySealed()) {
                for (EventShape.Member n : EventShape.of(m.type()).members()) {
                    Object inner = n.value((Record) value);
                    if (n.sealed() != null && inner != null) {
                        of(sealed, n.sealed()).withObject("/" + m.name()).set(n.name(), MAPPER.valueToTree(inner));
                    }
                }
            }
        }
        PersonKind whose = EventType.of(event).aboutWhom();
        if (note != null) {
            of(sealed, whose).put("note", note);
        }
        if (deviation != null) {
            of(sealed, whose).put("deviation", deviation);
        }
        return sealed;
    }

    private static ObjectNode of(Map<PersonKind, ObjectNode> sealed, PersonKind kind) {
        return sealed.computeIfAbsent(kind, k -> MAPPER.createObjectNode());
    }

    /** Names of the sealed members that are present, nested ones as {@code waiver.motivation}. Sorted. */
    public static Set<String> sealedMembers(Iterable<ObjectNode> sealed) {
        Set<String> names = new TreeSet<>();
        for (ObjectNode part : sealed) {
            addSealedMembers(names, "", part);
        }
        return names;
    }

    /** Goes into the objects that are open themselves and hold sealed members: a waiver, a replacement. */
    private static void addSealedMembers(Set<String> names, String within, ObjectNode part) {
        for (Iterator<Map.Entry<String, JsonNode>> it = part.fields(); it.hasNext(); ) {
            Map.Entry<String, JsonNode> member = it.next();
            if (PARTLY_OPEN.contains(member.getKey()) && member.getValue() instanceof ObjectNode inner) {
                addSealedMembers(names, within + member.getKey() + ".", inner);
            } else {
                names.add(within + member.getKey());
            }
        }
    }

    /** The event from its facts alone as some version wrote them; throws on a version that is not there yet. */
    public static CaseEvent read(EventType type, int version, ObjectNode facts) {
        return read(type, Upcasters.toNewest(type, version, facts));
    }

    /** The event from its facts alone, of the newest version: sealed members are null. Throws on members that the type does not know. */
    public static CaseEvent read(EventType type, ObjectNode facts) {
        return read(type, facts, List.of());
    }

    /** The event from its facts and whatever sealed parts could be opened. */
    public static CaseEvent read(EventType type, ObjectNode facts, Iterable<ObjectNode> opened) {
        ObjectNode whole = merge(facts, opened);
        whole.remove(List.of("note", "deviation"));
        try {
            if (type == EventType.ENTRY_CORRECTED) {
                return correction(whole);
            }
            return MAPPER.treeToValue(whole, type.record());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "expected facts of " + type.eventName() + ", but they do not fit: " + e.getClass().getSimpleName());
        }
    }

    /** A replacement has the shape of what it replaces, which the correction names. */
    private static EntryCorrected correction(ObjectNode whole) throws JsonProcessingException {
        JsonNode replacement = whole.remove("replacement");
        EntryCorrected correction = MAPPER.treeToValue(whole, EntryCorrected.class);
        if (!(replacement instanceof ObjectNode entry)) {
            return correction;
        }
        EventType corrected = EventType.byName(String.valueOf(correction.correctedType()))
                .orElseThrow(() -> new IllegalArgumentException("expected a correction to name what it corrects, but it does not"));
        return new EntryCorrected(
                correction.corrects(), correction.reason(), read(corrected, entry), correction.correctedType());
    }

    /** Facts and opened parts as one object: the {@code data} of an event over REST. */
    public static ObjectNode merge(ObjectNode facts, Iterable<ObjectNode> opened) {
        ObjectNode whole = facts.deepCopy();
        for (ObjectNode part : opened) {
            mergeInto(whole, part);
        }
        return whole;
    }

    private static void mergeInto(ObjectNode whole, ObjectNode part) {
        for (Iterator<Map.Entry<String, JsonNode>> it = part.fields(); it.hasNext(); ) {
            Map.Entry<String, JsonNode> member = it.next();
            if (member.getValue() instanceof ObjectNode inner && whole.get(member.getKey()) instanceof ObjectNode outer) {
                mergeInto(outer, inner);
            } else {
                whole.set(member.getKey(), member.getValue());
            }
        }
    }

    /** Reads an object from text; anything else is refused. */
    public static ObjectNode object(String json) {
        try {
            JsonNode node = MAPPER.readTree(json);
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("expected a JSON object, but the text is not JSON");
        }
        throw new IllegalArgumentException("expected a JSON object");
    }

    /** A list of texts as JSON. */
    public static ArrayNode texts(List<String> values) {
        ArrayNode array = MAPPER.createArrayNode();
        values.forEach(array::add);
        return array;
    }
}
