package nl.meldspoor.acceptance.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import nl.meldspoor.embedded.Repository;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What docker-compose.yml offers, as docker-compose itself resolves it. */
class ComposeFileIT {

    private static final Path TOP = Repository.root();
    private static final List<String> OURS = List.of("case-service", "notification-service", "reporting-service");

    @TempDir
    static Path folder;

    private static JsonNode services;

    @BeforeAll
    static void composeResolvesTheFile() throws Exception {
        var resolved = folder.resolve("resolved.yml").toFile();
        var complaints = folder.resolve("complaints").toFile();
        var compose = new ProcessBuilder("docker-compose", "-f", TOP.resolve("docker-compose.yml").toString(), "config")
                .directory(TOP.toFile())
                .redirectOutput(resolved)
                .redirectError(complaints)
                .start();
        assertThat(compose.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(compose.exitValue()).as(Files.readString(complaints.toPath())).isZero();
        services = new YAMLMapper().readTree(resolved).get("services");
    }

    @ParameterizedTest
    @CsvSource({
        "case-database, 5432", "kafka, 9092", "keycloak, 8180", "mail, 8025",
        "case-service, 8081", "notification-service, 8082", "reporting-service, 8083"
    })
    void eachPartIsWhereThePapersSay(String service, int port) {
        assertThat(texts(services.get(service).get("ports"))).contains("127.0.0.1:" + port + ":" + port + "/tcp");
    }

    @Test
    void everyContainerHasAMemoryLimitAndAUserThatIsNotRoot() {
        services.properties().forEach(service -> {
            assertThat(service.getValue().path("mem_limit").asText()).as(service.getKey()).isNotEmpty();
            assertThat(service.getValue().path("user").asText())
                    .as(service.getKey())
                    .isNotEmpty()
                    .isNotIn("0", "root");
        });
    }

    @Test
    void everyContainerThatStaysIsWatched() throws IOException {
        for (var service : services.properties()) {
            var ends = "migrate".equals(service.getValue().path("command").asText())
                    || service.getValue().path("command").toString().contains("migrate");
            if (ends) {
                continue;
            }
            var watched = OURS.contains(service.getKey())
                    ? dockerfile(service.getKey()).contains("\nHEALTHCHECK ")
                    : service.getValue().has("healthcheck");
            assertThat(watched).as(service.getKey()).isTrue();
        }
    }

    @Test
    void ourImagesDoNotRunAsRoot() throws IOException {
        for (var service : OURS) {
            assertThat(services.get(service).get("build").get("dockerfile").asText()).isEqualTo(service + "/Dockerfile");
            assertThat(dockerfile(service).lines().filter(line -> line.startsWith("USER ")))
                    .as(service)
                    .isNotEmpty()
                    .noneMatch(line -> line.matches("USER (root|0)\\b.*"));
        }
    }

    @Test
    void keycloakImportsTheRealmOfTheScript() {
        assertThat(services.get("keycloak").get("volumes").toString())
                .contains("deploy/keycloak/meldspoor-realm.json:/opt/keycloak/data/import/meldspoor-realm.json");
        assertThat(TOP.resolve("deploy/keycloak/meldspoor-realm.json")).exists();
    }

    @Test
    void aServiceWaitsForItsTables() {
        var jobs = new TreeMap<>(Map.of(
                "case-service", "case-migrations",
                "notification-service", "notification-migrations",
                "reporting-service", "reporting-migrations"));
        jobs.forEach((service, job) -> {
            assertThat(services.get(service).get("depends_on").get(job).get("condition").asText())
                    .isEqualTo("service_completed_successfully");
            assertThat(services.get(job).get("volumes").toString())
                    .contains(service + "/src/main/resources/db/migration:/flyway/sql");
        });
    }

    @Test
    void noSecretStandsInTheFileItself() throws IOException {
        assertThat(Files.readAllLines(TOP.resolve("docker-compose.yml")))
                .noneMatch(line -> line.matches("(?i).*(password|secret|_key)\\w*\\s*[:=]\\s*\\S+.*"));
    }

    private static String dockerfile(String service) throws IOException {
        return Files.readString(TOP.resolve(service).resolve("Dockerfile"));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }
}
