package nl.meldspoor.cases.rest.description;

import static nl.meldspoor.cases.rest.description.AnswerSchemas.bool;
import static nl.meldspoor.cases.rest.description.AnswerSchemas.codes;
import static nl.meldspoor.cases.rest.description.AnswerSchemas.list;
import static nl.meldspoor.cases.rest.description.AnswerSchemas.moment;
import static nl.meldspoor.cases.rest.description.AnswerSchemas.object;
import static nl.meldspoor.cases.rest.description.AnswerSchemas.page;
import static nl.meldspoor.cases.rest.description.AnswerSchemas.text;
import static nl.meldspoor.cases.rest.description.AnswerSchemas.uuid;
import static nl.meldspoor.cases.rest.description.AnswerSchemas.whole;

import java.util.Arrays;
import java.util.Map;
import nl.meldspoor.terms.RecordKind;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** What is answered about how records are kept: the log with its proofs, retention. */
final class KeepingSchemas {

    private KeepingSchemas() {}

    static Map<String, Schema> all() {
        return Map.of(
                "LogProof", logProof(),
                "LogCheckpoint", checkpoint(),
                "LogCheckpointPage", page("LogCheckpoint"),
                "LogKeys", object("origin", text(), "keys", list(object("id", text(), "algorithm", text(), "key", text().description("As C2SP signed-note writes it")))),
                "Retention", retention(),
                "RetentionPage", page("Retention"),
                "RetentionSettings", settings());
    }

    private static Schema logProof() {
        return object(
                        "checkpoint", text().description("C2SP tlog-checkpoint in a signed note"),
                        "key", text(),
                        "sequence", whole().description("The event whose place is shown; its hash covers those before it"),
                        "index", whole(),
                        "size", whole(),
                        "inclusion", list(text()).description("Base64, the lowest first"),
                        "consistency", object("from", whole(), "proof", list(text())))
                .description("For auditor and board, as soon as a checkpoint covers the case");
    }

    private static Schema checkpoint() {
        return object("origin", text(), "size", whole(), "root", text().description("Base64"), "signedAt", moment(), "checkpoint", text());
    }

    private static Schema retention() {
        return object(
                "caseId", uuid(),
                "route", text(),
                "status", codes("OPEN", "CLOSED"),
                "kind", kinds(),
                "startsOn", text().format("date"),
                "years", whole(),
                "endsOn", text().format("date").description("Last day it must be kept; absent while the term has not begun"),
                "isOver", bool(),
                "onHold", bool(),
                "mayBeErased", bool(),
                "holds", list(object("holdId", uuid(), "since", moment())),
                "byLaw", bool(),
                "why", SchemaNames.ref("BilingualText"),
                "source", text());
    }

    private static Schema settings() {
        return object("kinds", list(object(
                "kind", kinds(), "years", whole(), "defaultYears", whole(), "leastYears", whole(), "byLaw", bool(), "why", SchemaNames.ref("BilingualText"), "source", text())));
    }

    private static Schema kinds() {
        return codes(Arrays.stream(RecordKind.values()).map(Enum::name).toArray(String[]::new));
    }
}
