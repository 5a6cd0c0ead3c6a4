package nl.meldspoor.cases.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import nl.meldspoor.cases.support.CaseParts;
import nl.meldspoor.http.SignedTokens;
import org.junit.jupiter.api.Test;

/** Entries that follow another: corrections, hand-over, reopening, what HR records; and the frameworks a case is asked by. */
@QuarkusTest
@QuarkusTestResource(SignedTokens.class)
@QuarkusTestResource(CaseParts.class)
class FollowingEntriesIT {

    private static final String TODAY = LocalDate.now(ZoneId.of("Europe/Amsterdam")).toString();

    private static RequestSpecification as(String user, String role) {
        return given().auth().oauth2(SignedTokens.personOfUnit(user, "de-linde", "Team Oost", role)).contentType("application/json");
    }

    private static RequestSpecification professional() {
        return as("de-linde-professional", "professional");
    }

    private static RequestSpecification second() {
        return as("de-linde-professional-2", "professional");
    }

    private static RequestSpecification supervisor() {
        return as("de-linde-supervisor", "supervisor");
    }

    private static RequestSpecification reportTeam() {
        return as("de-linde-report-team", "report-team");
    }

    private static RequestSpecification board() {
        return as("de-linde-board", "board");
    }

    private static RequestSpecification hr() {
        return as("de-linde-hr", "hr");
    }

    private static String hoursAgo(int hours) {
        return Instant.now().minus(hours, ChronoUnit.HOURS).toString();
    }

    private static String open(RequestSpecification who, String route) {
        return who.body("""
                        {"route":"%s","client":{"reference":"ECD-%s"},"clientRole":"CARE_RECEIVER","framework":"KNMG",
                         "profession":"arts","unit":"Team Oost","sector":"VVT","legalFramework":"WLZ","region":"noord"}"""
                        .formatted(route, UUID.randomUUID()))
                .post("/v1/cases")
                .then()
                .statusCode(201)
                .extract()
                .path("case.id");
    }

    private static String disclosure() {
        return """
                {"observedAt":"%s","perception":"TOLD","direction":"CONFIRMS","forms":["PHYSICAL"],"about":"CARE_RECEIVER",
                 "description":"verteld","source":"CLIENT","disclosure":true}"""
                .formatted(hoursAgo(5));
    }

