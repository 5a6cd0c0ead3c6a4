package nl.meldspoor.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way a service says no, over a real connection. */
@QuarkusTest
@QuarkusTestResource(SignedTokens.class)
class RefusalsIT {

    private static final String PLANTED = "planted-secret";

    @TestHTTPResource
    URI base;

    private static RequestSpecification professional() {
        return given().auth().oauth2(SignedTokens.personOfUnit("De-Linde-Professional", "de-linde", "Team Oost", "professional", "offline_access"));
    }

    private static Response problem(Response response, int status) {
        response.then()
                .statusCode(status)
                .contentType(Problem.MEDIA_TYPE)
                .body("status", equalTo(status))
                .body("type", notNullValue())
                .body("title", notNullValue())
                .body("detail", notNullValue());
        assertThat(response.asString()).doesNotContain(PLANTED).doesNotContain("Exception");
        return hardened(response);
    }

    private static Response hardened(Response response) {
        response.then()
                .header("API-Version", "1.0.0")
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", "frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Strict-Transport-Security", notNullValue());
        return response;
    }

    @Test
    void whoAsksIsKnownOnAVirtualThread() {
        var answer = hardened(professional().get("/v1/samples"));

        answer.then()
                .statusCode(200)
                .body("user", is("de-linde-professional"))
                .body("organisation", is("de-linde"))
                .body("units", contains("Team Oost"))
                .body("roles", contains("professional"))
                .body("virtual", is(true));
    }

    @Test
    void noTokenIs401() {
        problem(given().get("/v1/samples"), 401).then().header("WWW-Authenticate", "Bearer");
        problem(given().auth().preemptive().basic("a", PLANTED).get("/v1/samples"), 401);
    }

    @Test
    void expiredForeignAndBrokenTokensAre401() {
        var expired = SignedTokens.claims("x", "professional").put("organisation", "de-linde").put("exp", 1_700_000_000L);
        var otherRealm = SignedTokens.claims("x", "professional").put("organisation", "de-linde").put("iss", "https://elsewhere/realms/meldspoor");
        var valid = SignedTokens.claims("x", "professional").put("organisation", "de-linde");

        for (var token : new String[] {
            SignedTokens.sign(expired), SignedTokens.sign(otherRealm), SignedTokens.signAsStranger(valid), PLANTED, "a.b.c"
        }) {
            problem(given().auth().oauth2(token).get("/v1/samples"), 401)
                    .then()
                    .header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        }
    }

    @Test
    void tokenWithoutOrganisationIs403ExceptForALiaison() {
        problem(given().auth().oauth2(SignedTokens.sign(SignedTokens.claims("x", "professional"))).get("/v1/samples"), 403)
                .then()
                .body("detail", matchesPattern(".*organisation.*"));
        given().auth().oauth2(SignedTokens.liaison("vt-liaison-noord", "noord")).get("/v1/samples").then().statusCode(200);
    }

