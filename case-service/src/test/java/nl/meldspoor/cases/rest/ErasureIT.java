package nl.meldspoor.cases.rest;

import static io.restassured.RestAssured.given;
import static nl.meldspoor.cases.rest.Told.by;
import static nl.meldspoor.cases.rest.Told.byProfessional;
import static nl.meldspoor.cases.rest.Told.byReportTeam;
import static nl.meldspoor.cases.rest.Told.internalReport;
import static nl.meldspoor.cases.rest.Told.open;
import static nl.meldspoor.cases.rest.Told.opening;
import static nl.meldspoor.cases.rest.Told.signal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.meldspoor.cases.support.CaseParts;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedParts;
import nl.meldspoor.events.proof.HashChain;
import nl.meldspoor.http.SignedTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The board erases content: nobody reads it any more, the facts stay, and the proof still holds. */
@QuarkusTest
@QuarkusTestResource(SignedTokens.class)
@QuarkusTestResource(CaseParts.class)
class ErasureIT {

    private static final String REASON = "{\"reason\":\"Op verzoek\"}";

    private static RequestSpecification board() {
        return by("de-linde-board", "board");
    }

    private static Response erase(String id) {
        return board().body(REASON).post("/v1/cases/" + id + "/erasure");
    }

    private static List<String> keys(String id) throws SQLException {
        var postgres = EmbeddedParts.shared().postgres();
        var owner = Database.CASES.ownerRole();
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(Database.CASES), owner, postgres.password(owner));
                var rows = connection.createStatement().executeQuery("select kind from keys.data_key where subject = '" + id + "'")) {
            var kinds = new ArrayList<String>();
            while (rows.next()) {
                kinds.add(rows.getString(1));
            }
            return kinds;
        }
    }

    private static boolean proofHolds(String id) {
        List<Map<String, Object>> events = by("de-linde-auditor", "auditor").get("/v1/cases/" + id + "/proof").path("events");
        return HashChain.firstBroken(events.stream()
                        .map(e -> new HashChain.Link(
                                (Integer) e.get("sequence"), (String) e.get("previousHash"), (String) e.get("canonical"), (String) e.get("hash")))
                        .toList())
                .isEmpty();
    }

    @Test
    void nothingOfTheContentIsLeftAndTheProofStillHolds() throws SQLException {
        // given
        var id = open(byReportTeam(), "CARE_RELATION");
        byReportTeam().body(signal()).post("/v1/cases/" + id + "/signals").then().statusCode(201);
        byReportTeam().get("/v1/cases/" + id + "/events").then().body(containsString("Geheimpje"));

        // when
        var erased = erase(id);

        // then
        erased.then()
                .statusCode(201)
                .body("events[0].type", is("CaseErased"))
                .body("events[0].data.ground", is("REASON_GIVEN"))
                .body("events[0].data.retentionYears", is(5))
                .body("case.erased", is(true))
                .body("case.allowed", empty())
                .body("case.client", nullValue())
                .body(not(containsString("Geheimpje")));
        assertThat(keys(id)).containsExactly("ORGANISATION");
        byReportTeam().get("/v1/cases/" + id).then().statusCode(200).body("erased", is(true)).body("status", is("CLOSED")).body("obligations.state", not(hasItem("OPEN")));
        byReportTeam().get("/v1/cases/" + id + "/events")
                .then()
                .body("items[0].erased", is(true))
                .body("items[1].erased", is(true))
                .body("items[1].recordedBy", nullValue())
                .body("items[1].data.perception", is("SEEN"))
                .body("items[2].data.reason", is("Op verzoek"))
                .body("items[2].recordedBy", is("de-linde-board"))
                .body(not(containsString("Geheimpje")));
        board().accept("application/json").get("/v1/cases/" + id + "/extracts/board-report").then().statusCode(410).body("type", is("urn:meldspoor:erased"));
        assertThat(proofHolds(id)).isTrue();
    }

    @Test
    void nobodyFindsTheClientByHisReferenceAnyMore() {
        var body = opening("CARE_RELATION");
        var reference = body.replaceAll("(?s).*\"reference\":\"([^\"]+)\".*", "$1");
        String id = byReportTeam().body(body).post("/v1/cases").path("case.id");
        byReportTeam().header("Client-Reference", reference).get("/v1/cases").then().body("items.id", hasItem(id));

        erase(id).then().statusCode(201);

        byReportTeam().header("Client-Reference", reference).get("/v1/cases").then().statusCode(200).body("items", empty());
    }

    @Test
    void theBoardErasesACaseOfTheDomesticRouteWithoutEverSeeingIt() {
        // given
        var id = open(byProfessional(), "MELDCODE");
        board().get("/v1/cases/" + id).then().statusCode(404);

        // when
        var erased = erase(id);

        // then
        erased.then().statusCode(201).body("case.steps", nullValue()).body("case.client", nullValue()).body(not(containsString("Geheimpje")));
        byProfessional().get("/v1/cases/" + id).then().statusCode(200).body("erased", is(true)).body("client", nullValue());
        board().get("/v1/cases/" + id).then().statusCode(404);
    }

    @Test
    void anErasedCaseTakesNothingMore() {
        var id = open(byProfessional(), "MELDCODE");
        erase(id).then().statusCode(201);

        byProfessional().body(signal()).post("/v1/cases/" + id + "/signals").then().statusCode(409).body("rule", is("ERA-1")).body("source", notNullValue());
        erase(id).then().statusCode(409).body("rule", is("ERA-1"));
    }

    @Test
    void theSameRequestAgainIsAnsweredAndErasesNothingTwice() {
        var id = open(byReportTeam(), "CARE_RELATION");
        board().header("Idempotency-Key", "erase-" + id).body(REASON).post("/v1/cases/" + id + "/erasure").then().statusCode(201);

        board().header("Idempotency-Key", "erase-" + id)
                .body(REASON)
                .post("/v1/cases/" + id + "/erasure")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("events", notNullValue());
    }

    @Test
    void aDryRunErasesNothing() throws SQLException {
        var id = open(byReportTeam(), "CARE_RELATION");

        board().body(REASON).post("/v1/cases/" + id + "/erasure?dryRun=true").then().statusCode(200);

        assertThat(keys(id)).contains("CLIENT");
        byReportTeam().get("/v1/cases/" + id).then().body("erased", nullValue()).body("client.name", is("Geheimpje"));
    }

    @Test
    void withoutAReasonTheTermMustBeOver() {
        var id = open(byReportTeam(), "CARE_RELATION");

        board().body("{}").post("/v1/cases/" + id + "/erasure").then().statusCode(409).body("rule", is("ERA-3"));
    }

    @Test
    void aLegalHoldKeepsTheCaseUntilItIsLifted() {
        // given
        var id = open(byProfessional(), "MELDCODE");
        String hold = board().body("{\"reason\":\"Tuchtzaak\"}").post("/v1/cases/" + id + "/legal-holds").then().statusCode(201).extract().path("events[0].data.holdId");
        erase(id).then().statusCode(409).body("rule", is("ERA-2"));

        // when
        board().body("{\"holdId\":\"" + hold + "\",\"reason\":\"Uitspraak gedaan\"}").post("/v1/cases/" + id + "/legal-hold-liftings").then().statusCode(201);

        // then
        erase(id).then().statusCode(201);
    }

    @Test
    void theReporterAloneIsForgottenAndTheRestStays() throws SQLException {
        // given
        var id = open(byReportTeam(), "CARE_RELATION");
        byReportTeam().body(internalReport("de-linde-somebody").replace("\"facts\"", "\"reporter\":\"Meldertje\",\"facts\"")).post("/v1/cases/" + id + "/internal-reports").then().statusCode(201);

        // when
        board().body("{\"person\":\"REPORTER\",\"reason\":\"Op verzoek\"}").post("/v1/cases/" + id + "/person-erasures").then().statusCode(201);

        // then
        byReportTeam().get("/v1/cases/" + id + "/events")
                .then()
                .body("items[1].erased", is(true))
                .body("items[1].data.facts", is("Geheimpje"))
                .body(not(containsString("Meldertje")));
        byReportTeam().body(signal()).post("/v1/cases/" + id + "/signals").then().statusCode(201);
        byReportTeam().get("/v1/cases/" + id + "/events").then().body("items[3].recordedBy", is("de-linde-report-team")).body("items[3].erased", nullValue());
        assertThat(keys(id)).contains("CLIENT", "REPORTER@3").doesNotContain("REPORTER");
        assertThat(proofHolds(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"professional", "report-team", "auditor", "hr", "attention-officer", "staff", "integration"})
    void nobodyButTheBoardErasesOrHolds(String role) {
        var id = open(byReportTeam(), "CARE_RELATION");

        by("de-linde-" + role, role).body(REASON).post("/v1/cases/" + id + "/erasure").then().statusCode(403);
        by("de-linde-" + role, role).body(REASON).post("/v1/cases/" + id + "/legal-holds").then().statusCode(403);
    }

    @Test
    void theBoardOfAnotherOrganisationAndABoardMemberWhoIsTheAccusedFindNothing() {
        var id = open(byReportTeam(), "CARE_RELATION");
        byReportTeam().body(internalReport("de-linde-board-2")).post("/v1/cases/" + id + "/internal-reports").then().statusCode(201);
        var other = given().auth().oauth2(SignedTokens.person("waterland-board", "waterland", "board")).contentType("application/json");

        other.body(REASON).post("/v1/cases/" + id + "/erasure").then().statusCode(404);
        by("de-linde-board-2", "board").body(REASON).post("/v1/cases/" + id + "/erasure").then().statusCode(404);
        by("de-linde-board-2", "board").get("/v1/retention?limit=200").then().statusCode(200).body("items.caseId", not(hasItem(id)));
    }

    @Test
    void whatIsRecordedAtTheSameMomentIsEitherBeforeTheErasureAndErasedOrRefused() throws Exception {
        // given
        var id = open(byProfessional(), "MELDCODE");
        var body = signal();

        // when
        List<Response> signals = new ArrayList<>();
        try (var executor = Executors.newFixedThreadPool(9)) {
            var recording = IntStream.range(0, 40).mapToObj(i -> executor.submit(() -> byProfessional().body(body).post("/v1/cases/" + id + "/signals"))).toList();
            var erasing = executor.submit(() -> erase(id));
            for (Future<Response> answer : recording) {
                signals.add(answer.get());
            }
            erasing.get().then().statusCode(201);
        }

        // then
        assertThat(signals).extracting(Response::statusCode).containsAnyOf(201, 409).doesNotContain(500);
        var stored = signals.stream().filter(answer -> answer.statusCode() == 201).count();
        List<String> types = byProfessional().get("/v1/cases/" + id + "/events").path("items.type");
        assertThat(types).hasSize((int) stored + 2).endsWith("CaseErased");
        byProfessional().get("/v1/cases/" + id + "/events").then().body(not(containsString("Geheimpje")));
        assertThat(proofHolds(id)).isTrue();
    }

    @Test
    void theBoardSeesWhatGoesWhenAndWhy() {
        // given
        var meldcode = open(byProfessional(), "MELDCODE");
        var careRelation = open(byReportTeam(), "CARE_RELATION");
        board().body(REASON).post("/v1/cases/" + careRelation + "/legal-holds").then().statusCode(201);

        // when
        var items = everything(board());

        // then
        var kept = items.stream().filter(i -> i.get("caseId").equals(meldcode)).findFirst().orElseThrow();
        assertThat(kept).containsEntry("kind", "MEDICAL_RECORD").containsEntry("years", 20).containsEntry("isOver", false).containsEntry("source", "BW art. 7:454 lid 3");
        var held = items.stream().filter(i -> i.get("caseId").equals(careRelation)).findFirst().orElseThrow();
        assertThat(held).containsEntry("endsOn", null).containsEntry("onHold", true).containsEntry("mayBeErased", false);
        assertThat(items).extracting(i -> i.get("caseId")).doesNotHaveDuplicates();
        assertThat(items.toString()).doesNotContain("Geheimpje");
    }

    @Test
    void whatStillMustBeReportedMayNotBeErasedHoweverOldItIs() {
        // given: closed by mistake long ago, and a duty to report that a correction brought
        var id = open(byReportTeam(), "CARE_RELATION");
        byReportTeam().body(judgement("INCIDENT")).post("/v1/cases/" + id + "/judgements").then().statusCode(201);
        byReportTeam()
                .body("{\"closedOn\":\"2015-03-02\",\"ground\":\"OPENED_BY_MISTAKE\",\"motivation\":\"m\"}")
                .post("/v1/cases/" + id + "/closures")
                .then()
                .statusCode(201);
        assertThat(kept(id)).containsEntry("isOver", true).containsEntry("mayBeErased", true);

        // when
        byReportTeam()
                .body("{\"corrects\":2,\"reason\":\"r\",\"replacement\":" + judgement("CALAMITY") + "}")
                .post("/v1/cases/" + id + "/corrections")
                .then()
                .statusCode(201);

        // then
        assertThat(kept(id)).containsEntry("isOver", true).containsEntry("mayBeErased", false);
        board().body("{}").post("/v1/cases/" + id + "/erasure").then().statusCode(409).body("rule", is("ERA-4"));
    }

    private static Map<String, Object> kept(String id) {
        return everything(board()).stream().filter(i -> i.get("caseId").equals(id)).findFirst().orElseThrow();
    }

    private static String judgement(String qualification) {
        return """
                {"determinedAt":"2015-03-01T10:00:00Z","qualification":"%s","severity":"LOW","recurrenceRisk":"LOW","fatal":false,
                 "betweenClients":false,"reasoning":"r"}"""
                .formatted(qualification);
    }

    /** Page by page. */
    private static List<Map<String, Object>> everything(RequestSpecification who) {
        var items = new ArrayList<Map<String, Object>>();
        String next = null;
        do {
            var page = by("de-linde-board", "board").get("/v1/retention?limit=7" + (next == null ? "" : "&cursor=" + next));
            page.then().statusCode(200);
            items.addAll(page.path("items"));
            next = page.path("next");
        } while (next != null);
        return items;
    }

    @ParameterizedTest
    @ValueSource(strings = {"professional", "report-team", "hr", "integration"})
    void nobodyElseSeesTheListOrTheSetting(String role) {
        by("de-linde-" + role, role).get("/v1/retention").then().statusCode(403);
        by("de-linde-" + role, role).get("/v1/retention-settings").then().statusCode(403);
        by("de-linde-" + role, role).body("{\"years\":{}}").put("/v1/retention-settings").then().statusCode(403);
    }

    @Test
    void anOrganisationKeepsLongerWhenItWantsAndNeverShorterThanTheLaw() {
        var waterland = given().auth().oauth2(SignedTokens.person("waterland-board", "waterland", "board")).contentType("application/json");
        waterland.body("{\"years\":{\"MEDICAL_RECORD\":19,\"WMO_RECORD\":14,\"X\":1}}")
                .put("/v1/retention-settings")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("#/years/MEDICAL_RECORD"))
                .body("errors.pointer", hasItem("#/years/WMO_RECORD"))
                .body("errors.pointer", hasItem("#/years/X"));

        waterland.body("{\"years\":{\"CARE_RELATION_RECORD\":7}}").put("/v1/retention-settings").then().statusCode(200);

        waterland.get("/v1/retention-settings")
                .then()
                .body("kinds.find { it.kind == 'CARE_RELATION_RECORD' }.years", is(7))
                .body("kinds.find { it.kind == 'MEDICAL_RECORD' }.years", is(20))
                .body("kinds.source", everyItem(notNullValue()));
    }
}