    @Test
    void aCorrectionTakesTheDutyBackAndLeavesTheOldEntryReadable() {
        // given
        var id = open(professional(), "MELDCODE");
        professional()
                .body(disclosure())
                .post("/v1/cases/" + id + "/signals")
                .then()
                .statusCode(201)
                .body("case.obligations.findAll { it.state == 'OPEN' }.id", hasItem("OB-REPORT"));

        // when
        var corrected = professional()
                .body("""
                        {"corrects":2,"reason":"verkeerd begrepen","replacement":%s}"""
                        .formatted(disclosure().replace("\"disclosure\":true", "\"disclosure\":false").replace("verteld", "anders verteld")))
                .post("/v1/cases/" + id + "/corrections");

        // then
        corrected
                .then()
                .statusCode(201)
                .body("case.obligations.findAll { it.state == 'OPEN' }.id", not(hasItem("OB-REPORT")))
                .body("events[0].data.replacement.description", is("anders verteld"));
        professional().get("/v1/cases/" + id + "/events/2").then().body("data.description", is("verteld"));
        professional()
                .body("{\"corrects\":2,\"reason\":\"r\",\"replacement\":{\"perception\":\"x\"}}")
                .post("/v1/cases/" + id + "/corrections")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("#/replacement/perception", "#/replacement/observedAt"));
    }

    @Test
    void theGiverStaysResponsibleUntilTheOtherAccepts() {
        // given
        var id = open(professional(), "MELDCODE");
        second().get("/v1/cases/" + id).then().statusCode(404);

        // when
        var handoverId = professional()
                .body("""
                        {"to":{"name":"Twee","function":"arts"},"toUser":"de-linde-professional-2","reason":"verlof"}""")
                .post("/v1/cases/" + id + "/handovers")
                .then()
                .statusCode(201)
                .body("case.handler", is("de-linde-professional"))
                .extract()
                .<String>path("events[0].data.handoverId");
        professional()
                .body("{\"handoverId\":\"%s\",\"answer\":\"ACCEPTED\"}".formatted(handoverId))
                .post("/v1/cases/" + id + "/handover-answers")
                .then()
                .statusCode(409)
                .body("rule", is("HND-1"));
        var accepted = second()
                .body("{\"handoverId\":\"%s\",\"answer\":\"ACCEPTED\"}".formatted(handoverId))
                .post("/v1/cases/" + id + "/handover-answers");

        // then
        accepted.then().statusCode(201).body("case.handler", is("de-linde-professional-2"));
    }

    private static final String TO_SECOND = """
            {"to":{"name":"Twee","function":"arts"},"toUser":"de-linde-professional-2","reason":"Eén is uit dienst"}""";

    @Test
    void aSupervisorReassignsTheCaseOfWhoLeftAndIsResponsibleAtOnce() {
        // given
        var id = open(professional(), "MELDCODE");
        professional().body(disclosure()).post("/v1/cases/" + id + "/signals").then().statusCode(201);

        // when
        var reassigned = supervisor().body(TO_SECOND).post("/v1/cases/" + id + "/handovers");

        // then
        reassigned
                .then()
                .statusCode(201)
                .body("events[0].data.reassigned", is(true))
                .body("case.handler", is("de-linde-supervisor"))
                .body("case.obligations.find { it.id == 'OB-REPORT' }.move.person", is("de-linde-supervisor"))
                .body("case.steps[1].requirements.find { it.id == 'HANDOVER.ANSWERED' }.move.person", is("de-linde-professional-2"));
        supervisor().get("/v1/cases/" + id).then().body("handler", is("de-linde-supervisor"));
        second().body("{\"handoverId\":\"%s\",\"answer\":\"REFUSED\",\"reason\":\"te druk\"}"
                        .formatted(reassigned.<String>path("events[0].data.handoverId")))
                .post("/v1/cases/" + id + "/handover-answers")
                .then()
                .statusCode(201);
        supervisor().get("/v1/cases/" + id).then().body("handler", is("de-linde-supervisor"));
        supervisor().get("/v1/cases/" + id + "?version=2").then().body("handler", is("de-linde-professional"));
    }

    @Test
    void whoNoLongerHandlesACaseDoesNotGiveItAway() {
        // given
        var id = open(professional(), "MELDCODE");
        supervisor().body(TO_SECOND).post("/v1/cases/" + id + "/handovers").then().statusCode(201);

        // when
        var given = professional().body(TO_SECOND).post("/v1/cases/" + id + "/handovers");

        // then
        given.then().statusCode(409).body("rule", is("HND-4"));
    }

    @Test
    void aStepSaysWhatIsRecordedWhatIsMissingAndWhoseMoveItIsNowAndThen() {
        // given
        var id = open(professional(), "MELDCODE");
        professional()
                .get("/v1/cases/" + id)
                .then()
                .body("steps[0].missing", hasItem("SIGNALS.RECORDED"))
                .body("steps[0].requirements.find { it.id == 'SIGNALS.RECORDED' }.state", is("MISSING"))
                .body("steps[0].requirements.find { it.id == 'SIGNALS.RECORDED' }.move.person", is("de-linde-professional"))
                .body("obligations.find { it.id == 'OB-CHILDCHECK' }.move.roles", hasItems("professional", "supervisor"));

        // when
        professional().body(disclosure()).post("/v1/cases/" + id + "/signals").then().statusCode(201);

        // then
        professional()
                .get("/v1/cases/" + id)
                .then()
                .body("steps[0].requirements.find { it.id == 'SIGNALS.RECORDED' }.state", is("RECORDED"))
                .body("steps[0].requirements.find { it.id == 'SIGNALS.RECORDED' }.move", nullValue());
        professional()
                .get("/v1/cases/" + id + "?version=1")
                .then()
                .body("steps[0].requirements.find { it.id == 'SIGNALS.RECORDED' }.state", is("MISSING"));
        professional()
                .get("/v1/rules/SIGNALS.RECORDED")
                .then()
                .statusCode(200)
                .body("kind", is("REQUIREMENT"))
                .body("sentence.nl", notNullValue())
                .body("source", notNullValue());
    }

    @Test
    void aDryRunSaysWhichObligationsAndDeadlinesWouldComeAndGo() {
        // given
        var id = open(professional(), "MELDCODE");
        professional().body(disclosure()).post("/v1/cases/" + id + "/signals").then().statusCode(201);
        var melding = """
                {"madeAt":"%s","region":"noord","channel":"WEB_FORM","facts":"f","persons":[{"role":"r","name":"n"}],
                 "discussedWithClient":true,"agreements":"a","anonymousTowardsClient":false}"""
                .formatted(hoursAgo(1));

        // when
        var tried = professional().body(melding).post("/v1/cases/" + id + "/meldingen?dryRun=true");

        // then
        tried.then()
                .statusCode(200)
                .body("changes.obligations.find { it.id == 'OB-REPORT' }.from", is("OPEN"))
                .body("changes.obligations.find { it.id == 'OB-REPORT' }.to", is("MET"))
                .body("changes.obligations.find { it.id == 'OB-SEEK-FEEDBACK' }.from", nullValue())
                .body("changes.obligations.id", not(hasItem("OB-CONSULT")))
                .body("changes.deadlines.find { it.kind == 'VT-START' }.to", is("OPEN"));
        professional().get("/v1/cases/" + id).then().body("version", is(2));
    }

    @Test
    void aMistakeIsClosedAndReopenedAndThenTakesEntriesAgain() {
        // given
        var id = open(professional(), "MELDCODE");
        professional()
                .body("{\"closedOn\":\"%s\",\"ground\":\"OPENED_BY_MISTAKE\",\"motivation\":\"m\"}".formatted(TODAY))
                .post("/v1/cases/" + id + "/closures")
                .then()
                .statusCode(201)
                .body("case.status", is("CLOSED"));
        professional().body(disclosure()).post("/v1/cases/" + id + "/signals").then().statusCode(409).body("rule", is("GEN-1"));

        // when
        professional().body("{\"reason\":\"toch niet\"}").post("/v1/cases/" + id + "/reopenings").then().statusCode(201).body("case.status", is("OPEN"));

        // then
        professional().body(disclosure()).post("/v1/cases/" + id + "/signals").then().statusCode(201);
        professional()
                .body("{\"reason\":\"nog eens\"}")
                .post("/v1/cases/" + id + "/reopenings")
                .then()
                .statusCode(409)
                .body("rule", is("GEN-4"));
    }

    @Test
    void hrRecordsASanctionOnlyAfterAJudgementAndSeesNothingOfTheCase() {
        // given
        var id = open(reportTeam(), "CARE_RELATION");
        reportTeam()
                .body("""
                        {"reportedAt":"%s","discoveredAt":"%s","reporterKind":"STAFF","anonymous":false,"receivedBy":{"name":"A","function":"B"},
                         "accusedKind":"STAFF","accused":{"name":"C","function":"D"},"accusedUser":"de-linde-staff","clientInformed":true,"facts":"f"}"""
                        .formatted(hoursAgo(48), hoursAgo(50)))
                .post("/v1/cases/" + id + "/internal-reports")
                .then()
                .statusCode(201);
        var sanction = "{\"imposedOn\":\"%s\",\"kind\":\"WARNING\",\"motivation\":\"m\"}".formatted(TODAY);
        hr().body(sanction).post("/v1/cases/" + id + "/sanctions").then().statusCode(409).body("violations.rule", hasItem("SAN-1"));

        // when
        board().body("""
                        {"determinedAt":"%s","qualification":"INCIDENT","severity":"LOW","recurrenceRisk":"LOW","fatal":false,
                         "betweenClients":false,"reasoning":"r"}"""
                        .formatted(hoursAgo(20)))
                .post("/v1/cases/" + id + "/judgements")
                .then()
                .statusCode(201);
        var imposed = hr().body(sanction).post("/v1/cases/" + id + "/sanctions");

        // then
        imposed.then().statusCode(201).body("case.client", nullValue()).body("events.type", contains("SanctionImposed"));
        hr().get("/v1/cases/" + id).then().statusCode(404);
        hr().body("{\"heldOn\":\"%s\",\"findings\":\"f\",\"participants\":\"p\"}".formatted(TODAY))
                .post("/v1/cases/" + id + "/evaluations")
                .then()
                .statusCode(403);
        reportTeam().body(sanction).post("/v1/cases/" + id + "/sanctions").then().statusCode(403);
    }

    @Test
    void aCaseKeepsTheVersionOfTheFrameworkItIsAskedBy() {
        // given
        var frameworks = professional().get("/v1/frameworks");

        // when
        var id = open(professional(), "MELDCODE");

        // then
        frameworks.then().statusCode(200).body("items.code", hasItems("KNMG", "VENVN", "SOCIAL", "GENERIC")).body("items.source", everyItem(notNullValue()));
        professional()
                .get("/v1/cases/" + id + "/events/1")
                .then()
                .body("data.frameworkVersion", is(frameworks.<String>path("items.find { it.code == 'KNMG' }.version")));
        given().get("/v1/frameworks").then().statusCode(401);
    }
}
