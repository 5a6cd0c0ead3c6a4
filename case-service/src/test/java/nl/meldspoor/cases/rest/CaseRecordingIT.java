package nl.meldspoor.cases.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import nl.meldspoor.cases.support.CaseParts;
import nl.meldspoor.http.Problem;
import nl.meldspoor.http.SignedTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries over REST on a real PostgreSQL: what is stored, what is refused and how, and who sees what. */
@QuarkusTest
@QuarkusTestResource(SignedTokens.class)
@QuarkusTestResource(CaseParts.class)
class CaseRecordingIT {

    private static final String SECRET = "Geheimpje";

    private static RequestSpecification as(String user, String organisation, String... roles) {
        return given().auth().oauth2(SignedTokens.personOfUnit(user, organisation, "Team Oost", roles)).contentType("application/json");
    }

    private static RequestSpecification professional() {
        return as("de-linde-professional", "de-linde", "professional");
    }

    private static RequestSpecification reportTeam() {
        return as("de-linde-report-team", "de-linde", "report-team");
    }

    private static RequestSpecification auditor() {
        return as("de-linde-auditor", "de-linde", "auditor");
    }

    private static String opening(String route) {
        return """
                {"route":"%s","client":{"reference":"ECD-%s","name":"%s"},"clientRole":"CARE_RECEIVER","framework":"VENVN",
                 "profession":"VERPLEEGKUNDIGE","unit":"Team Oost","sector":"VVT","legalFramework":"WLZ","region":"noord"}"""
                .formatted(route, UUID.randomUUID(), SECRET);
    }

    private static String hoursAgo(int hours) {
        return Instant.now().minus(hours, ChronoUnit.HOURS).toString();
    }

    private static String signal() {
        return """
                {"observedAt":"%s","perception":"SEEN","direction":"CONFIRMS","forms":["PHYSICAL"],"about":"CARE_RECEIVER",
                 "description":"%s","source":"OWN","disclosure":false}"""
                .formatted(hoursAgo(5), SECRET);
    }

    private static String internalReport(String more) {
        return """
                {"reportedAt":"%s","discoveredAt":"%s","reporterKind":"STAFF","anonymous":false,"receivedBy":{"name":"A","function":"B"},
                 "accusedKind":"STAFF","clientInformed":true,"facts":"%s"%s}"""
                .formatted(hoursAgo(2), hoursAgo(3), SECRET, more);
    }

    private static String open(RequestSpecification who, String route) {
        return who.body(opening(route)).post("/v1/cases").then().statusCode(201).extract().path("case.id");
    }

    private static Response problem(Response response, int status) {
        response.then().statusCode(status).contentType(Problem.MEDIA_TYPE).body("status", equalTo(status)).body("detail", notNullValue());
        assertThat(response.asString()).doesNotContain(SECRET);
        return response;
    }

    @Test
    void anEntryIsStoredAndToldWithTheCase() {
        var opened = professional().body(opening("MELDCODE")).post("/v1/cases");
        opened.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("case.version", is(1))
                .body("case.status", is("OPEN"))
                .body("case.openedBy", is("de-linde-professional"))
                .body("case.client.name", is(SECRET))
                .body("case.allowed", hasItems("signals", "consultations"))
                .body("case.notAllowed.entry", hasItem("assessments"))
                .body("events", hasSize(1))
                .body("events[0].type", is("CaseOpened"));
        var id = opened.<String>path("case.id");
        assertThat(opened.header("Location")).endsWith("/v1/cases/" + id);

        var recorded = professional().body(signal()).post("/v1/cases/" + id + "/signals");

        recorded.then()
                .statusCode(201)
                .header("ETag", "\"2\"")
                .body("events[0].type", is("SignalRecorded"))
                .body("events[0].data.description", is(SECRET))
                .body("events[0].late", is(false))
                .body("events[0].hash", notNullValue())
                .body("case.version", is(2))
                .body("case.steps", hasSize(6))
                .body("case.steps[0].name", is("SIGNALS"))
                .body("case.obligations.id", hasItem("OB-CONSULT"));
        assertThat(recorded.header("Location")).endsWith("/v1/cases/" + id + "/events/2");
        professional().get("/v1/cases/" + id + "/events/2").then().statusCode(200).body("data.description", is(SECRET)).body("recordedBy", is("de-linde-professional"));
    }

