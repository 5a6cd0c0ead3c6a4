package nl.meldspoor.cases.rest.description;

import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.ARRAY;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.BOOLEAN;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.INTEGER;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.NULL;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.OBJECT;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.meldspoor.events.history.Mover;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The schemas of answers, as in {@code api.md}. Members that may be null say so. */
final class AnswerSchemas {

    private AnswerSchemas() {}

    static Map<String, Schema> all() {
        var all = new TreeMap<String, Schema>();
        all.put("BilingualText", object("nl", text(), "en", text()));
        all.put("Move", move());
        all.put("Event", event());
        all.put("Case", theCase());
        all.put("Recorded", object("case", SchemaNames.ref("Case"), "events", list(SchemaNames.ref("Event")), "changes", changes()));
        all.put("EventPage", page("Event"));
        all.put("CaseSummary", caseSummary());
        all.put("CasePage", page("CaseSummary"));
        all.put("AccessLine", accessLine());
        all.put("AccessLogPage", page("AccessLine"));
        all.put("Course", object("items", list(courseLine())));
        all.put("EntryChanges", object("sequence", whole(), "before", standing(), "after", standing()));
        all.put("EntryChangesPage", page("EntryChanges"));
        all.put("Proof", proof());
        all.put("InspectionReason", object("reason", text().minLength(1).maxLength(20_000)).required(List.of("reason")).additionalPropertiesBoolean(false));
        all.put("Inspection", object("id", uuid(), "caseId", uuid(), "reason", text(), "openedAt", moment(), "validUntil", moment()));
        all.put("Inspected", inspected());
        all.put("InspectedPage", page("Inspected"));
        all.put("Rule", rule());
        all.put("RulePage", page("Rule"));
        all.put("SentMelding", sentMelding());
        all.put("SentMeldingPage", page("SentMelding"));
        all.putAll(KeepingSchemas.all());
        return all;
    }

    private static Schema event() {
        return object(
                "id", uuid(),
                "caseId", uuid(),
                "sequence", whole(),
                "type", text().description("SignalRecorded, …: the schema of that name describes the entry"),
                "schemaVersion", whole(),
                "occurredAt", moment(),
                "recordedAt", moment(),
                "recordedBy", text().addType(NULL),
                "onBehalfOf", text().addType(NULL),
                "late", bool().description("Recorded more than 7 days after it happened"),
                "deviatedFrom", list(text()),
                "data", OASFactory.createSchema().addType(OBJECT).description("Facts and opened content; sealed: true in place of content"),
                "sealed", bool().description("Only when content was left closed"),
                "hash", text().addType(NULL).description("Lower-case hex; null in a dry run"));
    }

    private static Schema inspected() {
        return object(
                        "id", uuid(),
                        "route", SchemaNames.ref("Route"),
                        "caseId", uuid().addType(NULL).description("Null on MELDCODE, of which the board sees no cases"),
                        "openedAt", moment(),
                        "validUntil", moment(),
                        "user", text(),
                        "roles", list(text()),
                        "reason", text().addType(NULL).description("Null when its key is gone"))
                .description("An auditor opened the content of a case; for the board");
    }

    private static Schema theCase() {
        return object(
                "id", uuid(),
                "route", SchemaNames.ref("Route"),
                "status", codes("OPEN", "CLOSED"),
                "version", whole(),
                "organisation", text(),
                "unit", text().addType(NULL),
                "region", text().addType(NULL),
                "openedAt", moment(),
                "openedBy", text().addType(NULL),
                "handler", text().addType(NULL),
                "client", object("reference", text().addType(NULL), "name", text().addType(NULL), "birthDate", day().addType(NULL), "sealed", bool()).addType(NULL),
                "clientRole", SchemaNames.ref("ClientRole"),
                "framework", text().addType(NULL),
                "sealed", bool().description("Only when content was left closed"),
                "steps", steps(),
                "obligations", list(obligation()),
                "assessment", object("outcome", text(), "norm", whole().addType(NULL), "receipt", OASFactory.createSchema().addType(OBJECT)).addType(NULL),
                "deadlines", list(deadline()),
                "deviations", list(object("sequence", whole(), "rule", text())),
                "allowed", list(text()).description("Entries the caller may make now, by their paths"),
                "notAllowed", list(object("entry", text(), "rule", text(), "why", SchemaNames.ref("BilingualText"))));
    }

    private static Schema courseLine() {
        return object(
                "sequence", whole(),
                "type", text(),
                "occurredAt", moment(),
                "recordedAt", moment(),
                "late", bool(),
                "deviatedFrom", list(text()),
                "receipt", OASFactory.createSchema().addType(OBJECT).description("Only of an outcome"));
    }

    private static Schema steps() {
        return list(object("step", whole(), "name", text(), "state", codes("NOT_STARTED", "RECORDED", "COMPLETE"), "missing", list(text()), "requirements", list(requirement())));
    }

    /** How a case stood before or after an entry, without what the entry left as it was. */
    private static Schema standing() {
        return object("status", codes("OPEN", "CLOSED"), "steps", steps(), "obligations", list(obligation()), "deadlines", list(deadline()));
    }

