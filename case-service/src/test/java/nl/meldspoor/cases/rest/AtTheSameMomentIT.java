package nl.meldspoor.cases.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.meldspoor.cases.support.CaseParts;
import nl.meldspoor.http.SignedTokens;
import org.junit.jupiter.api.Test;

/** Entries that arrive together: none is lost, none is stored twice. */
@QuarkusTest
@QuarkusTestResource(SignedTokens.class)
@QuarkusTestResource(CaseParts.class)
class AtTheSameMomentIT {

    private static final int TOGETHER = 24;

    private final String token = SignedTokens.person("de-linde-professional", "de-linde", "professional");

    private Response post(String path, String key, String body) {
        var request = given().auth().oauth2(token).contentType("application/json").body(body);
        return (key == null ? request : request.header("Idempotency-Key", key)).post(path);
    }

    private static String opening() {
        return """
                {"route":"MELDCODE","client":{"reference":"ECD-%s"},"clientRole":"CARE_RECEIVER","framework":"VENVN","profession":"VERPLEEGKUNDIGE",
                 "unit":"Team Oost","sector":"VVT","legalFramework":"WLZ","region":"noord"}"""
                .formatted(UUID.randomUUID());
    }

    private static String signal() {
        return """
                {"observedAt":"%s","perception":"SEEN","direction":"CONFIRMS","forms":[],"about":"CARE_RECEIVER","description":"d","source":"OWN","disclosure":false}"""
                .formatted(Instant.now().minus(1, ChronoUnit.HOURS));
    }

    private static List<Response> together(Callable<Response> request) throws Exception {
        try (var executor = Executors.newFixedThreadPool(TOGETHER)) {
            var answers = new ArrayList<Response>();
            for (Future<Response> answer : executor.invokeAll(IntStream.range(0, TOGETHER).mapToObj(i -> request).toList())) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    @Test
    void differentEntriesOnOneCaseAllGetAPlaceOfTheirOwn() throws Exception {
        String id = post("/v1/cases", null, opening()).path("case.id");

        var answers = together(() -> post("/v1/cases/" + id + "/signals", null, signal()));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers.stream().map(a -> a.<Integer>path("events[0].sequence")))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(2, 1 + TOGETHER).boxed().toList());
    }

    @Test
    void oneKeyStoresOneEntry() throws Exception {
        String id = post("/v1/cases", null, opening()).path("case.id");
        var key = UUID.randomUUID().toString();
        var body = signal();

        var answers = together(() -> post("/v1/cases/" + id + "/signals", key, body));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers.stream().filter(a -> a.header("Idempotency-Replayed") == null)).hasSize(1);
        assertThat(answers.stream().map(a -> a.<String>path("events[0].id")).distinct()).hasSize(1);
    }

    @Test
    void ofThoseWhoSawTheSameVersionOneRecordsAndTheOthersAreToldThatTheCaseMovedOn() throws Exception {
        String id = post("/v1/cases", null, opening()).path("case.id");

        var answers = together(() -> given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(signal())
                .post("/v1/cases/" + id + "/signals"));

        assertThat(answers.stream().filter(a -> a.statusCode() == 201)).hasSize(1);
        assertThat(answers.stream().filter(a -> a.statusCode() == 412)).hasSize(TOGETHER - 1);
    }

    @Test
    void oneKeyOpensOneCase() throws Exception {
        var key = UUID.randomUUID().toString();
        var body = opening();

        var answers = together(() -> post("/v1/cases", key, body));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers.stream().map(a -> a.<String>path("case.id")).distinct()).hasSize(1);
    }
}
