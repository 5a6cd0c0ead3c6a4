package nl.meldspoor.reporting.deadlines;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.SignedTokens;
import nl.meldspoor.reporting.support.CaseStory;
import nl.meldspoor.reporting.support.RealParts;
import nl.meldspoor.reporting.support.Topic;
import nl.meldspoor.terms.AmsterdamDay;
import nl.meldspoor.terms.Application;
import nl.meldspoor.terms.BilingualText;
import nl.meldspoor.terms.DutchCalendar;
import nl.meldspoor.terms.TermKind;
import nl.meldspoor.terms.Terms;
import nl.meldspoor.terms.Urgency;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(SignedTokens.class)
class DeadlinesIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final PersonRefs REFS = RealParts.refs();
    private static final LocalDate TODAY = AmsterdamDay.of(Instant.now());

    private String organisation;
    private String board;

    @BeforeEach
    void anOrganisation() {
        organisation = "org-" + UUID.randomUUID();
        board = SignedTokens.person("dirk", organisation, "board");
    }

    @Test
    void listsTheMostUrgentFirstWithExplanation() {
        // given: six weeks from today; half gone; due today; over
        CaseStory green = discovered(TODAY);
        CaseStory amber = discovered(TODAY.minusDays(25));
        CaseStory red = discovered(TODAY.minusDays(42));
        CaseStory overdue = discovered(TODAY.minusDays(60));
        publish(green, amber, red, overdue);

        // when
        JsonPath page = list(Map.of("kind", "IGJ-DETERMINE"));

        // then
        assertThat(page.getList("items.caseId", String.class))
                .containsExactly(id(overdue), id(red), id(amber), id(green));
        assertThat(page.getList("items.urgency")).containsExactly("OVERDUE", "RED", "AMBER", "GREEN");
        assertThat(page.getList("items.state")).containsExactly("MISSED", "OPEN", "OPEN", "OPEN");
        assertThat(page.getString("next")).isNull();
        assertThat(page.getString("items[1].dueOn")).isEqualTo(TODAY.toString());
        assertThat(page.getString("items[1].startedOn")).isEqualTo(TODAY.minusDays(42).toString());
        assertThat(page.getString("items[1].kind")).isEqualTo("IGJ-DETERMINE");
        assertThat(page.getInt("items[1].workingDaysLeft")).isZero();
        assertThat(page.getInt("items[0].workingDaysLeft"))
                .isEqualTo(Urgency.workingDaysLeft(TODAY, TODAY.minusDays(18)))
                .isNegative();
        assertThat(page.getString("items[0].basis")).contains("Wkkgz art. 11");
        assertThat(page.getList("items[0].explanation", String.class).getFirst()).startsWith("De termijn begint op ");
        assertThat(page.getMap("items[0]").keySet())
                .containsExactlyInAnyOrder(
                        "caseId", "kind", "startedOn", "dueOn", "latestOn", "targetOn", "state", "urgency",
                        "workingDaysLeft", "metOn", "basis", "explanation", "obligation", "links");
        assertThat(page.getString("items[0].obligation")).isEqualTo("OB-INVESTIGATE");
        assertThat(page.getString("items[0].links.case")).isEqualTo("/v1/cases/" + id(overdue));
    }

    @Test
    void aDutyThatIsDueAtOnceIsRedOnItsDayAndOverAfterIt() {
        // given
        CaseStory today = discovered(TODAY);
        CaseStory yesterday = discovered(TODAY.minusDays(1));
        publish(today, yesterday);

        // when
        JsonPath page = list(Map.of("kind", "OB-STOP"));

        // then
        assertThat(page.getList("items.caseId", String.class)).containsExactly(id(yesterday), id(today));
        assertThat(page.getList("items.urgency")).containsExactly("OVERDUE", "RED");
        assertThat(page.getList("items.dueOn")).containsExactly(TODAY.minusDays(1).toString(), TODAY.toString());
        assertThat(page.getString("items[1].obligation")).isEqualTo("OB-STOP");
        assertThat(page.getString("items[1].basis")).contains("Leidraad");
        assertThat(page.getList("items[1].explanation", String.class)).anyMatch(line -> line.contains("geldt direct"));
    }

    @Test
    void aDateThatIGJNamedIsSaidToBeItsOwnAndTheCountedOneStaysToBeSeen() {
        // given
        LocalDate named = TODAY.plusDays(20);
        Instant asked = TODAY.atTime(12, 0).atZone(AmsterdamDay.ZONE).toInstant();
        ObjectNode facts = EventJson.mapper().createObjectNode().put("receivedAt", asked.toString())
                .put("kind", "INVESTIGATION_REQUESTED")
                .put("dueOn", named.toString());
        facts.withArray("terms").addObject()
                .put("kind", "IGJ-INVESTIGATION")
                .put("startedOn", TODAY.toString())
                .put("dueOn", named.toString())
                .put("latestOn", named.toString())
                .put("targetOn", named.toString())
                .put("calendarVersion", DutchCalendar.current().version());
        publish(discovered(TODAY).judgedViolent(TODAY).reportedToIgj(TODAY).then("IGJResponseReceived", asked, facts));

        // when
        JsonPath page = list(Map.of("kind", "IGJ-INVESTIGATION"));

        // then
        assertThat(page.getString("items[0].dueOn")).isEqualTo(named.toString());
        assertThat(page.getList("items[0].explanation", String.class))
                .isEqualTo(Terms.named(TermKind.IGJ_INVESTIGATION, TODAY, named, Application.DIRECT, DutchCalendar.current()).explanation().stream()
                        .map(BilingualText::nl)
                        .toList())
                .anyMatch(line -> line.contains("8 weken later"))
                .anyMatch(line -> line.startsWith("De IGJ noemde zelf "));
    }

    @Test
    void aDateBeyondEveryCalendarBreaksNoList() {
        // given
        CaseStory story = CaseStory.careRelation(REFS, organisation, "anna").silenced(TODAY, LocalDate.of(9999, 12, 31));
        publish(story);

        // then
        assertThat(list(Map.of("kind", "SILENCE-END")).getString("items[0].urgency")).isEqualTo("GREEN");
    }

    @Test
    void explainsInEnglishToWhoReadsEnglish() {
        // given
        publish(discovered(TODAY));

        // when
        JsonPath page = given().auth().oauth2(board).header("Accept-Language", "en-GB").get("/v1/deadlines?kind=IGJ-DETERMINE").jsonPath();

        // then
        assertThat(page.getList("items[0].explanation", String.class).getFirst()).startsWith("The term starts on ");
    }

    @Test
    void theSameDeadlinesComePageByPage() {
        // given
        List<CaseStory> stories = new ArrayList<>();
        for (int daysAgo = 0; daysAgo < 70; daysAgo += 10) {
            stories.add(discovered(TODAY.minusDays(daysAgo)).judgedViolent(TODAY.minusDays(daysAgo / 10)));
        }
        publish(stories.toArray(CaseStory[]::new));
        List<String> atOnce = keys(list(Map.of()));

        // when
        List<String> pages = new ArrayList<>();
        String next = null;
        int count = 0;
        do {
            JsonPath page = list(next == null ? Map.of("limit", "5") : Map.of("limit", "5", "cursor", next));
            pages.addAll(keys(page));
            next = page.getString("next");
            count++;
        } while (next != null);

        // then
        assertThat(atOnce).hasSizeGreaterThan(14).doesNotHaveDuplicates();
        assertThat(pages).isEqualTo(atOnce);
        assertThat(count).isEqualTo((atOnce.size() + 4) / 5);
    }

    @Test
    void aReportInTimeMeetsTheDeadlineAndALaterOneLeavesItMissed() {
        // given
        LocalDate determined = TODAY.minusDays(30);
        LocalDate due = Terms.compute(TermKind.IGJ_REPORT, determined).dueOn();
        CaseStory inTime = discovered(TODAY.minusDays(40)).judgedViolent(determined).reportedToIgj(due);
        CaseStory late = discovered(TODAY.minusDays(40)).judgedViolent(determined).reportedToIgj(due.plusDays(1));
        publish(inTime, late);

        // when
        JsonPath met = list(Map.of("kind", "IGJ-REPORT", "state", "MET"));
        JsonPath missed = list(Map.of("kind", "IGJ-REPORT", "state", "MISSED"));

        // then
        assertThat(met.getList("items.caseId", String.class)).containsExactly(id(inTime));
        assertThat(met.getString("items[0].metOn")).isEqualTo(due.toString());
        assertThat(met.getString("items[0].urgency")).isNull();
        assertThat(missed.getList("items.caseId", String.class)).containsExactly(id(late));
        assertThat(missed.getString("items[0].metOn")).isEqualTo(due.plusDays(1).toString());
        assertThat(list(Map.of("kind", "IGJ-REPORT", "state", "OPEN")).getList("items")).isEmpty();
    }

    @Test
    void filtersByUrgencyUnitAndKind() {
        // given
        CaseStory green = discovered(TODAY);
        CaseStory overdue = discovered(TODAY.minusDays(60));
        publish(green, overdue);

        // then
        assertThat(list(Map.of("urgency", "GREEN")).getList("items.caseId", String.class)).containsExactly(id(green));
        assertThat(list(Map.of("urgency", "OVERDUE", "kind", "IGJ-DETERMINE")).getList("items.caseId", String.class))
                .containsExactly(id(overdue));
        assertThat(list(Map.of("urgency", "OVERDUE", "state", "OPEN")).getList("items")).isEmpty();
        assertThat(list(Map.of("organisationUnit", "Team Oost", "kind", "IGJ-DETERMINE")).getList("items")).hasSize(2);
        assertThat(list(Map.of("organisationUnit", "Team West")).getList("items")).isEmpty();
        assertThat(list(Map.of("kind", "IGJ-REPORT")).getList("items")).isEmpty();
    }

    @Test
    void theListIsThereAsCsvToo() {
        // given
        CaseStory overdue = discovered(TODAY.minusDays(60));
        publish(overdue, discovered(TODAY));

        // when
        Response whole = csv(Map.of("kind", "IGJ-DETERMINE"));
        Response part = csv(Map.of("kind", "IGJ-DETERMINE", "limit", "1"));

        // then
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.contentType()).startsWith("text/csv");
        List<String> lines = whole.asString().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst())
                .isEqualTo("caseId,kind,obligation,startedOn,dueOn,latestOn,targetOn,state,urgency,workingDaysLeft,metOn,basis");
        assertThat(lines.get(1)).startsWith(id(overdue) + ",IGJ-DETERMINE,OB-INVESTIGATE,").contains(",MISSED,OVERDUE,-");
        assertThat(whole.header("Link")).isNull();
        assertThat(part.asString().lines()).hasSize(2);
        String next = part.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
        assertThat(given().auth().oauth2(board).accept("text/csv").urlEncodingEnabled(false).get(next).asString().lines().skip(1))
                .containsExactly(lines.get(2));
        assertThat(given().auth().oauth2(board).accept("application/pdf").get("/v1/deadlines").statusCode()).isEqualTo(406);
        assertThat(given().auth().oauth2(board).accept("*/*").get("/v1/deadlines").contentType()).startsWith("application/json");
    }

    private Response csv(Map<String, String> query) {
        return given().auth().oauth2(board).accept("text/csv").queryParams(query).get("/v1/deadlines");
    }

    @Test
    void theDashboardCountsWhatTheListsShow() {
        // given
        publish(discovered(TODAY), discovered(TODAY.minusDays(60)), discovered(TODAY.minusDays(60)).judgedViolent(TODAY));

        // when
        JsonPath figures = given().auth().oauth2(board).get("/v1/dashboard").jsonPath();

        // then
        assertThat(figures.getString("organisation")).isEqualTo(organisation);
        assertThat(Instant.parse(figures.getString("asOf"))).isAfter(Instant.now().minusSeconds(60));
        for (Urgency urgency : Urgency.values()) {
            assertThat(figures.getInt("deadlines." + urgency))
                    .as(urgency.name())
                    .isEqualTo(list(Map.of("urgency", urgency.name())).getList("items").size());
        }
        assertThat(figures.getList("openCases.count", Integer.class).stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(3);
        assertThat(figures.getList("openCases.route")).containsOnly("CARE_RELATION");
        assertThat(figures.getInt("obligations.find { it.id == 'OB-IGJ-VIOLENCE' }.count")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "kind, IGJ_REPORT", "state, open", "urgency, PURPLE", "limit, 0", "limit, 201", "limit, -1", "limit, ten",
        "cursor, nonsense", "cursor, W10", "organisationUnit, ' '"
    })
    void refusesWhatIsNotAFilter(String parameter, String value) {
        // when
        Response answer = given().auth().oauth2(board).queryParam(parameter, value).get("/v1/deadlines");

        // then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getList("errors.pointer", String.class)).containsExactly("?" + parameter);
    }

    @Test
    void namesEveryWrongFilterAtOnce() {
        // when
        Response answer = given().auth()
                .oauth2(board)
                .queryParams(Map.of("kind", "X", "state", "X", "urgency", "X"))
                .get("/v1/deadlines");

        // then
        assertThat(answer.jsonPath().getList("errors.pointer", String.class))
                .containsExactly("?kind", "?state", "?urgency");
    }

    @Test
    void calculatesATermForAnySignedInPerson() {
        // when
        Response answer = calculate(
                SignedTokens.person("elly", organisation, "client-council"),
                """
                {"kind": "IGJ-REPORT", "from": "2025-12-31"}
                """);

        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonPath term = answer.jsonPath();
        assertThat(term.getString("kind")).isEqualTo("IGJ-REPORT");
        assertThat(term.getString("from")).isEqualTo("2025-12-31");
        assertThat(term.getString("dueOn")).isEqualTo("2026-01-06");
        assertThat(term.getString("latestOn")).isEqualTo("2026-01-07");
        assertThat(term.getString("targetOn")).isEqualTo("2026-01-06");
        assertThat(term.getList("explanation", String.class)).anyMatch(line -> line.contains("besluit gelijkgestelde dagen"));
        assertThat(term.getMap("").keySet())
                .containsExactlyInAnyOrder("kind", "from", "dueOn", "latestOn", "targetOn", "basis", "explanation");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "''|2046-03-06|20 jaar|BW art. 7:454 lid 3",
                ", \"legalFramework\": \"WLZ\"|2046-03-06|20 jaar|BW art. 7:454 lid 3",
                ", \"legalFramework\": \"JEUGDWET\"|2046-03-06|20 jaar|Jeugdwet art. 7.3.8 lid 3",
                ", \"legalFramework\": \"WMO\"|2041-03-06|15 jaar|Wmo 2015 art. 5.3.4"
            },
            delimiter = '|')
    void saysHowLongARecordIsKept(String framework, String due, String years, String source) {
        // when
        JsonPath term = calculate(board, "{\"kind\": \"RETENTION\", \"from\": \"2026-03-06\"" + framework + "}").jsonPath();

        // then
        assertThat(term.getString("dueOn")).isEqualTo(due);
        assertThat(term.getString("latestOn")).isEqualTo(due);
        assertThat(term.getString("targetOn")).isEqualTo(due);
        assertThat(term.getString("basis")).isEqualTo(source);
        assertThat(term.getList("explanation", String.class))
                .anyMatch(line -> line.contains(years))
                .anyMatch(line -> line.contains("Algemene termijnenwet verschuift hem niet"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29T22:30:00Z, 2026-03-30, 2026-04-02",
        "2026-03-29T21:59:59.999Z, 2026-03-29, 2026-04-01",
        "2026-03-06T23:30:00-05:00, 2026-03-07, 2026-03-11",
        "2026-03-06, 2026-03-06, 2026-03-11"
    })
    void takesTheAmsterdamDayOfAMoment(String from, String day, String due) {
        // when
        JsonPath term = calculate(board, "{\"kind\": \"IGJ-REPORT\", \"from\": \"" + from + "\"}").jsonPath();

        // then
        assertThat(term.getString("from")).isEqualTo(day);
        assertThat(term.getString("dueOn")).isEqualTo(due);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\": \"IGJ-REPORT\", \"from\": \"2026-02-30\"}",
                "{\"kind\": \"IGJ-REPORT\", \"from\": \"2026-03-06T10:00\"}",
                "{\"kind\": \"IGJ-REPORT\", \"from\": \"1949-12-31\"}",
                "{\"kind\": \"IGJ-REPORT\", \"from\": \"9999-12-31\"}",
                "{\"kind\": \"IGJ-REPORT\", \"from\": 20260306}",
                "{\"kind\": \"IGJ-REPORT\", \"from\": null}",
                "{\"kind\": \"IGJ-REPORT\"}",
                "{\"kind\": \"DINNER\", \"from\": \"2026-03-06\"}",
                "{\"kind\": \"IGJ-REPORT\", \"from\": \"2026-03-06\", \"extra\": 1}",
                "{\"kind\": \"IGJ-REPORT\", \"from\": \"2026-03-06\", \"legalFramework\": \"WLZ\"}",
                "{\"kind\": \"RETENTION\", \"from\": \"2026-03-06\", \"legalFramework\": \"AWBZ\"}",
                "{\"kind\": \"RETENTION\", \"from\": \"2026-03-06\", \"legalFramework\": 1}",
                "[]",
                "{",
                ""
            })
    void refusesAQuestionThatIsNone(String body) {
        // when
        Response answer = calculate(board, body);

        // then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    @Test
    void refusesWhoIsNotSignedIn() {
        assertThat(given().contentType("application/json").body("{}").post("/v1/term-calculations").statusCode())
                .isEqualTo(401);
        assertThat(given().get("/v1/deadlines").statusCode()).isEqualTo(401);
        assertThat(given().get("/v1/dashboard").statusCode()).isEqualTo(401);
    }

    @Test
    void describesItselfWithoutToken() {
        // when
        Response answer = given().get("/v1/openapi.json");

        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("API-Version")).isNotBlank();
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        JsonPath description = answer.jsonPath();
        assertThat(description.getString("openapi")).startsWith("3.0.");
        assertThat(description.getString("servers[0].url")).endsWith("/v1");
        assertThat(description.getMap("paths").keySet().stream().map(Object::toString))
                .contains("/cases/{caseId}/timeline", "/dashboard", "/deadlines", "/term-calculations", "/openapi.json");
        assertThat(description.getMap("paths.'/deadlines'.get.responses").keySet().stream().map(Object::toString))
                .contains("200", "default");
        assertThat(description.getString("paths.'/deadlines'.get.parameters.find { it.name == 'limit' }.schema.type"))
                .isEqualTo("integer");
    }

    private CaseStory discovered(LocalDate day) {
        return CaseStory.careRelation(REFS, organisation, "anna").reported("berend", "carel", day);
    }

    private void publish(CaseStory... stories) {
        try (Topic topic = new Topic()) {
            for (CaseStory story : stories) {
                topic.publish(story.events());
            }
        }
        for (CaseStory story : stories) {
            await().atMost(SOON).untilAsserted(() -> assertThat(given().auth()
                            .oauth2(board)
                            .get("/v1/cases/" + story.caseId() + "/timeline")
                            .jsonPath()
                            .<Integer>get("version"))
                    .isEqualTo(story.events().size()));
        }
    }

    private JsonPath list(Map<String, String> query) {
        Response answer = given().auth().oauth2(board).queryParams(query).get("/v1/deadlines");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.jsonPath();
    }

    private static Response calculate(String token, String body) {
        RequestSpecification request = given().auth().oauth2(token).contentType("application/json");
        return (body.isEmpty() ? request : request.body(body)).post("/v1/term-calculations");
    }

    private static List<String> keys(JsonPath page) {
        List<Map<String, Object>> items = page.getList("items");
        return items.stream().map(i -> i.get("caseId") + " " + i.get("kind")).toList();
    }

    private static String id(CaseStory story) {
        return story.caseId().toString();
    }
}
