package nl.meldspoor.cases.rest;

import static nl.meldspoor.cases.rest.Told.byProfessional;
import static nl.meldspoor.cases.rest.Told.open;
import static nl.meldspoor.cases.rest.Told.opening;
import static nl.meldspoor.cases.rest.Told.signal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import nl.meldspoor.cases.support.CutOffParts;
import nl.meldspoor.http.Problem;
import nl.meldspoor.http.SignedTokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Without its database the service says so, and what it answered about an entry is true afterwards. */
@QuarkusTest
@QuarkusTestResource(SignedTokens.class)
@QuarkusTestResource(value = CutOffParts.class, restrictToAnnotatedClass = true)
class LostDatabaseIT {

    @AfterEach
    void comeBack() {
        CutOffParts.make(CutOffParts.COME_BACK);
    }

    private static void comeBackFor(String caseId) {
        CutOffParts.make(CutOffParts.COME_BACK);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> byProfessional().get("/v1/cases/" + caseId).statusCode() == 200);
    }

    private static Response unavailable(Response response) {
        response.then()
                .statusCode(503)
                .contentType(Problem.MEDIA_TYPE)
                .header("Retry-After", notNullValue())
                .header("API-Version", notNullValue())
                .body("status", is(503))
                .body("title", notNullValue())
                .body("detail", notNullValue());
        assertThat(Integer.parseInt(response.header("Retry-After"))).isPositive();
        assertThat(response.asString()).doesNotContain("Geheimpje").doesNotContainIgnoringCase("postgres");
        return response;
    }

    @Test
    void everyCallIsAProblemThatSaysWhenToTryAgain() {
        // given
        var id = open(byProfessional(), "MELDCODE");
        CutOffParts.make(CutOffParts.GO_AWAY);

        // when, then
        unavailable(byProfessional().body(opening("MELDCODE")).post("/v1/cases")).then().body("type", is("about:blank"));
        unavailable(byProfessional().body(signal()).post("/v1/cases/" + id + "/signals")).then().body("type", is("about:blank"));
        unavailable(byProfessional().get("/v1/cases/" + id));
        unavailable(byProfessional().get("/v1/cases"));
        unavailable(byProfessional().get("/v1/cases/" + id + "/proof"));
        byProfessional().get("/v1/rules").then().statusCode(200);
        byProfessional().body("{").post("/v1/cases/" + id + "/nergens").then().statusCode(404);

        // then: nothing of it was stored
        comeBackFor(id);
        byProfessional().get("/v1/cases/" + id).then().body("version", is(1));
    }

    @Test
    void anUnknownOutcomeIsSettledByTheSameKey() {
        // given
        var id = open(byProfessional(), "MELDCODE");
        var path = "/v1/cases/" + id + "/signals";
        var key = UUID.randomUUID().toString();
        var body = signal();
        CutOffParts.make(CutOffParts.SWALLOW_THE_ANSWER);

        // when
        var unknown = unavailable(byProfessional().header("Idempotency-Key", key).body(body).post(path));
        comeBackFor(id);
        var repeated = byProfessional().header("Idempotency-Key", key).body(body).post(path);

        // then
        unknown.then().body("type", is("urn:meldspoor:outcome-unknown"));
        repeated.then().statusCode(201).header("Idempotency-Replayed", "true").header("ETag", "\"2\"");
        byProfessional().get("/v1/cases/" + id).then().body("version", is(2));
    }

    @Test
    void aStaleVersionStaysStaleAfterTheDatabaseCameBack() {
        var id = open(byProfessional(), "MELDCODE");
        var path = "/v1/cases/" + id + "/signals";
        byProfessional().header("If-Match", "\"1\"").body(signal()).post(path).then().statusCode(201);
        CutOffParts.make(CutOffParts.GO_AWAY);
        unavailable(byProfessional().header("If-Match", "\"1\"").body(signal()).post(path));

        comeBackFor(id);

        byProfessional().header("If-Match", "\"1\"").body(signal()).post(path).then().statusCode(412).contentType(Problem.MEDIA_TYPE);
        byProfessional().header("If-Match", "\"2\"").body(signal()).post(path).then().statusCode(201).header("ETag", "\"3\"");
    }
}
