package nl.meldspoor.acceptance.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.meldspoor.embedded.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files for Kubernetes: of the shapes the API knows, and saying the same as docker-compose.yml. */
class KubernetesFilesIT {

    private static final Path FOLDER = Repository.root().resolve("deploy/kubernetes");
    private static final YAMLMapper YAML = new YAMLMapper();

    /** What is read by the models of the Kubernetes API; the others belong to operators. */
    private static final Map<String, Class<?>> MODELS = Map.of(
            "Namespace", Namespace.class,
            "ConfigMap", ConfigMap.class,
            "Deployment", Deployment.class,
            "StatefulSet", StatefulSet.class,
            "Service", Service.class,
            "Job", Job.class,
            "NetworkPolicy", NetworkPolicy.class,
            "PodDisruptionBudget", PodDisruptionBudget.class);

    private static final Set<String> OF_OPERATORS = Set.of("Cluster", "Database", "Kafka", "KafkaNodePool");

    /** The models take unknown members silently; this mapper does not. */
    private static final ObjectMapper STRICT = new ObjectMapper()
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            })
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** One resource of one file. */
    record Resource(String file, JsonNode json) {

        String kind() {
            return json.get("kind").asText();
        }

        String name() {
            return json.get("metadata").get("name").asText();
        }

        @Override
        public String toString() {
            return file + " " + kind() + " " + name();
        }
    }

    static List<Resource> resources() throws IOException {
        List<Resource> resources = new ArrayList<>();
        for (JsonNode file : YAML.readTree(FOLDER.resolve("kustomization.yaml").toFile()).get("resources")) {
            try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(FOLDER.resolve(file.asText()).toFile())) {
                documents.forEachRemaining(json -> resources.add(new Resource(file.asText(), json)));
            }
        }
        return resources;
    }

    static Stream<Resource> ours() throws IOException {
        return resources().stream().filter(r -> !OF_OPERATORS.contains(r.kind()));
    }

    static List<Resource> pods() throws IOException {
        return resources().stream().filter(r -> r.json().at("/spec/template/spec/containers").isArray()).toList();
    }

    @ParameterizedTest
    @MethodSource("ours")
    void aResourceHasTheShapeTheApiKnows(Resource resource) throws Exception {
        assertThat(MODELS).containsKey(resource.kind());
        assertThat(STRICT.treeToValue(resource.json(), MODELS.get(resource.kind()))).isNotNull();
    }

    @Test
    void everyFileOfTheFolderIsPartOfTheSet() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".yaml")).filter(f -> !f.equals("kustomization.yaml")))
                    .containsExactlyInAnyOrderElementsOf(resources().stream().map(Resource::file).distinct().toList());
        }
    }

    @ParameterizedTest
    @MethodSource("pods")
    void aPodMayDoNoMoreThanItMust(Resource resource) {
        JsonNode spec = resource.json().at("/spec/template/spec");
        assertThat(spec.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(spec.at("/automountServiceAccountToken").asBoolean(true)).isFalse();
        containers(spec).forEach(container -> {
            assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true)).isFalse();
            assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(container.at("/securityContext/capabilities/drop/0").asText()).isEqualTo("ALL");
            assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"case-service", "notification-service", "reporting-service"})
    void aServiceIsConfiguredAsInCompose(String service) throws IOException {
        // given
        var compose = new Properties();
        try (var in = Files.newBufferedReader(Repository.root().resolve("deploy/compose/demo/" + service + ".env"))) {
            compose.load(in);
        }
        Resource workload = pods().stream().filter(r -> r.name().equals(service)).findFirst().orElseThrow();

        // when
        JsonNode container = workload.json().at("/spec/template/spec/containers/0");
        Set<String> names = new HashSet<>();
        container.get("env").forEach(e -> names.add(e.get("name").asText()));
        resources().stream()
                .filter(r -> r.kind().equals("ConfigMap") && r.name().equals(container.at("/envFrom/0/configMapRef/name").asText()))
                .forEach(r -> r.json().get("data").fieldNames().forEachRemaining(names::add));

        // then
        assertThat(names).containsAll(compose.stringPropertyNames());
        assertThat(container.at("/ports/0/containerPort").asText()).isEqualTo(compose.getProperty("QUARKUS_HTTP_PORT"));
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/q/health/ready");
        assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/q/health/live");
    }

    @ParameterizedTest
    @MethodSource("pods")
    void aPodReachesTheDatabaseItIsLetIn(Resource resource) throws IOException {
        String database = resource.json().at("/spec/template/metadata/labels/meldspoor~1reaches").asText();
        assertThat(resource.json().toString()).contains("//" + database + "-rw:5432/");
        assertThat(resources()).anyMatch(r -> r.kind().equals("Cluster") && r.name().equals(database));
        assertThat(resources()).anyMatch(r -> r.kind().equals("NetworkPolicy")
                && r.json().at("/spec/ingress").toString().contains("\"meldspoor/reaches\":\"" + database + "\""));
    }

    @ParameterizedTest
    @MethodSource("pods")
    void aSecretThatIsNamedIsExplained(Resource resource) throws IOException {
        String readme = Files.readString(FOLDER.resolve("README.md"));
        JsonNode spec = resource.json().at("/spec/template/spec");
        assertThat(Stream.concat(spec.findParents("secretKeyRef").stream().map(p -> p.at("/secretKeyRef/name").asText()),
                        spec.findValuesAsText("secretName").stream()))
                .isNotEmpty()
                .allSatisfy(secret -> assertThat(readme).contains("`" + secret + "`"));
    }

    private static Stream<JsonNode> containers(JsonNode spec) {
        return Stream.of("initContainers", "containers")
                .flatMap(kind -> StreamSupport.stream(spec.path(kind).spliterator(), false));
    }

    @Test
    void theThemeOfTheSignInIsMountedFileByFile() throws IOException {
        // given
        Path folder = Repository.root().resolve("deploy/keycloak");
        Path theme = folder.resolve("themes/meldspoor/login");
        Set<String> files;
        try (var all = Files.walk(theme)) {
            files = all.filter(Files::isRegularFile).map(file -> theme.relativize(file).toString()).collect(Collectors.toSet());
        }

        // when
        Map<String, String> made = new HashMap<>();
        YAML.readTree(folder.resolve("kustomization.yaml").toFile())
                .at("/configMapGenerator/0/files")
                .forEach(line -> made.put(line.asText().split("=")[0], line.asText().split("=")[1]));
        JsonNode pod = YAML.readTree(folder.resolve("keycloak-theme-mount.yaml").toFile()).at("/spec/unsupported/podTemplate");
        Map<String, String> mounted = new HashMap<>();
        STRICT.treeToValue(pod, io.fabric8.kubernetes.api.model.PodTemplateSpec.class)
                .getSpec()
                .getVolumes()
                .getFirst()
                .getConfigMap()
                .getItems()
                .forEach(item -> mounted.put(item.getKey(), item.getPath()));

        // then
        assertThat(mounted.values()).containsExactlyInAnyOrderElementsOf(files);
        assertThat(made).hasSameSizeAs(mounted);
        made.forEach((key, path) -> assertThat(folder.resolve(path)).isEqualTo(theme.resolve(mounted.get(key))));
    }
}