    @Test
    void theCaseIsToldAsItWas() {
        var id = open(professional(), "MELDCODE");
        professional().body(signal()).post("/v1/cases/" + id + "/signals").then().statusCode(201);

        professional().get("/v1/cases/" + id).then().statusCode(200).header("ETag", "\"2\"").body("version", is(2));
        professional().get("/v1/cases/" + id + "?version=1").then().statusCode(200).body("version", is(1)).body("obligations.id", contains("OB-CHILDCHECK"));
        problem(professional().get("/v1/cases/" + id + "?version=3"), 404);
        problem(professional().get("/v1/cases/" + id + "?at=2020-01-01T00:00:00Z"), 404);
        problem(professional().get("/v1/cases/" + id + "?at=gisteren"), 400);
        professional().queryParam("at", Instant.now().plusSeconds(60).toString()).get("/v1/cases/" + id).then().statusCode(200).body("version", is(2));
        professional().get("/v1/cases/" + id + "/events?after=1").then().statusCode(200).body("items.sequence", contains(2)).body("next", nullValue());
        professional().get("/v1/cases/" + id + "/events?limit=1").then().body("items.sequence", contains(1)).body("next", is("1"));
    }

    @Test
    void allShapeErrorsAreNamedAndNothingIsStored() {
        var id = open(professional(), "MELDCODE");
        var wrong = signal().replace("SEEN", "geraden").replace(SECRET, "").replace("\"source\"", "\"bron\"").replace(hoursAgo(5).substring(0, 10), "2099-01-01");

        problem(professional().body(wrong).post("/v1/cases/" + id + "/signals"), 400)
                .then()
                .body("errors.pointer", containsInAnyOrder("#/observedAt", "#/perception", "#/description", "#/bron", "#/source"));
        professional().get("/v1/cases/" + id).then().body("version", is(1));
    }

    @Test
    void badInputIsRefusedInTheOrderPromised() {
        var id = open(professional(), "MELDCODE");
        var path = "/v1/cases/" + id + "/signals";

        problem(given().contentType("text/plain").body("x".repeat(300 * 1024)).post(path), 413);
        problem(given().contentType("text/plain").body("x").post(path), 415);
        problem(given().contentType("application/json").body("{").post(path), 401);
        problem(auditor().body("{").post(path), 403);
        problem(as("waterland-professional", "waterland", "professional").body("{").post(path), 404);
        problem(professional().body("{\"" + SECRET).post(path), 400);
        problem(professional().body(signal()).post("/v1/cases/" + id + "/nergens"), 404);
        problem(professional().body(signal()).post("/v1/cases/niets/signals"), 404);
        problem(professional().body(signal()).post(path + "/"), 404);
        problem(professional().body(signal()).header("If-Match", "nonsense").post(path), 400);
        problem(professional().body(signal()).header("Idempotency-Key", "x".repeat(65)).post(path), 400);
        problem(professional().body(signal()).post(path + "?dryRun=misschien"), 400);
        problem(professional().urlEncodingEnabled(false).body(signal()).post(path + "?dryRun="), 400);
        problem(professional().delete("/v1/cases"), 405);
    }