    @Test
    void wrongRoleIs403() {
        problem(professional().get("/v1/samples/board-only"), 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/" + PLANTED, "/v1/samples/" + PLANTED, "/v1/samples/", "/v1/samples/pages/", "/" + PLANTED, "/q/" + PLANTED})
    void unknownPathsAndTrailingSlashesAre404(String path) {
        problem(professional().urlEncodingEnabled(false).redirects().follow(false).get(path), 404);
    }

    @Test
    void wrongMethodIs405AndNamesTheRightOnes() {
        problem(professional().delete("/v1/samples"), 405).then().header("Allow", is("GET, HEAD, POST"));
    }

    @Test
    void unacceptableIs406() {
        problem(professional().accept("application/xml").get("/v1/samples"), 406);
    }

    @Test
    void rulesAndVersionsAre409And412() {
        problem(professional().get("/v1/samples/rule"), 409).then().body("rule", is("DEC-1")).body("type", is("urn:meldspoor:rule:DEC-1"));
        problem(professional().get("/v1/samples/stale"), 412);
    }

    @Test
    void bodiesUpTo256KiBAreReadAndLongerOnesAre413() {
        var fits = "{\"a\":\"" + "x".repeat(256 * 1024 - 8) + "\"}";

        professional().contentType("application/json").body(fits).post("/v1/samples").then().statusCode(200).body("bytes", is(256 * 1024));
        problem(professional().contentType("application/json").body(fits + " ").post("/v1/samples"), 413);
    }

    @Test
    void tooLongComesBeforeMediaTypeAndToken() {
        problem(given().contentType("text/plain").body("x".repeat(300 * 1024)).post("/v1/samples"), 413);
        problem(given().contentType("application/json").body("x".repeat(3_000_000)).post("/v1/samples"), 413);
    }

    @Test
    void mediaTypeComesBeforeToken() {
        problem(given().contentType("text/plain").body("{}").post("/v1/samples"), 415);
        problem(given().contentType("application/x-www-form-urlencoded").body("a=b").post("/v1/samples"), 415);
        problem(given().contentType("application/json; charset=iso-8859-1").body("{}").post("/v1/samples"), 415);
        problem(professional().contentType("application/xml").body("<a/>").post("/v1/samples"), 415);
        problem(given().contentType("application/json").body("{").post("/v1/samples"), 401);
    }

    @Test
    void chunkedBodiesHaveTheSameBound() throws Exception {
        assertThat(chunked("application/json", null, 300 * 1024)).startsWith("HTTP/1.1 413").contains(Problem.MEDIA_TYPE);
        assertThat(chunked("text/plain", null, 300 * 1024)).startsWith("HTTP/1.1 413");
        assertThat(chunked("text/plain", null, 10)).startsWith("HTTP/1.1 415");
        assertThat(chunked("application/json", null, 10)).startsWith("HTTP/1.1 401");
        var token = SignedTokens.person("x", "de-linde", "professional");
        assertThat(chunked("application/json", token, 1_000)).startsWith("HTTP/1.1 400");
    }

    private String chunked(String type, String token, int bytes) throws Exception {
        var text = new StringBuilder("POST /v1/samples HTTP/1.1\r\nHost: x\r\nContent-Type: " + type + "\r\n"
                + (token == null ? "" : "Authorization: Bearer " + token + "\r\n")
                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
        for (var left = bytes; left > 0; left -= 8_192) {
            var part = Math.min(left, 8_192);
            text.append(Integer.toHexString(part)).append("\r\n").repeat("x", part).append("\r\n");
        }
        return raw(text.append("0\r\n\r\n").toString());
    }

    private String raw(String request) throws Exception {
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            var answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"" + PLANTED, "[]", "\"" + PLANTED + "\"", "{} {}", "{\"a\":1,\"a\":2}", "{'a':1}", "{\"a\":NaN}"})
    void malformedBodiesAre400(String body) {
        problem(professional().contentType("application/json").body(body).post("/v1/samples"), 400).then().body("errors[0].pointer", is("#"));
    }

    @Test
    void deepAndBrokenBodiesAre400() {
        problem(professional().contentType("application/json").body("{\"a\":" + "[".repeat(5_000)).post("/v1/samples"), 400);
        problem(professional().contentType("application/json").body(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}).post("/v1/samples"), 400);
        problem(professional().contentType("application/json").post("/v1/samples"), 400);
    }

    @Test
    void bodiesThatJacksonBindsAre400WithAPointer() {
        problem(professional().contentType("application/json").body(new JsonObject().put("count", PLANTED).encode()).post("/v1/samples/bound"), 400)
                .then()
                .body("errors[0].pointer", is("#/count"));
        problem(professional().contentType("application/json").body("{\"unknown\":1}").post("/v1/samples/bound"), 400).then().body("errors[0].pointer", is("#/unknown"));
        problem(professional().contentType("application/json").body("{\"" + PLANTED).post("/v1/samples/bound"), 400);
    }

    @Test
    void defectsAre500WithACorrelationIdOnly() {
        problem(professional().get("/v1/samples/boom"), 500).then().body("correlationId", notNullValue());
    }

    @Test
    void busyIs503WithRetryAfter() {
        problem(professional().get("/v1/samples/busy"), 503).then().header("Retry-After", "3");
    }

    @Test
    void pagesHaveBoundsAndCursorsCannotBeForged() {
        var first = professional().get("/v1/samples/pages?limit=2");
        first.then().statusCode(200).body("items", contains(1, 2)).body("next", notNullValue());
        professional().queryParam("cursor", first.<String>path("next")).get("/v1/samples/pages").then().body("items", contains(3)).body("next", is((Object) null));
        for (var limit : new String[] {"0", "201", "-1", "x", "1.5", "99999999999"}) {
            problem(professional().queryParam("limit", limit).get("/v1/samples/pages"), 400).then().body("errors[0].pointer", is("?limit"));
        }
        for (var cursor : new String[] {PLANTED, "W10", "WyJ4Il0", "e30"}) {
            problem(professional().queryParam("cursor", cursor).get("/v1/samples/pages"), 400);
        }
    }

    @Test
    void addressesThatAreNearlyRightAre404() throws Exception {
        var rest = " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + SignedTokens.person("x", "de-linde", "professional") + "\r\nConnection: close\r\n\r\n";

        assertThat(raw("GET /v1//samples" + rest)).startsWith("HTTP/1.1 404").contains(Problem.MEDIA_TYPE);
        assertThat(raw("GET /v1/./samples/" + rest)).startsWith("HTTP/1.1 404").contains(Problem.MEDIA_TYPE);
    }

    @Test
    void theDescriptionIsOpenToEverybodyAndNothingElseIs() {
        var description = hardened(given().get("/v1/openapi.json"));
        description.then().statusCode(200).contentType("application/json").header("Access-Control-Allow-Origin", "*").body("openapi", matchesPattern("3\\.0\\..*"));
        assertThat(professional().header("Origin", "https://x").get("/v1/samples").header("Access-Control-Allow-Origin")).isNull();
    }
}