    private static Schema obligation() {
        return object(
                "id", text(),
                "state", codes("OPEN", "MET"),
                "since", whole(),
                "metBy", whole().addType(NULL),
                "blocksClosing", bool(),
                "atOnce", bool(),
                "rule", object("id", text(), "version", whole()),
                "text", SchemaNames.ref("BilingualText"),
                "source", text(),
                "dueOn", day().addType(NULL),
                "move", SchemaNames.ref("Move"));
    }

    private static Schema changes() {
        return object(
                        "obligations", list(object("id", text(), "from", text().addType(NULL), "to", text().addType(NULL))),
                        "deadlines", list(object("kind", text(), "dueOn", day(), "from", text().addType(NULL), "to", text().addType(NULL))))
                .description("Only in a dry run: what would come and go");
    }

    private static Schema requirement() {
        return object(
                "id", text(),
                "state", codes("RECORDED", "MISSING"),
                "text", SchemaNames.ref("BilingualText"),
                "source", text(),
                "move", SchemaNames.ref("Move"));
    }

    private static Schema move() {
        return object(
                        "who", codes(Arrays.stream(Mover.values()).map(Enum::name).toArray(String[]::new)),
                        "text", SchemaNames.ref("BilingualText"),
                        "roles", list(text()).description("Roles that may record what is missing"),
                        "person", text().addType(NULL).description("User name, where it is one person and may be shown"))
                .addType(NULL)
                .description("Whose move it is; null when nothing is to be done");
    }

    private static Schema deadline() {
        return object(
                "kind", text(),
                "obligation", text().addType(NULL),
                "startedOn", day(),
                "dueOn", day(),
                "latestOn", day(),
                "targetOn", day(),
                "state", codes("OPEN", "MET", "MISSED"),
                "metOn", day().addType(NULL),
                "basis", text(),
                "explanation", list(text()));
    }

    private static Schema caseSummary() {
        return object(
                "id", uuid(),
                "route", SchemaNames.ref("Route"),
                "status", codes("OPEN", "CLOSED"),
                "version", whole(),
                "organisation", text(),
                "unit", text().addType(NULL),
                "region", text().addType(NULL),
                "openedAt", moment(),
                "changedAt", moment(),
                "openObligations", list(text()));
    }

    private static Schema accessLine() {
        return object(
                "id", uuid(),
                "at", moment(),
                "user", text(),
                "onBehalfOf", text().addType(NULL),
                "roles", list(text()),
                "action", text(),
                "what", text(),
                "rule", text(),
                "reason", text().description("Of an inspection"),
                "firstSequence", whole().addType(NULL),
                "lastSequence", whole().addType(NULL),
                "outcome", text());
    }

    private static Schema proof() {
        return object(
                "caseId", uuid(),
                "length", whole(),
                "head", text(),
                "algorithm", text(),
                "events", list(object(
                                "sequence", whole(),
                                "hash", text(),
                                "previousHash", text().addType(NULL),
                                "canonical", text().description("The canonical text, RFC 8785")))
                        .description("hash = SHA-256(previousHash bytes, then UTF-8 of canonical); hashes in lower-case hex"),
                "log", SchemaNames.ref("LogProof"));
    }

    private static Schema rule() {
        return object("id", text(), "version", whole(), "kind", codes("REFUSAL", "OUTCOME", "OBLIGATION", "REQUIREMENT"), "sentence", SchemaNames.ref("BilingualText"), "text", SchemaNames.ref("BilingualText"), "source", text());
    }

    private static Schema sentMelding() {
        return object(
                "meldingId", uuid(),
                "caseId", uuid(),
                "organisation", text(),
                "recordedAt", moment(),
                "melding", OASFactory.createSchema().addType(OBJECT),
                "steps", list(object("type", text(), "happenedOn", day())),
                "assessment", OASFactory.createSchema().addType(OBJECT),
                "acknowledgements", list(OASFactory.createSchema().addType(OBJECT)),
                "feedback", list(OASFactory.createSchema().addType(OBJECT)));
    }

    static Schema page(String item) {
        return object("items", list(SchemaNames.ref(item)), "next", text().addType(NULL).description("Cursor of the next page, null on the last"));
    }

    /** Names and schemas in turn. */
    static Schema object(Object... members) {
        var schema = OASFactory.createSchema().addType(OBJECT);
        for (var i = 0; i < members.length; i += 2) {
            schema.addProperty((String) members[i], (Schema) members[i + 1]);
        }
        return schema;
    }

    static Schema list(Schema items) {
        return OASFactory.createSchema().addType(ARRAY).items(items);
    }

    static Schema codes(String... codes) {
        return text().enumeration(List.<Object>of((Object[]) codes));
    }

    static Schema text() {
        return OASFactory.createSchema().addType(STRING);
    }

    static Schema uuid() {
        return text().format("uuid");
    }

    static Schema moment() {
        return text().format("date-time");
    }

    private static Schema day() {
        return text().format("date");
    }

    static Schema whole() {
        return OASFactory.createSchema().addType(INTEGER);
    }

    static Schema bool() {
        return OASFactory.createSchema().addType(BOOLEAN);
    }
}
