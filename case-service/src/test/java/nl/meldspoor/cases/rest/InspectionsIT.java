package nl.meldspoor.cases.rest;

import static io.restassured.RestAssured.given;
import static nl.meldspoor.cases.rest.Told.by;
import static nl.meldspoor.cases.rest.Told.byProfessional;
import static nl.meldspoor.cases.rest.Told.byReportTeam;
import static nl.meldspoor.cases.rest.Told.internalReport;
import static nl.meldspoor.cases.rest.Told.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.meldspoor.cases.support.CaseParts;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedParts;
import nl.meldspoor.http.Role;
import nl.meldspoor.http.SignedTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An auditor reads content only after he said why, for eight hours, and everybody who guards the case sees that he did. */
@QuarkusTest
@QuarkusTestResource(SignedTokens.class)
@QuarkusTestResource(CaseParts.class)
class InspectionsIT {

    private static final String REASON = "{\"reason\":\"Steekproef derde kwartaal\"}";

    private static RequestSpecification auditor() {
        return by("de-linde-auditor", "auditor");
    }

    private static RequestSpecification board() {
        return by("de-linde-board", "board");
    }

    private static Response inspected(String caseId) {
        return auditor().body(REASON).post("/v1/cases/" + caseId + "/inspections").then().statusCode(201).extract().response();
    }

