package nl.meldspoor.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * What all three descriptions have in common: the version stands in the server's address ({@code /v1}) and not in the paths,
 * every call wants a token, and every error is a problem (NL GOV API Design Rules 2.2: uri-version, problem-details).
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
            item.getOperations().values().forEach(ApiDescription::describeErrors);
            paths.addPathItem(path.startsWith(BASE + "/") ? path.substring(BASE.length()) : path, item);
        });
        return paths;
    }

    private static void describeErrors(Operation operation) {
        var responses =
                operation.getResponses() == null ? OASFactory.createAPIResponses() : operation.getResponses();
        if (responses.getDefaultValue() == null) {
            responses.setDefaultValue(OASFactory.createAPIResponse()
                    .description("What went wrong")
                    .content(OASFactory.createContent()
                            .addMediaType(
                                    Problem.MEDIA_TYPE,
                                    OASFactory.createMediaType()
                                            .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM)))));
        }
        operation.setResponses(responses);
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