    @Test
    void aRuleRefusesWithItsSentenceInTheLanguageAskedFor() {
        var id = open(professional(), "MELDCODE");
        var consultation = """
                {"heldAt":"%s","with":"VEILIG_THUIS","name":"n","function":"f","anonymous":true,"agreements":"a"}""".formatted(hoursAgo(1));

        var dutch = problem(professional().body(consultation).post("/v1/cases/" + id + "/consultations"), 409);
        var english = problem(professional().header("Accept-Language", "en").body(consultation).post("/v1/cases/" + id + "/consultations"), 409);

        dutch.then()
                .body("type", is("urn:meldspoor:rule:CON-1"))
                .body("rule", is("CON-1"))
                .body("class", is("F"))
                .body("source", notNullValue())
                .body("violations.rule", contains("CON-1"));
        assertThat(dutch.<String>path("detail")).isNotEqualTo(english.<String>path("detail"));
    }

    @Test
    void closingListsWhatIsOpen() {
        var id = open(professional(), "MELDCODE");
        professional().body(signal()).post("/v1/cases/" + id + "/signals").then().statusCode(201);

        problem(professional().body("{\"closedOn\":\"2026-01-02\",\"ground\":\"SUSPICION_REMOVED\",\"motivation\":\"m\"}").post("/v1/cases/" + id + "/closures"), 409)
                .then()
                .body("rule", is("CLO-1"))
                .body("open", hasItem("OB-CONSULT"))
                .body("violations.rule", hasItems("CLO-1", "CLO-2"));
    }

    @Test
    void aDryRunStoresNothing() {
        var id = open(professional(), "MELDCODE");

        professional().body(signal()).post("/v1/cases/" + id + "/signals?dryRun=true").then().statusCode(200).body("case.version", is(2)).body("events[0].hash", nullValue());
        professional().body(opening("MELDCODE")).post("/v1/cases?dryRun=true").then().statusCode(200).body("case.version", is(1));

        professional().get("/v1/cases/" + id).then().body("version", is(1));
    }

    @Test
    void theSameKeyAndRequestGiveTheSameAnswerAlsoWhenTheCaseMovedOn() {
        var key = "key-" + UUID.randomUUID();
        var body = opening("MELDCODE");
        var first = professional().header("Idempotency-Key", key).body(body).post("/v1/cases");
        var id = first.then().statusCode(201).extract().<String>path("case.id");
        var entry = signal();
        var path = "/v1/cases/" + id + "/signals";
        var second = professional().header("Idempotency-Key", key + "2").body(entry).post(path);
        professional().body(signal()).post(path).then().statusCode(201);

        var repeated = professional().header("Idempotency-Key", key).body(body).post("/v1/cases");
        var again = professional().header("Idempotency-Key", key + "2").header("If-Match", "\"1\"").body(entry).post(path);

        repeated.then().statusCode(201).header("Idempotency-Replayed", "true").header("ETag", "\"1\"");
        assertThat(repeated.<Object>path("case")).isEqualTo(first.<Object>path("case"));
        again.then().statusCode(201).header("Idempotency-Replayed", "true").header("ETag", "\"2\"");
        assertThat(again.asString()).isEqualTo(second.asString());
        problem(professional().header("Idempotency-Key", key).body(opening("MELDCODE")).post("/v1/cases"), 409)
                .then()
                .body("type", is("urn:meldspoor:idempotency-key-reused"));
        as("de-linde-professional-2", "de-linde", "professional").header("Idempotency-Key", key).body(opening("MELDCODE")).post("/v1/cases").then().statusCode(201);
    }

    @Test
    void minimalAnswersHaveNoBody() {
        var id = open(professional(), "MELDCODE");

        var answer = professional().header("Prefer", "return=minimal").body(signal()).post("/v1/cases/" + id + "/signals");

        answer.then().statusCode(201).header("Preference-Applied", "return=minimal").header("ETag", "\"2\"").header("Location", containsString("/events/2"));
        assertThat(answer.asString()).isEmpty();
    }

    @Test
    void aStaleVersionIs412AndTheRightOneIsTaken() {
        var id = open(professional(), "MELDCODE");
        var path = "/v1/cases/" + id + "/signals";

        professional().header("If-Match", "\"1\"").body(signal()).post(path).then().statusCode(201);
        problem(professional().header("If-Match", "\"1\"").body(signal()).post(path), 412);
        problem(professional().header("If-Match", "\"iets\"").body(signal()).post(path), 412);
    }

