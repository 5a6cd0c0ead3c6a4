package nl.meldspoor.reporting.reach;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.SignedTokens;
import nl.meldspoor.reporting.support.CaseStory;
import nl.meldspoor.reporting.support.RealParts;
import nl.meldspoor.reporting.support.Topic;
import nl.meldspoor.terms.AmsterdamDay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sees a case, at every door of this service: the list of deadlines, the timeline, the figures. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(SignedTokens.class)
class ReachIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final PersonRefs REFS = RealParts.refs();
    private static final LocalDate TODAY = AmsterdamDay.of(Instant.now());

    /** An organisation of its own per test, so that its figures are its own too. */
    private String organisation;

    @BeforeEach
    void anOrganisation() {
        organisation = "org-" + UUID.randomUUID();
    }

    @Test
    void aCareRelationCaseIsSeenByWhoReceivedItTheTeamTheBoardAndTheAuditor() {
        // given
        CaseStory story = published(CaseStory.careRelation(REFS, organisation, "anna").reported("berend", "carel", TODAY));

        // then
        for (String sees : List.of("report-team", "board", "auditor")) {
            assertSees(token("dirk", sees), story);
        }
        assertSees(token("berend", "supervisor"), story);
        assertSees(token("berend", "attention-officer"), story);
        assertSeesNothing(token("elly", "supervisor"), story);
        assertSeesNothing(token("elly", "attention-officer"), story);
        assertSeesNothing(token("anna", "professional"), story);
        assertSeesNothing(token("berend", "professional"), story);
        assertSeesNothing(token("elly", "investigator"), story);
        assertSeesNothing(token("elly", "police-contact"), story);
    }

    @Test
    void theAccusedNeverSeesTheCaseWhateverElseHeIs() {
        // given
        CaseStory story = published(CaseStory.careRelation(REFS, organisation, "anna").reported("carel", "Carel", TODAY));

        // then: he even received the report himself
        for (String role : List.of("report-team", "board", "auditor", "supervisor", "attention-officer")) {
            assertSeesNothing(token("carel", role), story);
            assertSeesNothing(token("CAREL", role), story);
        }
        assertSees(token("dirk", "report-team"), story);
    }

    @Test
    void anAccusedWhoIsNotKnownYetKeepsEverybodyOutButTeamAndBoard() {
        // given
        CaseStory story = published(CaseStory.careRelation(REFS, organisation, "anna").reported("berend", null, TODAY));

        // then
        assertSees(token("dirk", "report-team"), story);
        assertSees(token("dirk", "board"), story);
        assertSeesNothing(token("berend", "supervisor"), story);
        assertSeesNothing(token("berend", "attention-officer"), story);
        assertSeesNothing(token("dirk", "auditor"), story);
    }

    @Test
    void anAccusedLinkedInOneReportStaysOutWhileAnotherReportNamesNobody() {
        // given
        CaseStory story = published(CaseStory.careRelation(REFS, organisation, "anna")
                .reported("berend", "carel", TODAY)
                .reported("berend", null, TODAY));

        // then
        assertSees(token("dirk", "report-team"), story);
        assertSeesNothing(token("carel", "report-team"), story);
        assertSeesNothing(token("carel", "board"), story);
    }

    @Test
    void whoIsExcludedSeesNothing() {
        // given
        CaseStory story =
                published(CaseStory.careRelation(REFS, organisation, "anna", "dirk").reported("berend", "carel", TODAY));

        // then
        assertSeesNothing(token("dirk", "report-team"), story);
        assertSeesNothing(token("Dirk", "board"), story);
        assertSees(token("elly", "report-team"), story);
    }

    @Test
    void anotherOrganisationSeesNothing() {
        // given
        CaseStory story = published(CaseStory.careRelation(REFS, organisation, "anna").reported("berend", "carel", TODAY));

        // then
        String stranger = SignedTokens.person("dirk", "org-elsewhere", "report-team", "board", "auditor");
        assertSeesNothing(stranger, story);
    }

    @Test
    void aMeldcodeCaseIsSeenByWhoOpenedItItsUnitTheAttentionOfficerAndTheAuditor() {
        // given: a MELDCODE case has no terms in this build, so its doors are the timeline and the figures
        CaseStory story = published(CaseStory.meldcode(REFS, organisation, "anna", "Team Oost").signal());

        // then
        for (String sees : List.of(
                token("anna", "professional"),
                SignedTokens.personOfUnit("elly", organisation, "Team Oost", "supervisor"),
                token("elly", "attention-officer"),
                token("elly", "auditor"))) {
            assertThat(timeline(sees, story).statusCode()).isEqualTo(200);
            assertThat(openCases(sees)).isEqualTo(1);
        }
        for (String not : List.of(
                token("elly", "professional"),
                SignedTokens.personOfUnit("elly", organisation, "Team West", "supervisor"),
                token("elly", "report-team"))) {
            assertThat(timeline(not, story).statusCode()).isEqualTo(404);
            assertThat(openCases(not)).isZero();
        }
        // the board sees figures of both routes, and of MELDCODE nothing else
        assertThat(timeline(token("elly", "board"), story).statusCode()).isEqualTo(404);
        assertThat(openCases(token("elly", "board"))).isEqualTo(1);
    }

    @Test
    void rolesWithoutCasesAreRefusedBeforeAnythingIsLookedUp() {
        for (String role : List.of("staff", "hr", "integration", "client-council", "works-council")) {
            for (String path : List.of("/v1/deadlines", "/v1/dashboard", "/v1/cases/" + UUID.randomUUID() + "/timeline")) {
                Response answer = given().auth().oauth2(token("elly", role)).get(path);

                assertThat(answer.statusCode()).as("%s %s", role, path).isEqualTo(403);
                assertThat(answer.contentType()).startsWith("application/problem+json");
            }
        }
        assertThat(given().auth()
                        .oauth2(SignedTokens.liaison("vt-liaison-noord", "noord"))
                        .get("/v1/deadlines")
                        .statusCode())
                .isEqualTo(403);
    }

    private CaseStory published(CaseStory story) {
        try (Topic topic = new Topic()) {
            topic.publish(story.events());
        }
        String everything = SignedTokens.person("nobody-in-particular", organisation, "board", "auditor", "attention-officer");
        await().atMost(SOON).untilAsserted(() -> {
            Response answer = timeline(everything, story);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.jsonPath().getInt("version")).isEqualTo(story.events().size());
        });
        return story;
    }

    private void assertSees(String token, CaseStory story) {
        assertThat(timeline(token, story).statusCode()).isEqualTo(200);
        assertThat(casesWithDeadlines(token)).contains(story.caseId().toString());
        assertThat(openCases(token)).isEqualTo(1);
    }

    private void assertSeesNothing(String token, CaseStory story) {
        Response timeline = timeline(token, story);
        assertThat(timeline.statusCode()).isEqualTo(404);
        assertThat(timeline.contentType()).startsWith("application/problem+json");
        assertThat(casesWithDeadlines(token)).doesNotContain(story.caseId().toString());
        assertThat(openCases(token)).isZero();
        assertThat(dashboard(token).jsonPath().getList("obligations")).isEmpty();
        assertThat(dashboard(token).jsonPath().getMap("deadlines", String.class, Integer.class).values())
                .containsOnly(0);
    }

    private static List<String> casesWithDeadlines(String token) {
        List<String> cases = new ArrayList<>();
        String next = null;
        do {
            var request = given().auth().oauth2(token).queryParam("limit", 200);
            var answer = (next == null ? request : request.queryParam("cursor", next)).get("/v1/deadlines");
            assertThat(answer.statusCode()).isEqualTo(200);
            cases.addAll(answer.jsonPath().getList("items.caseId", String.class));
            next = answer.jsonPath().getString("next");
        } while (next != null);
        return cases;
    }

    private static int openCases(String token) {
        return dashboard(token).jsonPath().getList("openCases.count", Integer.class).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static Response dashboard(String token) {
        Response answer = given().auth().oauth2(token).get("/v1/dashboard");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private static Response timeline(String token, CaseStory story) {
        return given().auth().oauth2(token).get("/v1/cases/" + story.caseId() + "/timeline");
    }

    private String token(String user, String... roles) {
        return SignedTokens.person(user, organisation, roles);
    }
}
