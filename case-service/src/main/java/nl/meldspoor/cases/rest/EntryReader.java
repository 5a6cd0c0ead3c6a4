package nl.meldspoor.cases.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.EventShape;
import nl.meldspoor.events.EventShape.Kind;
import nl.meldspoor.events.EventShape.Member;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.IGJResponseKind;
import nl.meldspoor.events.InternalReportMade;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.YesNoPartly;
import nl.meldspoor.http.ShapeErrors;

/**
 * Reads the body of an entry into its event record, tolerantly: it goes on after an error, so that one 400 names them all. Which
 * members there are, which may be absent and what they hold comes from the record itself ({@link EventShape}); derived members are
 * unknown here. Pure: time comes in.
 */
final class EntryReader {

    /** Elements in one list. */
    static final int LONGEST_LIST = 100;

    /** Years. */
    static final int OLDEST = 120;

    /** Members beside those of the record, on every entry. */
    private static final Set<String> ON_EVERY_ENTRY = Set.of("note", "deviation");

    /** An entry as it was proposed; note and deviation are null when absent. */
    record ReadEntry(CaseEvent entry, String note, String deviation) {}

    private final EntryMoments moments;
    private final IntFunction<Optional<EventType>> corrected;
    private EventType replaced;
    private final ShapeErrors errors = new ShapeErrors();

    private EntryReader(Instant now, IntFunction<Optional<EventType>> corrected) {
        this.moments = new EntryMoments(now);
        this.corrected = corrected;
    }

    /**
     * Reads an entry.
     *
     * @param route the route of the case; for {@code CaseOpened} the body says it itself
     * @throws nl.meldspoor.http.ProblemException 400 with everything that is wrong
     */
    static ReadEntry read(EventType type, Route route, ObjectNode body, Instant now) {
        return read(type, route, body, now, sequence -> Optional.empty());
    }

    /** @param corrected the type of the entry with this sequence: a correction's replacement is read by its shape */
    static ReadEntry read(
            EventType type, Route route, ObjectNode body, Instant now, IntFunction<Optional<EventType>> corrected) {
        return new EntryReader(now, corrected).read(type, route, body);
    }

    private ReadEntry read(EventType type, Route caseRoute, ObjectNode body) {
        var route = type == EventType.CASE_OPENED ? routeIn(body) : caseRoute;
        var shape = EventShape.of(type.record());
        if (type == EventType.ENTRY_CORRECTED) {
            replaced = corrected.apply(body.path("corrects").asInt(0)).orElse(null);
        }
        var values = members(shape, route, body, "#", ON_EVERY_ENTRY);
        var note = told(body, "note");
        var deviation = told(body, "deviation");
        order(type, shape, values, "#");
        together(type, shape, values, "#");
        errors.throwIfAny();
        return new ReadEntry((CaseEvent) shape.create(values.values().toArray()), note, deviation);
    }

    private static Route routeIn(ObjectNode body) {
        return Arrays.stream(Route.values())
                .filter(route -> route.name().equals(body.path("route").asText()))
                .findFirst()
                .orElse(null);
    }

    private String told(ObjectNode body, String name) {
        var value = body.get(name);
        return value == null || value.isNull() ? null : text(value, TypedText.TOLD, ShapeErrors.pointer("#", name));
    }

