package nl.meldspoor.cases.rest;

import static io.restassured.RestAssured.given;
import static nl.meldspoor.cases.rest.Told.by;
import static nl.meldspoor.cases.rest.Told.byProfessional;
import static nl.meldspoor.cases.rest.Told.byReportTeam;
import static nl.meldspoor.cases.rest.Told.internalReport;
import static nl.meldspoor.cases.rest.Told.open;
import static nl.meldspoor.cases.rest.Told.signal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import nl.meldspoor.cases.support.CaseParts;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.http.SignedTokens;
import org.junit.jupiter.api.Test;

/** The course of a case, and what each entry changed. */
@QuarkusTest
@QuarkusTestResource(SignedTokens.class)
@QuarkusTestResource(CaseParts.class)
class ChangesIT {

    private static RequestSpecification auditor() {
        return by("de-linde-auditor", "auditor");
    }

    private static JsonNode json(RequestSpecification who, String path) {
        try {
            return EventJson.mapper().readTree(who.get(path).then().statusCode(200).extract().asString());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String reported() {
        var id = open(byReportTeam(), "CARE_RELATION");
        byReportTeam().body(signal()).post("/v1/cases/" + id + "/signals").then().statusCode(201);
        byReportTeam().body(internalReport("somebody-else")).post("/v1/cases/" + id + "/internal-reports").then().statusCode(201);
        return id;
    }

    private static List<JsonNode> differing(JsonNode of, JsonNode other, String part) {
        List<JsonNode> others = new ArrayList<>();
        other.path(part).forEach(others::add);
        List<JsonNode> differing = new ArrayList<>();
        of.path(part).forEach(element -> {
            if (!others.contains(element)) {
                differing.add(element);
            }
        });
        return differing;
    }

    @Test
    void anEntryChangedWhatDiffersBetweenTheCaseBeforeItAndAfterIt() {
        // given
        var id = reported();
        var path = "/v1/cases/" + id;

        // when
        JsonNode items = json(auditor(), path + "/changes").get("items");

        // then
        assertThat(items).hasSize(3);
        for (int sequence = 1; sequence <= 3; sequence++) {
            JsonNode told = items.get(sequence - 1);
            JsonNode before = sequence == 1 ? EventJson.mapper().createObjectNode() : json(auditor(), path + "?version=" + (sequence - 1));
            JsonNode after = json(auditor(), path + "?version=" + sequence);
            assertThat(told.get("sequence").asInt()).isEqualTo(sequence);
            for (String part : List.of("steps", "obligations", "deadlines")) {
                assertThat(told.at("/before/" + part)).as("%d before %s", sequence, part).containsExactlyElementsOf(differing(before, after, part));
                assertThat(told.at("/after/" + part)).as("%d after %s", sequence, part).containsExactlyElementsOf(differing(after, before, part));
            }
        }
        assertThat(items.get(2).at("/after/deadlines").findValuesAsText("kind")).contains("IGJ-DETERMINE");
    }

    @Test
    void theCourseSaysWhatHappenedWhenAndOpensNothing() {
        // given
        var path = "/v1/cases/" + reported();

        // when
        JsonNode course = json(byReportTeam(), path + "/course").get("items");

        // then: the same as the events say, without content
        JsonNode events = json(byReportTeam(), path + "/events").get("items");
        assertThat(course).hasSize(3);
        for (int i = 0; i < 3; i++) {
            for (String member : List.of("sequence", "type", "occurredAt", "recordedAt", "late", "deviatedFrom")) {
                assertThat(course.get(i).get(member)).as(member).isEqualTo(events.get(i).get(member));
            }
        }
        assertThat(course.toString()).doesNotContain("Geheimpje", "de-linde-report-team");
        auditor().get(path + "/access-log").then().body("items.what", hasItem("course"));
    }

    @Test
    void whoSeesHisOwnEntriesOnlySeesTheCourseOfThese() {
        // given
        var id = open(byProfessional(), "CARE_RELATION");
        byReportTeam().body(internalReport("de-linde-supervisor")).post("/v1/cases/" + id + "/internal-reports").then().statusCode(201);
        var path = "/v1/cases/" + id + "/course";

        // then
        byProfessional().get(path).then().statusCode(200).body("items.sequence", is(List.of(1)));
        by("de-linde-supervisor", "supervisor", "report-team").get(path).then().statusCode(404);
        given().auth().oauth2(SignedTokens.person("waterland-auditor", "waterland", "auditor")).get(path).then().statusCode(404);
    }

    @Test
    void theyComePageByPage() {
        var path = "/v1/cases/" + reported() + "/changes";

        auditor().get(path + "?limit=2").then().body("items.sequence", is(List.of(1, 2))).body("next", is("2"));
        auditor().get(path + "?after=2&limit=2").then().body("items.sequence", is(List.of(3))).body("next", nullValue());
        auditor().get(path + "?after=99").then().statusCode(200).body("items", hasSize(0)).body("next", nullValue());
        auditor().get(path + "?after=x").then().statusCode(400).body("errors.pointer", hasItem("?after"));
        auditor().get(path + "?limit=0").then().statusCode(400);
        auditor().get("/v1/cases/" + path.split("/")[3] + "/access-log").then().body("items.what", hasItem("changes"));
    }

    @Test
    void whoSeesHisOwnEntriesOnlyTheAccusedAndStrangersFindNothing() {
        // given: a case that a professional opened and the team took over, about somebody
        var id = open(byProfessional(), "CARE_RELATION");
        byReportTeam().body(internalReport("de-linde-supervisor")).post("/v1/cases/" + id + "/internal-reports").then().statusCode(201);
        var path = "/v1/cases/" + id + "/changes";

        // then
        byReportTeam().get(path).then().statusCode(200).body("items", hasSize(2));
        byProfessional().get("/v1/cases/" + id).then().statusCode(200);
        byProfessional().get(path).then().statusCode(404);
        by("de-linde-supervisor", "supervisor", "report-team").get(path).then().statusCode(404);
        by("de-linde-hr", "hr").get(path).then().statusCode(404);
        given().auth().oauth2(SignedTokens.person("waterland-auditor", "waterland", "auditor")).get(path).then().statusCode(404);
        given().get(path).then().statusCode(401);
    }
}
