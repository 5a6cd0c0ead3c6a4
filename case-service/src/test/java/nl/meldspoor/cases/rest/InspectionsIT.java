package nl.meldspoor.cases.rest;

import static nl.meldspoor.cases.rest.Told.by;
import static nl.meldspoor.cases.rest.Told.byProfessional;
import static nl.meldspoor.cases.rest.Told.byReportTeam;
import static nl.meldspoor.cases.rest.Told.internalReport;
import static nl.meldspoor.cases.rest.Told.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import nl.meldspoor.cases.support.CaseParts;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedParts;
import nl.meldspoor.http.SignedTokens;
import org.junit.jupiter.api.Test;

/** An auditor reads content only after he said why, for eight hours, and everybody who guards the case sees that he did. */
@QuarkusTest
@QuarkusTestResource(SignedTokens.class)
@QuarkusTestResource(CaseParts.class)
class InspectionsIT {

    private static final String REASON = "{\"reason\":\"Steekproef derde kwartaal\"}";

    private static RequestSpecification auditor() {
        return by("de-linde-auditor", "auditor");
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
    void onlyAnAuditorInspectsAndOnlyWithAReason() {
        var id = open(byProfessional(), "MELDCODE");
        var path = "/v1/cases/" + id + "/inspections";

        byProfessional().body(REASON).post(path).then().statusCode(403);
        by("waterland-auditor", "auditor").body("{}").post(path).then().statusCode(400).body("errors[0].pointer", is("#/reason"));
        auditor().body("{\"reason\":\" \",\"x\":1}").post(path).then().statusCode(400).body("errors.pointer", hasItem("#/x")).body("detail", notNullValue());
        auditor().get("/v1/cases/" + id).then().body("sealed", is(true));
    }
}