    @ParameterizedTest
    @CsvSource({
        "de-linde-professional-2,de-linde,professional",
        "de-linde-report-team,de-linde,report-team",
        "de-linde-board,de-linde,board",
        "de-linde-hr,de-linde,hr",
        "de-linde-investigator,de-linde,investigator",
        "de-linde-client-council,de-linde,client-council",
        "waterland-attention-officer,waterland,attention-officer",
        "waterland-auditor,waterland,auditor"
    })
    void nobodyElseReachesAMeldcodeCaseThroughAnyDoor(String user, String organisation, String role) {
        var id = open(professional(), "MELDCODE");

        for (var door : new String[] {"", "/events", "/events/1", "?version=1"}) {
            problem(as(user, organisation, role).get("/v1/cases/" + id + door), 404);
        }
        as(user, organisation, role).get("/v1/cases").then().statusCode(200).body("items.id", not(hasItem(id)));
    }

    @Test
    void aLiaisonReachesNoCaseDirectly() {
        var id = open(professional(), "MELDCODE");
        var liaison = SignedTokens.liaison("vt-liaison-noord", "noord");

        problem(given().auth().oauth2(liaison).get("/v1/cases/" + id), 404);
        given().auth().oauth2(liaison).get("/v1/cases").then().statusCode(200).body("items", empty());
        problem(given().auth().oauth2(liaison).contentType("application/json").body("{}").post("/v1/cases/" + id + "/signals"), 403);
        problem(given().auth().oauth2(liaison).contentType("application/json").body("{}").post("/v1/cases/" + id + "/feedback"), 404);
    }

    @Test
    void supervisorOfTheUnitAndAttentionOfficerSeeMeldcodeCases() {
        var id = open(professional(), "MELDCODE");

        as("de-linde-supervisor", "de-linde", "supervisor").get("/v1/cases/" + id).then().statusCode(200);
        as("de-linde-attention-officer", "de-linde", "attention-officer").get("/v1/cases/" + id).then().statusCode(200);
        var elsewhere = SignedTokens.personOfUnit("de-linde-supervisor", "de-linde", "Team West", "supervisor");
        problem(given().auth().oauth2(elsewhere).get("/v1/cases/" + id), 404);
    }

    @Test
    void theAuditorSeesFactsAndTheLogButNoContent() {
        var id = open(professional(), "MELDCODE");
        professional().body(signal()).post("/v1/cases/" + id + "/signals").then().statusCode(201);

        var theCase = auditor().get("/v1/cases/" + id);
        var events = auditor().get("/v1/cases/" + id + "/events");

        theCase.then().statusCode(200).body("client.sealed", is(true)).body("openedBy", nullValue()).body("allowed", empty());
        events.then().statusCode(200).body("items.sealed", everyItem(is(true))).body("items[1].data.perception", is("SEEN"));
        assertThat(theCase.asString() + events.asString()).doesNotContain(SECRET);
        auditor().get("/v1/cases/" + id + "/access-log")
                .then()
                .statusCode(200)
                .body("items.action", hasItems("WRITE", "READ"))
                .body("items.user", hasItems("de-linde-professional", "de-linde-auditor"));
        problem(professional().get("/v1/cases/" + id + "/access-log"), 403);
        problem(auditor().body(signal()).post("/v1/cases/" + id + "/signals"), 403);
    }

    @Test
    void everyReadingIsInTheLog() {
        var id = open(professional(), "MELDCODE");

        as("de-linde-attention-officer", "de-linde", "attention-officer").get("/v1/cases/" + id + "/events").then().statusCode(200);

        auditor().get("/v1/cases/" + id + "/access-log")
                .then()
                .body("items.find { it.user == 'de-linde-attention-officer' }.what", is("events"))
                .body("items.find { it.user == 'de-linde-attention-officer' }.rule", is("ATTENTION_OFFICER"))
                .body("items.find { it.user == 'de-linde-attention-officer' }.lastSequence", is(1));
    }

