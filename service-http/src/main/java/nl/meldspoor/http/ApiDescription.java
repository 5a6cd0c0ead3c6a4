package nl.meldspoor.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * What all three descriptions have in common: the version stands in the server's address ({@code /v1}) and not in the paths,
 * every call wants a token, every error is a problem, every answer carries the version, the description lists itself (NL GOV API Design
 * Rules 2.1 and 2.2: uri-version, problem-details, invalid-input, version-header, publish-openapi).
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ApiDescription implements OASFilter {

    private static final String BASE = "/v1";
    private static final String TOKEN = "token";
    private static final String PROBLEM = "Problem";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.setServers(List.of(OASFactory.createServer().url(BASE)));
        Components components = api.getComponents() == null ? OASFactory.createComponents() : api.getComponents();
        components.addSecurityScheme(
                TOKEN,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT"));
        components.addSchema(PROBLEM, problem());
        api.setComponents(components);
        api.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(TOKEN, List.of())));
        if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
            api.setPaths(withoutBase(api.getPaths()));
        }
    }

    private static Paths withoutBase(Paths before) {
        Paths paths = OASFactory.createPaths();
        before.getPathItems().forEach((path, item) -> {
            var address = path.startsWith(BASE + "/") ? path.substring(BASE.length()) : path;
            item.getOperations().forEach((method, operation) -> describe(address, item, method, operation));
            paths.addPathItem(address, item);
        });
        return paths.addPathItem("/openapi.json", itself());
    }

    private static void describe(String path, PathItem item, PathItem.HttpMethod method, Operation operation) {
        if (operation.getOperationId() == null) {
            operation.setOperationId(operationId(path, method));
        }
        var responses =
                operation.getResponses() == null ? OASFactory.createAPIResponses() : operation.getResponses();
        if (responses.getDefaultValue() == null) {
            responses.setDefaultValue(problem("What went wrong"));
        }
        if (canBeMisspelt(item, method, operation) && !responses.hasAPIResponse("400")) {
            responses.addAPIResponse("400", problem(Statuses.detail(400)));
        }
        responses.addAPIResponse("401", problem(Statuses.detail(401)));
        responses.getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2") || status.startsWith("3")) {
                response.addHeader("API-Version", version());
            } else if (response.getContent() == null) {
                response.setContent(problem("").getContent());
            }
        });
        operation.setResponses(responses);
    }

    /** Whether there is anything in a request that can be wrong in shape. */
    private static boolean canBeMisspelt(PathItem item, PathItem.HttpMethod method, Operation operation) {
        return switch (method) {
            case POST, PUT, PATCH -> true;
            default -> operation.getParameters() != null && !operation.getParameters().isEmpty()
                    || item.getParameters() != null && !item.getParameters().isEmpty();
        };
    }

    /** {@code GET /cases/{caseId}/events} is {@code getCasesByCaseIdEvents}. */
    private static String operationId(String path, PathItem.HttpMethod method) {
        var id = new StringBuilder(method.name().toLowerCase(Locale.ROOT));
        for (var segment : path.split("[/-]")) {
            var word = segment.replace("{", "").replace("}", "");
            if (!word.isEmpty()) {
                id.append(segment.startsWith("{") ? "By" : "")
                        .append(word.substring(0, 1).toUpperCase(Locale.ROOT))
                        .append(word.substring(1));
            }
        }
        return id.toString();
    }

    /** A response that is a problem. */
    public static APIResponse problem(String description) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM))));
    }

    private static Header version() {
        return OASFactory.createHeader().description("The version of this API").schema(text("Semantic version, 1.0.0"));
    }

    /** This description itself: without token, from every origin. */
    private static PathItem itself() {
        var response = OASFactory.createAPIResponse()
                .description("This description")
                .addHeader("API-Version", version())
                .addHeader("access-control-allow-origin", OASFactory.createHeader().schema(text("Always *")))
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().addType(Schema.SchemaType.OBJECT))));
        return OASFactory.createPathItem()
                .GET(OASFactory.createOperation()
                        .operationId("getOpenapiJson")
                        .summary("This description")
                        .security(List.of())
                        .responses(OASFactory.createAPIResponses().addAPIResponse("200", response)));
    }

    private static Schema problem() {
        return object(Map.of(
                        "type", text("What kind of problem, a URI"),
                        "title", text("The kind in words"),
                        "status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER).description("The HTTP status"),
                        "detail", text("What went wrong this time; never personal data"),
                        "errors", OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .description("Everything that is wrong with the shape of the request")
                                .items(object(Map.of(
                                        "pointer", text("Where: #/member, ?parameter or Header:"),
                                        "detail", text("What is expected there"))))))
                .required(List.of("title", "status", "detail"));
    }

    private static Schema object(Map<String, Schema> members) {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .properties(new TreeMap<>(members));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
