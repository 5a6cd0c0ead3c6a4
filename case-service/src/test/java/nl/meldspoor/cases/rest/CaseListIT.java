package nl.meldspoor.cases.rest;

import static nl.meldspoor.cases.rest.Told.by;
import static nl.meldspoor.cases.rest.Told.byReportTeam;
import static nl.meldspoor.cases.rest.Told.open;
import static nl.meldspoor.cases.rest.Told.signal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import nl.meldspoor.cases.history.OpenObligations;
import nl.meldspoor.cases.support.CaseParts;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedParts;
import nl.meldspoor.http.SignedTokens;
import org.junit.jupiter.api.Test;

/** The list tells the open obligations that the head of the case keeps, and derives them again under another catalogue. */
@QuarkusTest
@QuarkusTestResource(SignedTokens.class)
@QuarkusTestResource(CaseParts.class)
class CaseListIT {

    private final String who = "lister-" + UUID.randomUUID();

    private String headOf(String caseId, String column) throws SQLException {
        return asOwner("select " + column + "::text from case_head where case_id = '" + caseId + "'");
    }

    private static String asOwner(String sql) throws SQLException {
        var postgres = EmbeddedParts.shared().postgres();
        var owner = Database.CASES.ownerRole();
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(Database.CASES), owner, postgres.password(owner));
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return null;
            }
            var rows = statement.getResultSet();
            rows.next();
            return rows.getString(1);
        }
    }

    private String openWithSignal() {
        var id = open(by(who, "professional"), "MELDCODE");
        by(who, "professional").body(signal()).post("/v1/cases/" + id + "/signals").then().statusCode(201);
        return id;
    }

    @Test
    void theAppendKeepsTheOpenObligationsInTheHead() throws SQLException {
        var id = openWithSignal();

        assertThat(headOf(id, "open_obligations")).contains("OB-CONSULT");
        assertThat(headOf(id, "obligations_by")).isEqualTo(OpenObligations.CATALOGUE);
        by(who, "professional").get("/v1/cases?obligation=OB-CONSULT").then().statusCode(200).body("items.id", contains(id));
        by(who, "professional").get("/v1/cases?obligation=OB-REPORT").then().statusCode(200).body("items", empty());
    }

    @Test
    void theListReadsTheHeadAndNotTheCase() throws SQLException {
        var id = openWithSignal();

        asOwner("update case_head set open_obligations = '{OB-REPORT}' where case_id = '" + id + "'");

        by(who, "professional").get("/v1/cases").then().body("items[0].openObligations", contains("OB-REPORT"));
        by(who, "professional").get("/v1/cases?obligation=OB-REPORT").then().body("items.id", contains(id));
    }

    @Test
    void aHeadFromAnotherCatalogueIsDerivedAgainAndKept() throws SQLException {
        var id = openWithSignal();
        asOwner("update case_head set open_obligations = '{OB-REPORT}', obligations_by = 'before' where case_id = '" + id + "'");

        by(who, "professional").get("/v1/cases?obligation=OB-REPORT").then().statusCode(200).body("items", empty());
        by(who, "professional").get("/v1/cases?obligation=OB-CONSULT").then().statusCode(200).body("items.id", contains(id));

        assertThat(headOf(id, "open_obligations")).contains("OB-CONSULT").doesNotContain("OB-REPORT");
        assertThat(headOf(id, "obligations_by")).isEqualTo(OpenObligations.CATALOGUE);
    }

    @Test
    void whoSeesHisOwnEntriesOnlyCannotFindTheCaseByItsObligations() {
        var id = open(by(who, "professional"), "CARE_RELATION");
        byReportTeam().body(signal()).post("/v1/cases/" + id + "/signals").then().statusCode(201);

        byReportTeam().get("/v1/cases?obligation=OB-INTERNAL-REPORT&limit=200").then().body("items.id", hasItem(id));
        by(who, "professional").get("/v1/cases").then().body("items.id", hasItem(id)).body("items[0].openObligations", empty());
        by(who, "professional").get("/v1/cases?obligation=OB-INTERNAL-REPORT").then().statusCode(200).body("items.id", not(hasItem(id)));
    }
}
