package nl.meldspoor.cases.regulation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.meldspoor.cases.support.CaseParts;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedParts;
import nl.meldspoor.http.SignedTokens;
import org.junit.jupiter.api.Test;

/** Without a regulation agreed with the works council each answer about personnel says so; with one it does not. */
@QuarkusTest
@QuarkusTestResource(SignedTokens.class)
@QuarkusTestResource(CaseParts.class)
class WorksCouncilRegulationIT {

    private static final Duration AT_MOST = Duration.ofSeconds(60);
    private static final String PATH = "/v1/works-council-regulation";
    private static final String AGREED = """
            {"agreedOn":"2026-01-15","reference":"OR-2026-4"}""";

    private static RequestSpecification as(String role, String organisation) {
        return given().auth()
                .oauth2(SignedTokens.person(organisation + "-" + role, organisation, role))
                .contentType("application/json");
    }

    private static String careRelationCase(String organisation) {
        return as("report-team", organisation)
                .body("""
                        {"route":"CARE_RELATION","client":{"reference":"ECD-1"},"clientRole":"CARE_RECEIVER","unit":"Team Oost",
                         "sector":"VVT","legalFramework":"WLZ"}""")
                .post("/v1/cases")
                .path("case.id");
    }

    @Test
    void anAnswerAboutPersonnelWarnsUntilTheBoardEnteredTheRegulation() {
        // given
        var caseId = careRelationCase("regeling");
        as("report-team", "regeling").get("/v1/cases/" + caseId).then().body("warnings[0].id", is("WARN-REGULATION"));

        // when
        as("board", "regeling").body(AGREED).put(PATH).then().statusCode(200);

        // then
        as("report-team", "regeling").get("/v1/cases/" + caseId).then().statusCode(200).body("warnings", nullValue());
        as("works-council", "regeling").get(PATH).then().statusCode(200).body("reference", is("OR-2026-4"));
        as("report-team", "zonder").get(PATH).then().statusCode(404);
    }

    @Test
    void aNewerRegulationTakesThePlaceOfTheOlder() {
        // given
        as("board", "nieuwer").body(AGREED).put(PATH).then().statusCode(200);

        // when
        as("board", "nieuwer").body(AGREED.replace("OR-2026-4", "OR-2026-9")).put(PATH).then().statusCode(200);

        // then
        as("board", "nieuwer").get(PATH).then().body("reference", is("OR-2026-9"));
    }

    @Test
    void ofTwoThatAreEnteredFirstAtTheSameMomentTheLaterStays() throws Exception {
        try (Connection other = EmbeddedParts.shared().postgres().connectAsSuperuser(Database.CASES.databaseName());
                Statement statement = other.createStatement()) {
            // given one that is not committed yet
            other.setAutoCommit(false);
            statement.execute("insert into works_council_regulation values ('tegelijk', '2026-01-01', 'OR-2026-1', now(), 'somebody')");

            // when
            var entered = CompletableFuture.supplyAsync(() -> as("board", "tegelijk").body(AGREED).put(PATH).statusCode());
            await().atMost(AT_MOST).until(WorksCouncilRegulationIT::somebodyWaits);
            other.commit();

            // then
            assertThat(entered.get(AT_MOST.toSeconds(), TimeUnit.SECONDS)).isEqualTo(200);
        }
        as("board", "tegelijk").get(PATH).then().body("reference", is("OR-2026-4"));
    }

    private static boolean somebodyWaits() throws SQLException {
        try (Connection looking = EmbeddedParts.shared().postgres().connectAsSuperuser(Database.CASES.databaseName());
                var waiting = looking.createStatement()
                        .executeQuery("select from pg_stat_activity where wait_event_type = 'Lock' and query like '%works_council_regulation%'")) {
            return waiting.next();
        }
    }

    @Test
    void onlyTheBoardEntersItAndOnlyInItsShape() {
        as("report-team", "regeling").body(AGREED).put(PATH).then().statusCode(403);
        as("professional", "regeling").get(PATH).then().statusCode(403);
        given().contentType("application/json").body(AGREED).put(PATH).then().statusCode(401);
        as("board", "regeling")
                .body("{\"agreedOn\":\"2999-01-01\",\"reference\":\" \",\"x\":1}")
                .put(PATH)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItems("#/agreedOn", "#/reference", "#/x"));
    }
}
