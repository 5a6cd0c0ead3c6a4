package nl.meldspoor.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * The technical rules that the linters of the NL GOV API Design Rules 2.1 and 2.2 check in an OpenAPI document, as far as this project
 * can break them. Each violation names its rule and the place.
 */
public final class OpenApiRules {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final Pattern KEBAB = Pattern.compile("(/([a-z0-9]+(-[a-z0-9]+)*|\\{[a-zA-Z0-9]+\\}|openapi\\.json))+");
    private static final Pattern CAMEL_QUERY = Pattern.compile("\\$?[a-z][a-z\\d]*([A-Z][a-z\\d]*)*");
    private static final Pattern PASCAL = Pattern.compile("[A-Z][a-z0-9]*(?:[A-Z0-9](?:[a-z0-9]+|$))*");
    private static final Pattern DATE_NAME = Pattern.compile("date|datum|.*Date|.*Datum|.*_datum");
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    private final JsonNode api;
    private final List<String> violations = new ArrayList<>();

    private OpenApiRules(JsonNode api) {
        this.api = api;
    }

    /** All that is wrong; empty when nothing is. */
    public static List<String> violations(JsonNode api) {
        var rules = new OpenApiRules(api);
        rules.document();
        rules.paths();
        rules.schemas();
        rules.references(api, "#");
        return rules.violations;
    }

    private void require(boolean holds, String rule, String place) {
        if (!holds) {
            violations.add(rule + " at " + place);
        }
    }

    private void document() {
        require(api.path("openapi").asText().matches("3\\.0\\..*"), "doc-openapi: 3.0.x", "openapi");
        require(api.at("/info/version").asText().matches("\\d+\\.\\d+\\.\\d+"), "semver", "info.version");
        for (var member : List.of("name", "email", "url")) {
            require(!api.at("/info/contact/" + member).asText().isBlank(), "doc-openapi-contact", "info.contact." + member);
        }
        require(!api.path("servers").isEmpty(), "servers present", "servers");
        api.path("servers").forEach(server -> require(server.path("url").asText().matches(".*/v\\d+"), "uri-version", server.path("url").asText()));
        var itself = api.at("/paths/~1openapi.json");
        require(itself.size() == 1 && itself.has("get"), "publish-openapi: only GET", "/openapi.json");
        require(hasHeader(itself.at("/get/responses/200"), "access-control-allow-origin"), "publish-openapi: cross-origin", "/openapi.json");
        var tags = new ArrayList<String>();
        api.path("tags").forEach(tag -> tags.add(tag.path("name").asText()));
        require(new HashSet<>(tags).size() == tags.size(), "tags unique", "tags");
    }

    private void paths() {
        var operationIds = new HashSet<String>();
        for (var path : api.path("paths").properties()) {
            require(KEBAB.matcher(path.getKey()).matches(), "path-segments-kebab-case, no-trailing-slash", path.getKey());
            for (var operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    operation(path.getKey(), path.getValue(), operation.getKey(), operation.getValue(), operationIds);
                }
            }
        }
    }

    private void operation(String path, JsonNode item, String method, JsonNode operation, Set<String> operationIds) {
        var place = method + " " + path;
        require(operation.hasNonNull("operationId") && operationIds.add(operation.path("operationId").asText()), "operationId unique", place);
        var parameters = new ArrayList<JsonNode>();
        item.path("parameters").forEach(parameters::add);
        operation.path("parameters").forEach(parameters::add);
        parameters(path, place, parameters);
        var responses = operation.path("responses");
        var mustSay400 = Set.of("post", "put", "patch").contains(method) || !parameters.isEmpty();
        require(!mustSay400 || responses.has("400"), "invalid-input: 400", place);
        require(responses.properties().stream().anyMatch(r -> r.getKey().startsWith("2")), "a success", place);
        responses.properties().forEach(response -> response(place + " " + response.getKey(), response.getKey(), response.getValue()));
    }

    private void parameters(String path, String place, List<JsonNode> parameters) {
        var inPath = new HashSet<String>();
        for (var parameter : parameters) {
            var name = parameter.path("name").asText();
            switch (parameter.path("in").asText()) {
                case "query" -> require(CAMEL_QUERY.matcher(name).matches(), "query-keys-camel-case", place + " ?" + name);
                case "path" -> require(inPath.add(name) && parameter.path("required").asBoolean(), "path-params", place + " {" + name + "}");
                default -> require(!name.isBlank(), "parameter has a name", place);
            }
        }
        var inAddress = new HashSet<String>();
        VARIABLE.matcher(path).results().forEach(found -> inAddress.add(found.group(1)));
        require(inAddress.equals(inPath), "path-params: " + inAddress + " but described " + inPath, place);
    }

    private void response(String place, String status, JsonNode response) {
        require(!response.path("description").isMissingNode(), "oas3-schema: a response has a description", place);
        if (status.startsWith("2") || status.startsWith("3")) {
            require(hasHeader(response, "api-version"), "version-header", place);
        }
        if (status.startsWith("4") || status.startsWith("5")) {
            var schema = resolved(response.at("/content/application~1problem+json/schema"));
            for (var member : List.of("status", "title", "detail")) {
                require(schema.path("properties").has(member), "problem-details: " + member, place);
            }
        }
    }

    private static boolean hasHeader(JsonNode response, String name) {
        return response.path("headers").properties().stream().map(Map.Entry::getKey).anyMatch(name::equalsIgnoreCase);
    }

    private void schemas() {
        for (var schema : api.at("/components/schemas").properties()) {
            require(PASCAL.matcher(schema.getKey()).matches(), "PascalCase schema names", schema.getKey());
            members(schema.getValue(), schema.getKey());
        }
    }

    private void members(JsonNode schema, String place) {
        for (var member : schema.path("properties").properties()) {
            var format = member.getValue().path("format").asText();
            if (DATE_NAME.matcher(member.getKey()).matches()) {
                require(format.equals("date"), "date-omit-time-portion", place + "." + member.getKey());
            }
            require(!Set.of("time", "date-time-local").contains(format), "date-time/format", place + "." + member.getKey());
            require(member.getKey().matches("[a-z][a-zA-Z0-9]*"), "property casing", place + "." + member.getKey());
            members(member.getValue(), place + "." + member.getKey());
            members(member.getValue().path("items"), place + "." + member.getKey() + "[]");
        }
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? api.at(schema.path("$ref").asText().substring(1)) : schema;
    }

    /** Every reference leads somewhere. */
    private void references(JsonNode node, String place) {
        if (node.has("$ref")) {
            require(!api.at(node.path("$ref").asText().substring(1)).isMissingNode(), "reference leads nowhere: " + node.path("$ref").asText(), place);
        }
        node.properties().forEach(member -> references(member.getValue(), place + "/" + member.getKey()));
        StreamSupport.stream(node.spliterator(), false).filter(n -> node.isArray()).forEach(element -> references(element, place + "/-"));
    }
}
