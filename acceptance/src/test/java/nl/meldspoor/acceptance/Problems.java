package nl.meldspoor.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** What every problem document of every service holds to. */
final class Problems {

    private Problems() {}

    /** A problem document of that status, with everything that must be in and on it. */
    static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.path("type").asText()).as("type of %s", problem).isNotBlank();
        assertThat(problem.path("title").asText()).as("title of %s", problem).isNotBlank();
        assertThat(problem.path("detail").asText()).as("detail of %s", problem).isNotBlank();
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertStandardHeaders(answer);
    }

    /** The headers that every answer carries. */
    static void assertStandardHeaders(Answer answer) {
        assertThat(answer.header("API-Version")).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    }

    /** A refusal by a rule: 409 with the rule, its class and its source. */
    static void assertRefused(Answer answer, String rule) {
        assertProblem(answer, 409);
        assertThat(answer.at("/rule").asText()).as(answer.text()).isEqualTo(rule);
        assertThat(answer.at("/type").asText()).isEqualTo("urn:meldspoor:rule:" + rule);
        assertThat(answer.at("/source").asText()).isNotBlank();
        assertThat(answer.at("/class").asText()).isIn("F", "C");
        assertThat(violations(answer)).first().isEqualTo(rule);
    }

    /** The rules in {@code violations}, in order. */
    static List<String> violations(Answer answer) {
        return StreamSupport.stream(answer.at("/violations").spliterator(), false)
                .map(v -> v.isObject() ? v.path("rule").asText() : v.asText())
                .toList();
    }

    /** A 400 that points at these members, in any order, and at nothing else. */
    static void assertErrorsAt(Answer answer, String... pointers) {
        assertProblem(answer, 400);
        assertThat(answer.at("/errors")).as(answer.text()).isNotEmpty();
        assertThat(answer.at("/errors")).allSatisfy(e -> assertThat(e.path("detail").asText()).isNotBlank());
        assertThat(StreamSupport.stream(answer.at("/errors").spliterator(), false)
                        .map(e -> e.path("pointer").asText()))
                .containsExactlyInAnyOrder(pointers);
    }
}