    private static long asOwnerNumber(String sql) throws SQLException {
        var postgres = EmbeddedParts.shared().postgres();
        var owner = Database.CASES.ownerRole();
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(Database.CASES), owner, postgres.password(owner));
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void asOwner(String sql) throws SQLException {
        var postgres = EmbeddedParts.shared().postgres();
        var owner = Database.CASES.ownerRole();
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(Database.CASES), owner, postgres.password(owner))) {
            connection.createStatement().execute(sql);
        }
    }

    @Test
    void contentOpensAfterAReasonWasRecordedAndNotBefore() {
        // given
        var id = open(byProfessional(), "MELDCODE");
        auditor().get("/v1/cases/" + id).then().statusCode(200).body("sealed", is(true)).body("client.sealed", is(true));
        auditor().get("/v1/cases/" + id + "/events").then().body("items.sealed", contains(true)).body("items[0].recordedBy", nullValue());

        // when
        var inspection = auditor().body(REASON).post("/v1/cases/" + id + "/inspections");

        // then
        inspection.then().statusCode(201).body("caseId", is(id)).body("reason", is("Steekproef derde kwartaal"));
        assertThat(Duration.between(Instant.parse(inspection.path("openedAt")), Instant.parse(inspection.path("validUntil"))))
                .isEqualTo(Duration.ofHours(8));
        auditor().get("/v1/cases/" + id)
                .then()
                .statusCode(200)
                .body("sealed", nullValue())
                .body("client.name", is("Geheimpje"))
                .body("allowed", empty());
        auditor().get("/v1/cases/" + id + "/events").then().body("items[0].data.client.name", is("Geheimpje")).body("items[0].sealed", nullValue());
        by("de-linde-auditor-2", "auditor").get("/v1/cases/" + id).then().body("sealed", is(true));
        auditor().get("/v1/cases/" + open(byProfessional(), "MELDCODE")).then().body("sealed", is(true));
    }

    @Test
    void contentClosesAgainWhenTheTimeIsOver() throws SQLException {
        var id = open(byProfessional(), "MELDCODE");
        auditor().body(REASON).post("/v1/cases/" + id + "/inspections").then().statusCode(201);
        auditor().get("/v1/cases/" + id).then().body("client.name", is("Geheimpje"));

        asOwner("update inspection set valid_until = clock_timestamp() where case_id = '" + id + "'");

        auditor().get("/v1/cases/" + id).then().statusCode(200).body("sealed", is(true)).body("client.sealed", is(true));
    }

    @Test
    void anInspectionByAClockThatWasAheadOpensNothingBeforeItsTime() throws SQLException {
        // given
        var id = open(byProfessional(), "MELDCODE");
        inspected(id);

        // when
        opened(id, "+ interval '2 hours'");

        // then
        auditor().get("/v1/cases/" + id).then().statusCode(200).body("sealed", is(true)).body("client.sealed", is(true));
        opened(id, "- interval '2 hours'");
        auditor().get("/v1/cases/" + id).then().body("client.name", is("Geheimpje"));
    }

    private static void opened(String caseId, String otherwise) throws SQLException {
        asOwner("update inspection set opened_at = opened_at %1$s, valid_until = valid_until %1$s where case_id = '%2$s'".formatted(otherwise, caseId));
    }

    @Test
    void reasonAndEveryReadingStandInTheLogOfTheCase() {
        var id = open(byReportTeam(), "CARE_RELATION");
        auditor().body(REASON).post("/v1/cases/" + id + "/inspections").then().statusCode(201);
        auditor().get("/v1/cases/" + id + "/events").then().statusCode(200);

        by("de-linde-board", "board")
                .get("/v1/cases/" + id + "/access-log")
                .then()
                .statusCode(200)
                .body("items.find { it.action == 'INSPECT' }.user", is("de-linde-auditor"))
                .body("items.find { it.action == 'INSPECT' }.reason", is("Steekproef derde kwartaal"))
                .body("items.findAll { it.rule == 'INSPECTION' }.what", hasItem("events"))
                .body("items.find { it.action == 'WRITE' }.reason", nullValue());
    }

    @Test
    void anInspectionOpensNothingThatIsOutOfReach() {
        var id = open(byReportTeam(), "CARE_RELATION");
        auditor().body(REASON).post("/v1/cases/" + id + "/inspections").then().statusCode(201);

        byReportTeam().body(internalReport(null)).post("/v1/cases/" + id + "/internal-reports").then().statusCode(201);
        auditor().get("/v1/cases/" + id).then().statusCode(404);
        auditor().body(REASON).post("/v1/cases/" + id + "/inspections").then().statusCode(404);

        byReportTeam().body(internalReport("de-linde-auditor")).post("/v1/cases/" + id + "/internal-reports").then().statusCode(201);
        auditor().get("/v1/cases/" + id).then().statusCode(404);
        by("de-linde-auditor-2", "auditor").get("/v1/cases/" + id).then().statusCode(200).body("sealed", is(true));
    }

    @Test
    void theBoardSeesWhatWasInspectedWithoutTheNumberOfACaseItMayNotSee() {
        // given
        var meldcode = open(byProfessional(), "MELDCODE");
        var careRelation = open(byReportTeam(), "CARE_RELATION");
        String first = inspected(meldcode).path("id");
        String second = inspected(careRelation).path("id");

        // when
        var list = board().get("/v1/inspections?limit=200");

        // then
        list.then().statusCode(200).body("items.id.findAll { it in ['" + first + "', '" + second + "'] }", contains(second, first));
        var ofMeldcode = list.jsonPath().getMap("items.find { it.id == '" + first + "' }");
        assertThat(ofMeldcode)
                .containsEntry("route", "MELDCODE")
                .containsEntry("caseId", null)
                .containsEntry("user", "de-linde-auditor")
                .containsEntry("roles", List.of("auditor"))
                .containsEntry("reason", "Steekproef derde kwartaal")
                .containsOnlyKeys("id", "route", "caseId", "openedAt", "validUntil", "user", "roles", "reason");
        assertThat(Duration.between(Instant.parse((String) ofMeldcode.get("openedAt")), Instant.parse((String) ofMeldcode.get("validUntil"))))
                .isEqualTo(Duration.ofHours(8));
        list.then()
                .body("items.find { it.id == '" + second + "' }.caseId", is(careRelation))
                .body("items.find { it.id == '" + second + "' }.route", is("CARE_RELATION"));
        assertThat(list.asString()).doesNotContain(meldcode);
    }

    @Test
    void whoIsKeptFromACaseDoesNotSeeThatItWasInspectedWhateverElseHeIs() {
        // given
        var accused = open(byReportTeam(), "CARE_RELATION");
        byReportTeam().body(internalReport("de-linde-board-accused")).post("/v1/cases/" + accused + "/internal-reports").then().statusCode(201);
        var excluding = Told.opening("CARE_RELATION").replace("\"region\":\"noord\"", "\"excludeUsers\":[\"de-linde-board-excluded\"]");
        String excluded = byReportTeam().body(excluding).post("/v1/cases").then().statusCode(201).extract().path("case.id");
        String ofAccused = inspected(accused).path("id");
        String ofExcluded = inspected(excluded).path("id");

        // then
        by("de-linde-board-accused", "board").get("/v1/inspections?limit=200").then().body("items.id", hasItem(ofExcluded)).body("items.id", not(hasItem(ofAccused)));
        by("de-linde-board-excluded", "board").get("/v1/inspections?limit=200").then().body("items.id", hasItem(ofAccused)).body("items.id", not(hasItem(ofExcluded)));
        board().get("/v1/inspections?limit=200").then().body("items.id", hasItems(ofAccused, ofExcluded));
        given().auth()
                .oauth2(SignedTokens.person("waterland-board", "waterland", "board"))
                .get("/v1/inspections?limit=200")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(ofAccused)));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "BOARD")
    void nobodyButTheBoardSeesWhatWasInspected(Role role) {
        by("de-linde-somebody", role.code()).get("/v1/inspections").then().statusCode(403);
    }

    @Test
    void theListIsReadPageByPageAndThatIsLogged() throws SQLException {
        // given
        var id = open(byReportTeam(), "CARE_RELATION");
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            opened.addFirst(inspected(id).path("id"));
        }

        // when
        List<String> read = new ArrayList<>();
        String next = null;
        do {
            var page = board().queryParam("limit", 2).queryParams(next == null ? Map.of() : Map.of("cursor", next)).get("/v1/inspections");
            page.then().statusCode(200);
            read.addAll(page.path("items.id"));
            next = page.path("next");
        } while (next != null && !read.containsAll(opened));

        // then
        assertThat(read).doesNotHaveDuplicates().startsWith(opened.toArray(String[]::new));
        board().get("/v1/inspections?cursor=nonsense").then().statusCode(400).contentType("application/problem+json");
        board().get("/v1/inspections?limit=0").then().statusCode(400);
        assertThat(asOwnerNumber("select count(*) from access_log where what = 'inspections' and action = 'READ' and ground = 'BOARD' and case_id is null"))
                .isPositive();
    }

    @Test
    void onlyAnAuditorInspectsAndOnlyWithAReason() {
        var id = open(byProfessional(), "MELDCODE");
        var path = "/v1/cases/" + id + "/inspections";

        byProfessional().body(REASON).post(path).then().statusCode(403);
        by("waterland-auditor", "auditor").body("{}").post(path).then().statusCode(400).body("errors[0].pointer", is("#/reason"));
        auditor().body("{\"reason\":\" \",\"x\":1}").post(path).then().statusCode(400).body("errors.pointer", hasItem("#/x")).body("detail", notNullValue());
        auditor().get("/v1/cases/" + id).then().body("sealed", is(true));
    }
}
