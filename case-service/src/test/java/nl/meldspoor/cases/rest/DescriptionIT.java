package nl.meldspoor.cases.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meldspoor.cases.support.CaseParts;
import nl.meldspoor.events.EventShape;
import nl.meldspoor.events.EventShape.Kind;
import nl.meldspoor.events.EventType;
import nl.meldspoor.http.OpenApiRules;
import nl.meldspoor.http.SignedTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The description of the API: every entry with its path and its schema, and what the linters of the government look at. */
@QuarkusTest
@QuarkusTestResource(SignedTokens.class)
@QuarkusTestResource(CaseParts.class)
class DescriptionIT {

    private JsonNode api;

    @BeforeEach
    void read() throws Exception {
        api = new ObjectMapper().readTree(given().get("/v1/openapi.json").then().statusCode(200).extract().asString());
    }

    private JsonNode operation(EventType type) {
        var path = type == EventType.CASE_OPENED ? "/cases" : "/cases/{caseId}/" + type.entryPath();
        return api.path("paths").path(path).path("post");
    }

    private JsonNode bodyOf(EventType type) {
        return resolved(operation(type).at("/requestBody/content/application~1json/schema"));
    }

    private JsonNode resolved(JsonNode schema) {
        var ref = schema.has("$ref") ? schema.path("$ref") : schema.at("/allOf/0/$ref");
        return ref.isTextual() ? api.at(ref.asText().substring(1)) : schema;
    }

    private static Set<String> texts(JsonNode array) {
        var texts = new HashSet<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    @Test
    void theDescriptionKeepsTheDesignRulesOfTheGovernment() {
        assertThat(OpenApiRules.violations(api)).isEmpty();
    }

    @Test
    void theCheckerFindsWhatIsWrong() {
        ObjectNode broken = api.deepCopy();
        ((ObjectNode) broken.path("info")).remove("contact");
        ((ObjectNode) broken.path("paths")).set("/niet_Zo/", broken.at("/paths/~1rules").deepCopy());
        ((ObjectNode) broken.at("/paths/~1rules/get/responses/200")).remove("headers");
        ((ObjectNode) broken.at("/paths/~1cases/post/responses")).remove("400");

        assertThat(OpenApiRules.violations(broken))
                .anyMatch(v -> v.startsWith("doc-openapi-contact"))
                .anyMatch(v -> v.startsWith("path-segments-kebab-case"))
                .anyMatch(v -> v.startsWith("operationId unique"))
                .anyMatch(v -> v.startsWith("version-header at get /rules"))
                .anyMatch(v -> v.startsWith("invalid-input: 400 at post /cases"));
    }

    @ParameterizedTest
    @EnumSource(value = EventType.class, mode = EnumSource.Mode.EXCLUDE, names = "TERMS_RECOMPUTED")
    void everyEntryHasASchemaWithTheMembersOfItsRecord(EventType type) {
        // given
        var members = EventShape.of(type.record()).members().stream().filter(m -> !m.derived()).toList();

        // when
        var body = bodyOf(type);

        // then
        var expected = members.stream().map(EventShape.Member::name).collect(Collectors.toSet());
        expected.addAll(Set.of("note", "deviation"));
        assertThat(body.path("properties").properties().stream().map(java.util.Map.Entry::getKey).toList())
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(texts(body.path("required")))
                .isEqualTo(members.stream()
                        .filter(m -> type.routes().stream().allMatch(m::requiredOn))
                        .map(EventShape.Member::name)
                        .collect(Collectors.toSet()));
        assertThat(body.path("additionalProperties").asBoolean(true)).isFalse();
        for (var member : members) {
            var schema = body.path("properties").path(member.name());
            if (member.kind() == Kind.MOMENT) {
                assertThat(schema.path("format").asText()).isEqualTo("date-time");
            } else if (member.kind() == Kind.DAY) {
                assertThat(schema.path("format").asText()).isEqualTo("date");
            } else if (member.kind() == Kind.ENUM) {
                assertThat(texts(resolved(schema).path("enum"))).hasSize(member.type().getEnumConstants().length);
            } else if (member.kind() == Kind.LIST) {
                assertThat(schema.path("type").asText()).isEqualTo("array");
                assertThat(resolved(schema.path("items")).path("type").asText()).isIn("string", "object", "integer");
            } else if (member.kind() == Kind.TEXT || member.kind() == Kind.CODE) {
                assertThat(schema.path("maxLength").asInt()).isBetween(64, 20_000);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = EventType.class, mode = EnumSource.Mode.EXCLUDE, names = "TERMS_RECOMPUTED")
    void everyEntryTellsItsAnswersAndHeaderFields(EventType type) {
        var operation = operation(type);

        assertThat(operation.path("responses").properties().stream().map(java.util.Map.Entry::getKey).toList())
                .contains("200", "201", "400", "401", "403", "409", "413", "415", "503");
        assertThat(operation.at("/responses/201/content/application~1json/schema/$ref").asText()).endsWith("/Recorded");
        assertThat(operation.at("/responses/201/headers").properties().stream().map(java.util.Map.Entry::getKey).toList())
                .contains("API-Version", "ETag", "Location", "Idempotency-Replayed");
        assertThat(operation.path("parameters").findValuesAsText("name"))
                .contains("Idempotency-Key", "On-Behalf-Of", "Prefer", "dryRun");
        if (type != EventType.CASE_OPENED) {
            assertThat(operation.path("parameters").findValuesAsText("name")).contains("If-Match", "caseId");
            assertThat(operation.path("responses").has("404")).isTrue();
            assertThat(operation.path("responses").has("412")).isTrue();
        }
    }

    @Test
    void readsNameTheirAnswerAndWhatInItMayBeNull() {
        assertThat(api.at("/components/schemas/Event/properties/recordedBy/type").asText()).isEqualTo("string");
        assertThat(api.at("/components/schemas/Event/properties/recordedBy/nullable").asBoolean()).isTrue();
        assertThat(api.at("/paths/~1cases~1{caseId}~1proof/get/responses").has("404")).isTrue();
        assertThat(api.at("/paths/~1cases~1{caseId}~1proof/get/responses/200/content/application~1json/schema/$ref").asText()).endsWith("/Proof");
    }

    @Test
    void theResourceThatTakesEveryEntryIsNotDescribed() {
        assertThat(api.path("paths").properties()).noneMatch(path -> path.getKey().contains("{entry"));
    }
}
