package nl.meldspoor.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Loads the example cases through the REST API, as the people in them would. Nothing is loaded into a store that holds cases already. The
 * moment the dates count from is kept in a file, so that a load that was broken off goes on with the same requests: the
 * Idempotency-Key of each step makes sure that nothing comes twice.
 *
 * <p>Usage: {@code LoadExamples <case-service> <keycloak> [file]}, e.g.
 * {@code http://localhost:8081 http://localhost:8180 .meldspoor/examples-loaded}.
 */
public final class LoadExamples {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String DONE = "done ";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final String caseService;
    private final Tokens tokens;

    /** @param caseService address of the case-service without {@code /v1} */
    public LoadExamples(String caseService, String keycloak) {
        this.caseService = caseService;
        this.tokens = new Tokens(http, keycloak);
    }

    public static void main(String[] args) throws Exception {
        if (args.length < 2) {
            System.err.println("usage: LoadExamples <case-service> <keycloak> [file that remembers the load]");
            System.exit(2);
        }
        LoadExamples load = new LoadExamples(args[0], args[1]);
        System.out.println(args.length > 2 ? load.remembering(Path.of(args[2])) : load.whenEmpty(Instant.now()));
    }

    private String remembering(Path file) throws IOException, InterruptedException {
        String remembered = Files.exists(file) ? Files.readString(file).strip() : "";
        if (remembered.startsWith(DONE)) {
            return "example cases: loaded before";
        }
        Instant anchor = remembered.isEmpty() ? Instant.now() : Instant.parse(remembered);
        if (remembered.isEmpty()) {
            if (!isEmpty()) {
                return "example cases: not loaded, there are cases already";
            }
            Files.writeString(file, anchor.toString());
        }
        String said = all(anchor);
        Files.writeString(file, DONE + anchor);
        return said;
    }

    private String whenEmpty(Instant now) throws IOException, InterruptedException {
        return isEmpty() ? all(now) : "example cases: not loaded, there are cases already";
    }

    private String all(Instant now) throws IOException, InterruptedException {
        int entries = 0;
        for (String name : ExampleCase.NAMES) {
            entries += load(ExampleCase.read(name), now).size();
        }
        return "example cases: loaded %d cases with %d entries".formatted(ExampleCase.NAMES.size(), entries);
    }

    private boolean isEmpty() throws IOException, InterruptedException {
        for (String user : List.of(
                "de-linde-attention-officer", "de-linde-report-team", "waterland-attention-officer", "waterland-report-team")) {
            HttpResponse<String> answer = http.send(
                    request(user, "/v1/cases?limit=1").GET().build(), HttpResponse.BodyHandlers.ofString());
            expect(answer, 200, "the list of cases of " + user);
            if (!MAPPER.readTree(answer.body()).get("items").isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Records all steps of one case; the answers, one per step. */
    public List<JsonNode> load(ExampleCase example, Instant now) throws IOException, InterruptedException {
        RelativeTime time = new RelativeTime(now);
        Map<String, String> references = new HashMap<>();
        List<JsonNode> answers = new java.util.ArrayList<>();
        for (int i = 0; i < example.steps().size(); i++) {
            ExampleCase.Step step = example.steps().get(i);
            ObjectNode body = step.body(time, references);
            HttpResponse<String> answer = http.send(
                    request(step.as(), path(step, references))
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", "example-" + example.name() + "-" + i)
                            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            expect(answer, 201, example.name() + ", step " + (i + 1) + " (" + step.entry() + ")");
            JsonNode json = MAPPER.readTree(answer.body());
            references.putIfAbsent("$caseId", json.at("/case/id").asText());
            json.at("/events").forEach(e -> {
                for (String id : List.of("meldingId", "helpId", "handoverId", "silenceId", "improvementId")) {
                    if (e.at("/data/" + id).isTextual()) {
                        references.put("$" + id, e.at("/data/" + id).asText());
                    }
                }
            });
            answers.add(json);
        }
        return answers;
    }

    private static String path(ExampleCase.Step step, Map<String, String> references) {
        if (step.entry().equals("cases")) {
            return "/v1/cases";
        }
        if (step.entry().contains("/")) {
            String path = "/v1/" + step.entry();
            for (Map.Entry<String, String> reference : references.entrySet()) {
                path = path.replace(reference.getKey(), reference.getValue());
            }
            return path;
        }
        return "/v1/cases/" + references.get("$caseId") + "/" + step.entry();
    }

    private HttpRequest.Builder request(String user, String path) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(URI.create(caseService + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.of(user))
                .header("Accept-Language", "en");
    }

    private static void expect(HttpResponse<String> answer, int status, String what) throws IOException {
        if (answer.statusCode() != status) {
            throw new IOException(
                    "expected %d for %s, but was %d: %s".formatted(status, what, answer.statusCode(), answer.body()));
        }
    }
}
