package nl.meldspoor.acceptance;

import static nl.meldspoor.acceptance.People.BOARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meldspoor.embedded.Repository;
import org.junit.jupiter.api.Test;

/** The alarms and the dashboard watch figures that the services tell. */
class ObservabilityIT {

    private static final Path FOLDER = Repository.root().resolve("deploy/observability");

    /** A name in a query; {@code up} is told by Prometheus itself. */
    private static final Pattern FIGURE = Pattern.compile("\\b(?:meldspoor|jvm|http|kafka|process|system)_[a-z0-9_]+");

    @Test
    void everyFigureThatIsWatchedIsToldByAService() throws IOException {
        // given: queries of every alarm and every panel, each about some figure
        List<String> queries = new ArrayList<>();
        alerts().forEach(alert -> queries.add(alert.get("expr").asText()));
        for (JsonNode panel : dashboard().get("panels")) {
            assertThat(panel.get("targets")).as(panel.get("title").asText()).isNotEmpty();
            panel.get("targets").forEach(target -> queries.add(target.get("expr").asText()));
        }
        assertThat(queries).hasSizeGreaterThan(20).allMatch(q -> q.startsWith("up{") || FIGURE.matcher(q).find());
        Set<String> watched = queries.stream()
                .flatMap(q -> FIGURE.matcher(q).results().map(r -> r.group()))
                .collect(Collectors.toCollection(TreeSet::new));

        // when: somebody has asked each service something
        BOARD.get("/v1/cases").expect(200);
        BOARD.get(Service.NOTIFICATIONS, "/v1/notifications").expect(200);
        BOARD.get(Service.REPORTING, "/v1/dashboard").expect(200);

        // then
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(told()).containsAll(watched));
    }

    @Test
    void everyAlarmSaysWhatIsWrongAndWhatToDoAndIsInTheDocuments() throws IOException {
        String documents = Files.readString(Repository.root().resolve("docs/operations.md"));
        List<JsonNode> alerts = alerts();

        assertThat(alerts).extracting(alert -> alert.get("alert").asText()).doesNotHaveDuplicates();
        assertThat(alerts).allSatisfy(alert -> {
            assertThat(documents).contains("`" + alert.get("alert").asText() + "`");
            assertThat(alert.at("/labels/severity").asText()).isIn("page", "ticket");
            assertThat(alert.at("/annotations/summary").asText()).isNotBlank();
            assertThat(alert.at("/annotations/description").asText()).isNotBlank();
        });
    }

    private static List<JsonNode> alerts() throws IOException {
        JsonNode file = new YAMLMapper().readTree(FOLDER.resolve("alerts.yaml").toFile());
        List<JsonNode> alerts = new ArrayList<>();
        file.get("groups").forEach(group -> group.get("rules").forEach(alerts::add));
        assertThat(alerts).isNotEmpty();
        return alerts;
    }

    private static JsonNode dashboard() throws IOException {
        return new ObjectMapper().readTree(FOLDER.resolve("dashboard.json").toFile());
    }

    /** The names of all figures of all services. */
    private static Set<String> told() {
        return Stream.of(Service.values())
                .flatMap(service -> Caller.nobody().get(service, "/q/metrics").expect(200).text().lines())
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toSet());
    }
}