    /** The values of a record's members in their order; null where absent or wrong. */
    private Map<String, Object> members(EventShape shape, Route route, ObjectNode object, String at, Set<String> alsoKnown) {
        var known = new HashSet<>(alsoKnown);
        var values = new LinkedHashMap<String, Object>();
        for (var member : shape.members()) {
            if (member.derived()) {
                values.put(member.name(), null);
                continue;
            }
            known.add(member.name());
            var pointer = ShapeErrors.pointer(at, member.name());
            var given = object.get(member.name());
            if (given != null && !given.isNull()) {
                values.put(member.name(), value(member, route, given, pointer));
            } else {
                values.put(member.name(), null);
                if (member.requiredOn(route)) {
                    errors.add(pointer, "Required.");
                }
            }
        }
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                errors.add(ShapeErrors.pointer(at, name), "Unknown member.");
            }
        });
        return values;
    }

    private Object value(Member member, Route route, JsonNode given, String at) {
        if (member.kind() == Kind.LIST) {
            return list(member, route, given, at);
        }
        return single(member, member.kind(), member.type(), route, given, at);
    }

    private Object single(Member member, Kind kind, Class<?> type, Route route, JsonNode given, String at) {
        if (member.constant() != null) {
            return constant(member.constant(), given, at);
        }
        return switch (kind) {
            case TEXT -> text(given, member.userName() != null ? TypedText.USER_NAME : member.name().equals("sha256") ? TypedText.SHA256 : TypedText.TOLD, at);
            case CODE -> text(given, TypedText.CODE, at);
            case BOOLEAN -> given.isBoolean() ? (Object) given.booleanValue() : wrong(at, "true or false is expected.");
            case INTEGER -> whole(member, given, at);
            case ENUM -> code(type, given, at);
            case MOMENT -> moment(member, given, at);
            case DAY -> day(member, given, at);
            case UUID -> uuid(given, at);
            case RECORD -> nested(type, route, given, at);
            case ENTRY -> replacement(route, given, at);
            case LIST, DERIVED_VALUE -> throw new IllegalStateException("no entry member holds this: " + member.name());
        };
    }

    private Object list(Member member, Route route, JsonNode given, String at) {
        if (!(given instanceof ArrayNode array)) {
            return wrong(at, "A list is expected.");
        }
        if (array.size() > LONGEST_LIST) {
            return wrong(at, "At most " + LONGEST_LIST + " elements.");
        }
        var elements = new ArrayList<>();
        for (var i = 0; i < array.size(); i++) {
            var pointer = ShapeErrors.pointer(at, i);
            var element = array.get(i).isNull()
                    ? wrong(pointer, "Must not be null.")
                    : single(member, member.elementKind(), member.element(), route, array.get(i), pointer);
            if (element != null && member.elementKind() == Kind.ENUM && elements.contains(element)) {
                errors.add(pointer, "Stands in the list already.");
            }
            elements.add(element);
        }
        return elements.contains(null) ? null : List.copyOf(elements);
    }

    private Object nested(Class<?> type, Route route, JsonNode given, String at) {
        if (!(given instanceof ObjectNode object)) {
            return wrong(at, "An object is expected.");
        }
        var shape = EventShape.of(type);
        return shape.create(members(shape, route, object, at, Set.of()).values().toArray());
    }

    /** Of an entry that is not there nothing can be read: a rule refuses that correction. */
    private Object replacement(Route route, JsonNode given, String at) {
        if (!(given instanceof ObjectNode object)) {
            return wrong(at, "An object is expected.");
        }
        if (replaced == null || replaced == EventType.ENTRY_CORRECTED) {
            return null;
        }
        var shape = EventShape.of(replaced.record());
        var values = members(shape, route, object, at, Set.of());
        order(replaced, shape, values, at);
        together(replaced, shape, values, at);
        return errors.isEmpty() ? shape.create(values.values().toArray()) : null;
    }

    /** Sequences and ages: neither is ever negative, and nobody is older than that. */
    private Integer whole(Member member, JsonNode given, String at) {
        if (!given.isIntegralNumber() || !given.canConvertToInt()) {
            return wrong(at, "A whole number is expected.");
        }
        if (given.intValue() < 0) {
            return wrong(at, "Must not be negative.");
        }
        return member.kind() == Kind.LIST && given.intValue() > OLDEST ? wrong(at, "At most " + OLDEST + ".") : (Integer) given.intValue();
    }

    /** A number is taken for its text, as in {@code 112}. */
    private String constant(String expected, JsonNode given, String at) {
        var isIt = given.isTextual() && given.textValue().equals(expected)
                || given.isIntegralNumber() && given.asText().equals(expected);
        return isIt ? expected : wrong(at, expected + " is expected.");
    }

    private String text(JsonNode given, TypedText typed, String at) {
        if (!given.isTextual()) {
            return wrong(at, "Text is expected.");
        }
        var fault = typed.fault(given.textValue());
        return fault.isPresent() ? wrong(at, fault.get()) : TypedText.kept(given.textValue());
    }

    private Object code(Class<?> type, JsonNode given, String at) {
        for (var constant : type.getEnumConstants()) {
            if (given.isTextual() && ((Enum<?>) constant).name().equals(given.textValue())) {
                return constant;
            }
        }
        return wrong(
                at,
                "One of these is expected: "
                        + Arrays.stream(type.getEnumConstants()).map(c -> ((Enum<?>) c).name()).collect(Collectors.joining(", "))
                        + ".");
    }

    private Instant moment(Member member, JsonNode given, String at) {
        var moment = given.isTextual() ? EntryMoments.moment(given.textValue()) : Optional.<Instant>empty();
        if (moment.isEmpty()) {
            return wrong(at, "A moment as in RFC 3339 is expected, with an offset.");
        }
        if (!member.planned() && moments.isFuture(moment.get())) {
            return wrong(at, "Lies in the future.");
        }
        return moment.get();
    }

    private LocalDate day(Member member, JsonNode given, String at) {
        var day = given.isTextual() ? EntryMoments.day(given.textValue()) : Optional.<LocalDate>empty();
        if (day.isEmpty()) {
            return wrong(at, "A day is expected, year-month-day without a time.");
        }
        if (!member.planned() && moments.isFuture(day.get())) {
            return wrong(at, "Lies in the future.");
        }
        return day.get();
    }

    private UUID uuid(JsonNode given, String at) {
        var id = CaseIds.parse(given.isTextual() ? given.textValue() : null);
        return id.isPresent() ? id.get() : wrong(at, "A UUID is expected.");
    }

    private <T> T wrong(String at, String detail) {
        errors.add(at, detail);
        return null;
    }

    /** What two members together must be: plans not before the entry itself, discovery not after the report. */
    private void order(EventType type, EventShape shape, Map<String, Object> values, String at) {
        var happened = shape.happenedAt().map(member -> dayOf(values.get(member.name()))).orElse(dayOf(moments.now()));
        for (var member : shape.members()) {
            if (member.planned() && happened != null && values.get(member.name()) instanceof LocalDate planned && planned.isBefore(happened)) {
                errors.add(ShapeErrors.pointer(at, member.name()), "Lies before the entry itself.");
            }
        }
        if (type.record() == InternalReportMade.class
                && values.get("reportedAt") instanceof Instant reported
                && values.get("discoveredAt") instanceof Instant discovered
                && discovered.isAfter(reported)) {
            errors.add(ShapeErrors.pointer(at, "discoveredAt"), "Lies after reportedAt.");
        }
    }

    /** What one member asks of another where no rule does. */
    private void together(EventType type, EventShape shape, Map<String, Object> values, String at) {
        if (type == EventType.CARE_CHECK_DONE
                && values.get("dependentAdults") == null
                && values.get("caregiverLoad") == null) {
            errors.add(ShapeErrors.pointer(at, "dependentAdults"), "Required, unless caregiverLoad is there.");
        }
        if (type == EventType.HELP_EVALUATED
                && values.get("safetyRestored") == YesNoPartly.PARTLY
                && values.get("evaluateOn") == null) {
            errors.add(ShapeErrors.pointer(at, "evaluateOn"), "Required when safety is partly restored.");
        }
        if (type == EventType.IGJ_RESPONSE_RECEIVED
                && values.get("kind") == IGJResponseKind.EXTENSION_GRANTED
                && values.get("dueOn") == null) {
            errors.add(ShapeErrors.pointer(at, "dueOn"), "Required when an extension is granted.");
        }
    }

    private static LocalDate dayOf(Object moment) {
        return switch (moment) {
            case Instant instant -> EntryMoments.dayOf(instant);
            case LocalDate day -> day;
            case null, default -> null;
        };
    }
}
