package nl.meldspoor.cases.rest.description;

import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.ARRAY;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.BOOLEAN;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.INTEGER;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.OBJECT;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.meldspoor.cases.history.extracts.DutchLabels;
import nl.meldspoor.events.EventShape;
import nl.meldspoor.events.EventShape.Kind;
import nl.meldspoor.events.EventShape.Member;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.Route;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * The schema of every entry, from the shape of its record: what the reader of entries takes, no more and no less. Records and enums
 * inside become schemas of their own. Descriptions are the Dutch words of the extracts.
 */
final class EntrySchemas {

    /** Bounds of the reader of entries. */
    private static final int LONGEST_TEXT = 20_000;

    private static final int LONGEST_CODE = 100;
    private static final int LONGEST_LIST = 100;
    private static final String USER_NAME = "^[A-Za-z0-9][A-Za-z0-9._@-]{0,99}$";
    private static final String SHA256 = "^[0-9a-f]{64}$";

    private final Map<String, Schema> schemas = new TreeMap<>();

    private EntrySchemas() {}

    /** By their names; the entry of a type is named as its record. */
    static Map<String, Schema> all() {
        var all = new EntrySchemas();
        for (var type : EventType.values()) {
            if (type.isEntry()) {
                all.entry(type, SchemaNames.of(type.record()), Set.of());
            }
        }
        return all.schemas;
    }

    /** The same entry under another name, where the address already says these members. */
    static Schema without(EventType type, Set<String> optional) {
        var other = new EntrySchemas();
        other.entry(type, "Other", optional);
        return other.schemas.get("Other");
    }

    private void entry(EventType type, String name, Set<String> optional) {
        var schema = object(type.record(), type.routes(), optional)
                .description(DutchLabels.find("event." + type.eventName()).orElse(type.eventName()));
        schema.addProperty("note", told("Aantekening"));
        schema.addProperty("deviation", told("Waarom het anders ging dan een gedragsregel vraagt"));
        schemas.put(name, schema);
    }

    private Schema object(Class<?> record, Set<Route> routes, Set<String> optional) {
        var schema = OASFactory.createSchema().addType(OBJECT).additionalPropertiesBoolean(false);
        for (var member : EventShape.of(record).members()) {
            if (member.derived()) {
                continue;
            }
            schema.addProperty(member.name(), described(record, member, routes));
            if (routes.stream().allMatch(member::requiredOn) && !optional.contains(member.name())) {
                schema.addRequired(member.name());
            }
        }
        return schema;
    }

    private Schema described(Class<?> owner, Member member, Set<Route> routes) {
        var description = DutchLabels.find(owner.getSimpleName() + "." + member.name())
                .or(() -> DutchLabels.find("member." + member.name()))
                .orElse(member.name());
        var someRoutes = routes.stream().filter(member::requiredOn).toList();
        if (!someRoutes.isEmpty() && someRoutes.size() < routes.size()) {
            description += ". Verplicht bij " + someRoutes.stream().map(Route::name).sorted().collect(Collectors.joining(", "));
        }
        if (member.planned()) {
            description += ". Niet voor het moment van de vastlegging zelf";
        }
        var schema = member.kind() == Kind.LIST
                ? OASFactory.createSchema().addType(ARRAY).maxItems(LONGEST_LIST).items(single(member, member.elementKind(), member.element(), routes))
                : single(member, member.kind(), member.type(), routes);
        if (member.kind() == Kind.LIST && member.elementKind() == Kind.ENUM) {
            schema.setUniqueItems(true);
        }
        // beside a reference nothing else may stand
        return schema.getRef() == null
                ? schema.description(description)
                : OASFactory.createSchema().description(description).allOf(List.of(schema));
    }

    private Schema single(Member member, Kind kind, Class<?> type, Set<Route> routes) {
        return switch (kind) {
            case TEXT -> member.constant() != null
                    ? text(64).enumeration(List.of(member.constant()))
                    : member.userName() != null
                    ? text(LONGEST_CODE).pattern(USER_NAME)
                    : member.name().equals("sha256") ? text(64).pattern(SHA256) : text(LONGEST_TEXT);
            case CODE -> text(LONGEST_CODE);
            case BOOLEAN -> OASFactory.createSchema().addType(BOOLEAN);
            case INTEGER -> OASFactory.createSchema().addType(INTEGER).format("int32");
            case ENUM -> codes(type);
            case MOMENT -> OASFactory.createSchema().addType(STRING).format("date-time");
            case DAY -> OASFactory.createSchema().addType(STRING).format("date");
            case UUID -> OASFactory.createSchema().addType(STRING).format("uuid");
            case RECORD -> nested(type, routes);
            // an entry of the kind that is corrected: which one is known only from the case
            case ENTRY, LIST, DERIVED_VALUE -> OASFactory.createSchema().addType(OBJECT);
        };
    }

    private Schema codes(Class<?> type) {
        schemas.computeIfAbsent(SchemaNames.of(type), name -> OASFactory.createSchema()
                .addType(STRING)
                .enumeration(Arrays.stream(type.getEnumConstants()).map(code -> (Object) ((Enum<?>) code).name()).toList()));
        return SchemaNames.ref(SchemaNames.of(type));
    }

    private Schema nested(Class<?> type, Set<Route> routes) {
        if (!schemas.containsKey(SchemaNames.of(type))) {
            schemas.put(SchemaNames.of(type), object(type, routes, Set.of()));
        }
        return SchemaNames.ref(SchemaNames.of(type));
    }

    private static Schema told(String description) {
        return text(LONGEST_TEXT).description(description);
    }

    private static Schema text(int longest) {
        return OASFactory.createSchema().addType(STRING).minLength(1).maxLength(longest);
    }
}
