package nl.meldspoor.reporting.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meldspoor.http.SignedTokens;
import nl.meldspoor.reporting.dashboard.Told;
import nl.meldspoor.reporting.support.RealParts;
import nl.meldspoor.reporting.support.Topic;
import nl.meldspoor.terms.AmsterdamDay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Figures for those who see no cases. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(SignedTokens.class)
class StatisticsIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(60);
    private static final LocalDate TODAY = AmsterdamDay.of(NOW);

    private String organisation;
    private String council;

    @BeforeEach
    void anOrganisation() {
        organisation = "org-" + UUID.randomUUID();
        council = SignedTokens.person("gerda", organisation, "client-council");
    }

    @Test
    void showsRoundedCountsAndHidesSmallOnes() {
        // given: 12 signals of one form, 3 of another; 4 assessments
        List<Told> cases = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            cases.add(Told.opened(NOW, "MELDCODE", organisation).signal(NOW, i < 12 ? "PHYSICAL" : "NEGLECT"));
        }
        cases.subList(0, 4).forEach(told -> told.assessed(NOW, 1));
        publish(cases);

        // when
        Response answer = given().auth().oauth2(council).get("/v1/statistics");

        // then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(figure(answer, "OPENED", "ALL", "TOTAL")).containsEntry("count", 15).containsEntry("hidden", false);
        assertThat(figure(answer, "FORM", "ALL", "PHYSICAL")).containsEntry("count", 10);
        assertThat(figure(answer, "FORM", "ALL", "NEGLECT")).containsEntry("count", null).containsEntry("hidden", true);
        assertThat(figure(answer, "FORM", "ALL", "SEXUAL")).containsEntry("count", null).containsEntry("hidden", true);
        assertThat(figure(answer, "ASSESSMENT", "ALL", "TOTAL")).containsEntry("count", null);
        assertThat(answer.jsonPath().getString("queryVersion")).isEqualTo("meldspoor-statistics/1");
        assertThat(answer.jsonPath().getString("period.to")).isEqualTo(TODAY.toString());
        // no other organisation, no case, no person
        assertThat(answer.asString()).doesNotContain(cases.getFirst().story().caseId().toString());
    }

    @Test
    void groupsAreAllThereAlsoWhereNothingHappened() {
        // given
        List<Told> cases = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            cases.add(Told.opened(NOW, "MELDCODE", organisation));
        }
        publish(cases);

        // when
        Response byRoute = given().auth().oauth2(council).queryParam("groupBy", "route").get("/v1/statistics");
        Response byYear = given().auth()
                .oauth2(council)
                .queryParam("groupBy", "year")
                .queryParam("from", TODAY.minusYears(2).toString())
                .get("/v1/statistics");

        // then
        assertThat(figure(byRoute, "OPENED", "MELDCODE", "TOTAL")).containsEntry("count", 10);
        assertThat(figure(byRoute, "OPENED", "CARE_RELATION", "TOTAL")).containsEntry("hidden", true);
        assertThat(figure(byYear, "OPENED", Integer.toString(TODAY.getYear()), "TOTAL")).containsEntry("count", 10);
        assertThat(figure(byYear, "OPENED", Integer.toString(TODAY.getYear() - 2), "TOTAL")).containsEntry("hidden", true);
        for (String grouping : List.of("quarter", "half-year", "sector", "legal-framework", "client-role")) {
            assertThat(given().auth()
                            .oauth2(council)
                            .queryParam("groupBy", grouping)
                            .get("/v1/statistics")
                            .jsonPath()
                            .getString("groupBy"))
                    .isEqualTo(grouping);
        }
    }

    @Test
    void csvSaysTheSameWithTheVersionOfTheQueryOnEachLine() {
        // given
        List<Told> cases = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            cases.add(Told.opened(NOW, "MELDCODE", organisation));
        }
        publish(cases);

        // when
        Response answer = given().auth().oauth2(council).accept("text/csv").get("/v1/statistics");

        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("text/csv");
        assertThat(answer.header("Content-Disposition")).startsWith("attachment; filename=\"meldspoor-");
        List<String> lines = List.of(answer.asString().split("\r\n"));
        assertThat(lines.getFirst()).isEqualTo("measure,title,group,category,count,medianDays,from,to,queryVersion");
        assertThat(lines).anyMatch(line -> line.startsWith("OPENED,Geopende casussen,ALL,TOTAL,10,,"));
        assertThat(lines).anyMatch(line -> line.startsWith("MELDING,") && line.contains(",ALL,TOTAL,.,,"));
        assertThat(lines.subList(1, lines.size())).allMatch(line -> line.endsWith(",meldspoor-statistics/1"));
    }

    @Test
    void isForCouncilsAndForThoseWhoAnswerForTheOrganisation() {
        for (String role : List.of(
                "client-council", "works-council", "board", "attention-officer", "report-team", "supervisor", "auditor")) {
            assertThat(status(role)).as(role).isEqualTo(200);
        }
        for (String role : List.of("professional", "staff", "hr", "investigator", "police-contact", "integration")) {
            assertThat(status(role)).as(role).isEqualTo(403);
        }
        assertThat(given().auth()
                        .oauth2(SignedTokens.liaison("vt-liaison-noord", "noord"))
                        .get("/v1/statistics")
                        .statusCode())
                .isEqualTo(403);
        assertThat(given().get("/v1/statistics").statusCode()).isEqualTo(401);
        // a council sees nothing else
        for (String path : List.of("/v1/dashboard", "/v1/overview-cases", "/v1/deadlines")) {
            assertThat(given().auth().oauth2(council).get(path).statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void whatIsAskedWrongIsAllNamedAtOnce() {
        assertThat(errors(Map.of("from", "2026-02-30", "to", "tomorrow", "groupBy", "unit")))
                .containsExactly("?to", "?from", "?groupBy");
        assertThat(errors(Map.of("from", "2026-02-01", "to", "2026-01-01"))).containsExactly("?to");
        assertThat(errors(Map.of("from", "2010-01-01", "to", "2026-01-01"))).containsExactly("?to");
        assertThat(errors(Map.of("from", TODAY.plusDays(40).toString(), "to", TODAY.plusDays(50).toString())))
                .containsExactly("?from");
        assertThat(errors(Map.of("from", "1999-12-31"))).containsExactly("?from");
    }

    private int status(String role) {
        return given().auth()
                .oauth2(SignedTokens.person("elly", organisation, role))
                .get("/v1/statistics")
                .statusCode();
    }

    private List<String> errors(Map<String, String> query) {
        Response answer = given().auth().oauth2(council).queryParams(query).get("/v1/statistics");
        assertThat(answer.statusCode()).as(query.toString()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        return answer.jsonPath().getList("errors.pointer");
    }

    private static Map<String, Object> figure(Response answer, String measure, String group, String category) {
        return answer.jsonPath().<Map<String, Object>>getList("figures").stream()
                .filter(f -> f.get("measure").equals(measure)
                        && f.get("group").equals(group)
                        && f.get("category").equals(category))
                .findFirst()
                .orElseThrow(() -> new AssertionError(measure + " " + group + " " + category + " in " + answer.asString()));
    }

    private void publish(List<Told> cases) {
        try (Topic topic = new Topic()) {
            cases.forEach(told -> topic.publish(told.story().events()));
        }
        String auditor = SignedTokens.person("dirk", organisation, "auditor");
        await().atMost(SOON).untilAsserted(() -> cases.forEach(told -> assertThat(given().auth()
                        .oauth2(auditor)
                        .get("/v1/cases/" + told.story().caseId() + "/timeline")
                        .jsonPath()
                        .<Integer>get("version"))
                .isEqualTo(told.story().events().size())));
    }
}