    @Test
    void whoOpensACaseAboutAColleagueSeesHisOwnEntriesAndTheStatus() {
        var id = open(professional(), "CARE_RELATION");
        reportTeam().body(signal().replace(SECRET, "van het meldteam")).post("/v1/cases/" + id + "/signals").then().statusCode(201);

        professional().get("/v1/cases/" + id).then().statusCode(200).body("status", is("OPEN")).body("obligations", nullValue()).body("steps", nullValue());
        professional().get("/v1/cases/" + id + "/events").then().statusCode(200).body("items.sequence", contains(1));
        problem(professional().get("/v1/cases/" + id + "/events/2"), 404);
        problem(professional().body("{}").post("/v1/cases/" + id + "/hearings"), 403);
        problem(professional().body("{}").post("/v1/cases/" + id + "/conversations"), 403);
    }

    @Test
    void whileTheAccusedIsNotLinkedOnlyReportTeamAndBoardSeeTheCase() {
        var id = open(professional(), "CARE_RELATION");

        reportTeam().body(internalReport("")).post("/v1/cases/" + id + "/internal-reports").then().statusCode(201);

        problem(professional().get("/v1/cases/" + id), 404);
        problem(auditor().get("/v1/cases/" + id), 404);
        reportTeam().get("/v1/cases/" + id).then().statusCode(200);
        as("de-linde-board", "de-linde", "board").get("/v1/cases/" + id).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"report-team", "board", "auditor", "supervisor", "professional"})
    void theAccusedNeverSeesTheCaseWhateverElseHeIs(String role) {
        var accused = "accused-" + role;
        var id = open(reportTeam(), "CARE_RELATION");
        reportTeam()
                .body(internalReport(",\"accused\":{\"name\":\"X\",\"function\":\"Y\"},\"accusedUser\":\"%s\",\"receivedByUser\":\"%s\"".formatted(accused.toUpperCase(), accused)))
                .post("/v1/cases/" + id + "/internal-reports")
                .then()
                .statusCode(201);

        for (var door : new String[] {"", "/events", "/events/1"}) {
            problem(as(accused, "de-linde", role).get("/v1/cases/" + id + door), 404);
        }
        as(accused, "de-linde", role).get("/v1/cases").then().statusCode(200).body("items.id", not(hasItem(id)));
        assertThat(as(accused, "de-linde", role).body(signal()).post("/v1/cases/" + id + "/signals").statusCode()).isIn(403, 404);
        auditor().get("/v1/cases/" + id).then().statusCode(200);
    }

    @Test
    void theReceiverOfTheReportSeesTheCaseOnceTheAccusedIsLinked() {
        var id = open(reportTeam(), "CARE_RELATION");
        var supervisor = as("de-linde-supervisor", "de-linde", "supervisor");
        problem(supervisor.get("/v1/cases/" + id), 404);

        reportTeam()
                .body(internalReport(",\"accused\":{\"name\":\"X\",\"function\":\"Y\"},\"accusedUser\":\"somebody\",\"receivedByUser\":\"de-linde-supervisor\""))
                .post("/v1/cases/" + id + "/internal-reports")
                .then()
                .statusCode(201);

        supervisor.get("/v1/cases/" + id).then().statusCode(200).body("deadlines.kind", hasItem("IGJ-DETERMINE"));
    }

    @Test
    void excludedUsersAreKeptOut() {
        var id = reportTeam()
                .body(opening("CARE_RELATION").replace("\"region\":\"noord\"", "\"excludeUsers\":[\"de-linde-board\"]"))
                .post("/v1/cases")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("case.id");

        problem(as("de-linde-board", "de-linde", "board").get("/v1/cases/" + id), 404);
        as("de-linde-board-2", "de-linde", "board").get("/v1/cases/" + id).then().statusCode(200);
    }

    @Test
    void anEntryOfTheOtherRouteIsForTheRules() {
        var id = open(professional(), "CARE_RELATION");
        var closedRoute = """
                {"assessedAt":"%s","suspicion":"NO","acuteUnsafety":"NO","structuralUnsafety":"NO","reasoning":"r","discussedWithClient":false}""".formatted(hoursAgo(1));

        problem(professional().body(closedRoute).post("/v1/cases/" + id + "/assessments"), 409).then().body("rule", is("GEN-2"));
        problem(reportTeam().body(closedRoute).post("/v1/cases/" + id + "/assessments"), 403);
        problem(reportTeam().body(opening("MELDCODE")).post("/v1/cases"), 403);
    }

    @Test
    void anIntegrationActsForAPersonAndPeopleDoNot() {
        var ecd = as("service-account-ecd-de-linde", "de-linde", "integration");
        problem(ecd.body(opening("MELDCODE")).post("/v1/cases"), 400).then().body("errors[0].pointer", is("On-Behalf-Of:"));
        problem(professional().header("On-Behalf-Of", "somebody").body(opening("MELDCODE")).post("/v1/cases"), 400);

        var opened = as("service-account-ecd-de-linde", "de-linde", "integration").header("On-Behalf-Of", "De-Linde-Professional").body(opening("MELDCODE")).post("/v1/cases");

        opened.then().statusCode(201).body("events[0].onBehalfOf", is("de-linde-professional")).body("events[0].recordedBy", is("service-account-ecd-de-linde"));
        professional().get("/v1/cases/" + opened.path("case.id")).then().statusCode(200).body("openedBy", is("de-linde-professional"));
        problem(as("service-account-ecd-de-linde", "de-linde", "integration").header("On-Behalf-Of", "x").body(opening("CARE_RELATION")).post("/v1/cases"), 403);
    }

    @Test
    void casesAreListedPageByPageAndFoundByTheClientOnly() {
        var who = "lister-" + UUID.randomUUID();
        var body = opening("MELDCODE");
        var reference = body.replaceAll("(?s).*\"reference\":\"([^\"]+)\".*", "$1");
        var first = as(who, "de-linde", "professional").body(body).post("/v1/cases").then().statusCode(201).extract().<String>path("case.id");
        var second = open(as(who, "de-linde", "professional"), "MELDCODE");
        as(who, "de-linde", "professional").body(signal()).post("/v1/cases/" + first + "/signals").then().statusCode(201);

        var page = as(who, "de-linde", "professional").get("/v1/cases?limit=1");
        page.then().statusCode(200).body("items.id", contains(first)).body("items[0].openObligations", hasItem("OB-CONSULT")).body("next", notNullValue());
        as(who, "de-linde", "professional").queryParam("cursor", page.<String>path("next")).get("/v1/cases").then().body("items.id", contains(second)).body("next", nullValue());
        as(who, "de-linde", "professional").header("Client-Reference", reference).get("/v1/cases").then().body("items.id", contains(first));
        as(who, "de-linde", "professional").get("/v1/cases?obligation=OB-CONSULT").then().body("items.id", contains(first));
        as(who, "de-linde", "professional").get("/v1/cases?route=CARE_RELATION").then().body("items", empty());
        for (var wrong : new String[] {"route=x", "status=x", "obligation=x", "limit=0", "limit=201", "cursor=x"}) {
            problem(as(who, "de-linde", "professional").get("/v1/cases?" + wrong), 400);
        }
    }

    @Test
    void theRulesAreThereForEverybodySignedIn() {
        given().auth().oauth2(SignedTokens.liaison("vt-liaison-noord", "noord")).get("/v1/rules").then().statusCode(200).body("items.id", hasItems("CLO-1", "OB-REPORT"));
        professional().get("/v1/rules/DEC-1").then().statusCode(200).body("text.nl", notNullValue()).body("text.en", notNullValue()).body("source", notNullValue());
        problem(professional().get("/v1/rules/NONE"), 404);
    }
}
