package nl.meldspoor.cases.rest.description;

import java.util.List;
import java.util.stream.Collectors;
import nl.meldspoor.cases.history.extracts.DutchLabels;
import nl.meldspoor.events.EventType;
import nl.meldspoor.http.ApiDescription;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** The operation that records an entry: what all entries have in common. */
final class EntryOperations {

    private static final String JSON = "application/json";

    private EntryOperations() {}

    /** @param body the name of the schema of the body */
    static Operation of(EventType type, String operationId, String body, Parameter... path) {
        var opens = type == EventType.CASE_OPENED;
        var operation = OASFactory.createOperation()
                .operationId(operationId)
                .addTag("Entries")
                .summary(DutchLabels.find("event." + type.eventName()).orElse(type.eventName()))
                .description("Records " + type.eventName() + " on "
                        + type.routes().stream().map(Enum::name).sorted().collect(Collectors.joining(" and ")) + ".")
                .requestBody(OASFactory.createRequestBody().required(true).content(content(body)))
                .responses(responses(opens));
        for (var parameter : path) {
            operation.addParameter(parameter);
        }
        parameters(opens).forEach(operation::addParameter);
        return operation;
    }

    /** An id in the address. */
    static Parameter id(String name) {
        return OASFactory.createParameter().in(Parameter.In.PATH).name(name).required(true).schema(text().format("uuid"));
    }

    static Content content(String schema) {
        return OASFactory.createContent()
                .addMediaType(JSON, OASFactory.createMediaType().schema(SchemaNames.ref(schema)));
    }

    private static List<Parameter> parameters(boolean opens) {
        var common = List.of(
                header("Idempotency-Key", "The same key and request again give the answer as it was then")
                        .schema(text().minLength(1).maxLength(64)),
                header("On-Behalf-Of", "User name of the person an integration acts for: required from it, refused from people")
                        .schema(text().maxLength(100)),
                header("Prefer", "return=minimal: no body in the answer").schema(text()),
                header("Accept-Language", "nl or en, for the sentence of a rule").schema(text()),
                OASFactory.createParameter()
                        .in(Parameter.In.QUERY)
                        .name("dryRun")
                        .description("true: answers what would be stored, and stores nothing")
                        .schema(OASFactory.createSchema().addType(Schema.SchemaType.BOOLEAN)));
        if (opens) {
            return common;
        }
        var all = new java.util.ArrayList<>(common);
        all.add(header("If-Match", "\"<version>\": refused when the case moved on").schema(text()));
        return all;
    }

    private static APIResponses responses(boolean opens) {
        var responses = OASFactory.createAPIResponses()
                .addAPIResponse("201", stored())
                .addAPIResponse("200", OASFactory.createAPIResponse().description("A dry run: nothing was stored").content(content("Recorded")))
                .addAPIResponse("400", ApiDescription.problem("Wrong in shape; errors names everything that is"))
                .addAPIResponse("403", ApiDescription.problem("A role that never records this entry"))
                .addAPIResponse("409", ApiDescription.problem("A rule refuses (urn:meldspoor:rule:…), or the Idempotency-Key was used for another request"))
                .addAPIResponse("413", ApiDescription.problem("The body is over 256 KiB"))
                .addAPIResponse("415", ApiDescription.problem("The body is not application/json"))
                .addAPIResponse("503", retryLater());
        return opens
                ? responses
                : responses
                        .addAPIResponse("404", ApiDescription.problem("No such case, or out of reach"))
                        .addAPIResponse("412", ApiDescription.problem("The case moved on since the version in If-Match"));
    }

    private static APIResponse stored() {
        return OASFactory.createAPIResponse()
                .description("Stored: the case and its new events; no body with Prefer: return=minimal")
                .content(content("Recorded"))
                .addHeader("Location", given("The new event, or the new case"))
                .addHeader("ETag", given("The version of the case in double quotes"))
                .addHeader("Idempotency-Replayed", given("true when it was stored earlier under this key"))
                .addHeader("Preference-Applied", given("return=minimal when it was asked for"));
    }

    private static APIResponse retryLater() {
        return ApiDescription.problem("Not possible now, or (urn:meldspoor:outcome-unknown) nobody can say whether it was stored: repeat with the same Idempotency-Key")
                .addHeader("Retry-After", given("Seconds to wait"));
    }

    private static Header given(String description) {
        return OASFactory.createHeader().description(description).schema(text());
    }

    private static Parameter header(String name, String description) {
        return OASFactory.createParameter().in(Parameter.In.HEADER).name(name).description(description);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
