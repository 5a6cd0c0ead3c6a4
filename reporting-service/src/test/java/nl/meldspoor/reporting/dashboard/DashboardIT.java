package nl.meldspoor.reporting.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.events.PublishedEvent;
import nl.meldspoor.http.Caller;
import nl.meldspoor.http.Role;
import nl.meldspoor.http.SignedTokens;
import nl.meldspoor.reporting.dashboard.FigureQueries.Counting;
import nl.meldspoor.reporting.reach.Reach;
import nl.meldspoor.reporting.support.CaseStory;
import nl.meldspoor.reporting.support.RealParts;
import nl.meldspoor.reporting.support.Topic;
import nl.meldspoor.terms.AmsterdamDay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The figures of an organisation, of now and of then, and the cases behind them. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(SignedTokens.class)
class DashboardIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static final LocalDate TODAY = AmsterdamDay.of(NOW);
    private static final ObjectMapper MAPPER =
            EventJson.mapper().copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Inject
    Dashboard figures;

    @Inject
    PersonRefs refs;

    private String organisation;
    private String auditor;

    @BeforeEach
    void anOrganisation() {
        organisation = "org-" + UUID.randomUUID();
        auditor = SignedTokens.person("dirk", organisation, "auditor", "report-team");
    }

    @Test
    void theDashboardOfAMomentIsTheProjectionOfTheEventsRecordedUntilThen() {
        // given: cases of two years, that arrive in any order, and twice
        long seed = new Random().nextLong();
        System.out.println("DashboardIT seed " + seed);
        Random random = new Random(seed);
        Instant from = NOW.minus(500, ChronoUnit.DAYS);
        List<List<PublishedEvent>> cases = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            List<PublishedEvent> events = Told.random(random, from, organisation).story().events();
            // the clocks of the case-service are not ahead of ours
            cases.add(events.stream().filter(e -> e.recordedAt().isBefore(NOW)).toList());
        }
        List<PublishedEvent> all = new ArrayList<>();
        cases.forEach(all::addAll);
        cases.forEach(events -> all.addAll(events.subList(0, events.size() / 2)));
        Collections.shuffle(all, random);
        publish(all);
        awaitProjected(cases);

        // then: at any moment, at the very moments of recording, just before them, and now
        List<Instant> moments = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Instant recorded = all.get(random.nextInt(all.size())).recordedAt();
            moments.addAll(List.of(
                    recorded, recorded.minusMillis(1), from.plus(random.nextInt(500 * 24), ChronoUnit.HOURS)));
        }
        for (Instant moment : moments) {
            assertThat(Recount.of(dashboard(auditor, moment.toString())))
                    .as("seed %d at %s", seed, moment)
                    .isEqualTo(Recount.of(cases, moment));
            AsOf asOf = new AsOf(moment, false);
            Reach reach = reach("dirk", "auditor", "report-team");
            assertThat(figures.of(reach, asOf, Counting.TALLIES_AND_CHANGES))
                    .as("seed %d at %s", seed, moment)
                    .isEqualTo(figures.of(reach, asOf, Counting.ROWS));
        }
        DashboardView now = dashboard(auditor, null);
        assertThat(Recount.of(now)).as("seed %d now", seed).isEqualTo(Recount.of(cases, now.asOf()));
    }

    /** Figures are added up from tallies, or those with what changed since, or counted from rows: for everybody they are the same. */
    @Test
    void whateverPartOfTheCasesSomebodySeesHisFiguresOfNowAreThoseOfTheRows() {
        // given
        long seed = new Random().nextLong();
        System.out.println("DashboardIT seed " + seed);
        Random random = new Random(seed);
        List<List<PublishedEvent>> cases = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            cases.add(Told.random(random, NOW.minus(300, ChronoUnit.DAYS), organisation).story().events().stream()
                    .filter(e -> e.recordedAt().isBefore(NOW))
                    .toList());
        }
        cases.forEach(this::publish);
        awaitProjected(cases);

        for (String name : List.of("anna", "berend", "carel", "dirk")) {
            for (List<String> roles : List.of(
                    List.of("professional"),
                    List.of("supervisor"),
                    List.of("attention-officer"),
                    List.of("report-team"),
                    List.of("board"),
                    List.of("investigator"),
                    List.of("police-contact"),
                    List.of("auditor"),
                    List.of("professional", "investigator"),
                    List.of("supervisor", "report-team"))) {
                String token = SignedTokens.person(name, organisation, roles.toArray(String[]::new));

                // when
                DashboardView now = dashboard(token, null);

                // then
                Reach reach = reach(name, roles.toArray(String[]::new));
                assertThat(now)
                        .as("seed %d, %s as %s", seed, name, roles)
                        .isEqualTo(figures.of(reach, new AsOf(now.asOf(), false), Counting.ROWS));
                for (Instant moment : List.of(now.asOf(), NOW.minus(random.nextInt(300 * 24), ChronoUnit.HOURS))) {
                    AsOf asOf = new AsOf(moment, false);
                    assertThat(figures.of(reach, asOf, Counting.TALLIES_AND_CHANGES))
                            .as("seed %d, %s as %s at %s", seed, name, roles, moment)
                            .isEqualTo(figures.of(reach, asOf, Counting.ROWS));
                }
            }
        }
    }

    @Test
    void whoIsFoundToBeTheAccusedIsKeptOutFromThenOnAndNobodyElse() {
        // given: somebody who looked when there was nothing about him, and again when there was
        String carel = SignedTokens.person("carel", organisation, "report-team");
        assertThat(dashboard(carel, null).openCases()).isEmpty();
        Told first = Told.opened(NOW.minusSeconds(90), "CARE_RELATION", organisation).reported(TODAY, "elly");
        publish(first);
        assertThat(dashboard(carel, null).openCases()).hasSize(1);

        // when
        publish(Told.opened(NOW.minusSeconds(60), "CARE_RELATION", organisation).reported(TODAY, "carel"));

        // then
        assertThat(dashboard(carel, null).openCases()).extracting(DashboardView.OpenCases::count).containsExactly(1L);
        assertThat(dashboard(SignedTokens.person("elly", organisation, "report-team"), null).openCases())
                .extracting(DashboardView.OpenCases::count)
                .containsExactly(1L);
        assertThat(dashboard(auditor, null).openCases()).extracting(DashboardView.OpenCases::count).containsExactly(2L);
    }

    @Test
    void countsWhatStandsOpenWhatHappenedAndHowLongItTook() {
        // given
        Instant day0 = NOW.minus(30, ChronoUnit.DAYS);
        Told melding = Told.opened(day0, "MELDCODE", organisation)
                .signal(day0, "PHYSICAL")
                .recordedAt(day0.plus(2, ChronoUnit.DAYS))
                .consulted(day0.plus(2, ChronoUnit.DAYS), "VEILIG_THUIS")
                .recordedAt(day0.plus(5, ChronoUnit.DAYS))
                .assessed(day0.plus(5, ChronoUnit.DAYS), 0)
                .deviating("MEL-1")
                .melding(day0.plus(6, ChronoUnit.DAYS));
        Told help = Told.opened(day0, "MELDCODE", organisation)
                .signal(day0, "NEGLECT")
                .recordedAt(day0.plus(4, ChronoUnit.DAYS))
                .consulted(day0.plus(4, ChronoUnit.DAYS), "VEILIG_THUIS")
                .assessed(day0.plus(4, ChronoUnit.DAYS), 1);
        Told violence = Told.opened(NOW.minus(1, ChronoUnit.HOURS), "CARE_RELATION", organisation)
                .reported(TODAY.minusDays(50), "carel")
                .judged(TODAY.minusDays(1));
        publish(melding, help, violence);

        // when
        DashboardView view = dashboard(auditor, null);

        // then
        assertThat(view.openCases())
                .contains(
                        new DashboardView.OpenCases("MELDCODE", 5, "DECISIONS", 1),
                        new DashboardView.OpenCases("MELDCODE", 4, "ASSESSMENT", 1),
                        new DashboardView.OpenCases("CARE_RELATION", 4, "HEARING_AND_INVESTIGATION", 1));
        assertThat(view.leadTimes())
                .contains(new DashboardView.LeadTime("MELDCODE", 1, "SIGNALS", 2, "CONSULTATION", 2, 3.0, 3.8));
        assertThat(view.outcomes())
                .containsExactlyInAnyOrder(
                        new DashboardView.Outcome("REPORT", 1, 1), new DashboardView.Outcome("HELP", null, 1));
        assertThat(view.adviceToMelding()).isEqualTo(new DashboardView.AdviceToMelding(2, 1, 2.0));
        assertThat(view.deviations()).containsExactly(new DashboardView.Deviations("MEL-1", 1));
        assertThat(view.terms()).contains(new DashboardView.Terms("IGJ-DETERMINE", 0, 1));
        assertThat(view.period().to()).isEqualTo(TODAY);
    }

    @Test
    void aLateEntryAndACorrectionChangeNothingInThePast() {
        // given: an assessment of a month ago, recorded today and taken back an hour later
        Instant monthAgo = NOW.minus(30, ChronoUnit.DAYS);
        Told told = Told.opened(monthAgo, "MELDCODE", organisation)
                .signal(monthAgo, "PHYSICAL")
                .recordedAt(NOW.minus(2, ChronoUnit.HOURS))
                .assessed(monthAgo.plusSeconds(60), 1)
                .recordedAt(NOW.minus(1, ChronoUnit.HOURS))
                .takenBack(3);
        publish(told);

        // then
        assertThat(dashboard(auditor, NOW.minus(3, ChronoUnit.HOURS).toString()).outcomes()).isEmpty();
        assertThat(dashboard(auditor, NOW.minus(90, ChronoUnit.MINUTES).toString()).outcomes())
                .containsExactly(new DashboardView.Outcome("HELP", null, 1));
        assertThat(dashboard(auditor, null).outcomes()).isEmpty();
        assertThat(dashboard(auditor, monthAgo.minusMillis(1).toString()).openCases()).isEmpty();
        assertThat(dashboard(auditor, AmsterdamDay.of(monthAgo).toString()).openCases()).hasSize(1);
    }

    @Test
    void eachFigureOpensTheCasesItWasCountedFrom() {
        // given
        Random random = new Random(42);
        Instant from = NOW.minus(200, ChronoUnit.DAYS);
        List<Told> cases = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            cases.add(Told.random(random, from, organisation));
        }
        List<List<PublishedEvent>> known = cases.stream()
                .map(told -> told.story().events().stream().filter(e -> e.recordedAt().isBefore(NOW)).toList())
                .toList();
        known.forEach(this::publish);
        awaitProjected(known);

        for (String at : new String[] {null, NOW.minus(90, ChronoUnit.DAYS).toString()}) {
            // when
            DashboardView view = dashboard(auditor, at);

            // then
            view.openCases().forEach(f -> assertThat(listed(
                            at, Map.of("route", f.route(), "step", f.step(), "status", "OPEN")))
                    .as("%s at %s", f, at)
                    .hasSize((int) f.count()));
            view.obligations().forEach(f -> assertThat(listed(at, Map.of("obligation", f.id())))
                    .as("%s at %s", f, at)
                    .hasSize((int) f.count()));
            view.leadTimes().forEach(f -> assertThat(listed(
                            at, Map.of("route", f.route(), "leadFrom", f.fromStep())))
                    .as("%s at %s", f, at)
                    .hasSize((int) f.count()));
            view.deadlines().forEach((urgency, count) -> assertThat(listed(at, Map.of("urgency", urgency)).isEmpty())
                    .as("%s at %s", urgency, at)
                    .isEqualTo(count == 0));
            view.terms().forEach(f -> assertThat(listed(at, Map.of("term", "MISSED", "kind", f.kind())).isEmpty())
                    .as("%s at %s", f, at)
                    .isEqualTo(f.missed() == 0));
            view.outcomes().forEach(f -> assertThat(listed(at, Map.of("outcome", f.outcome())))
                    .as("%s at %s", f, at)
                    .hasSizeBetween(1, (int) f.count()));
            view.deviations().forEach(f -> assertThat(listed(at, Map.of("deviation", f.rule())))
                    .as("%s at %s", f, at)
                    .hasSizeBetween(1, (int) f.count()));
            assertThat(listed(at, Map.of("contact", "MELDING")).isEmpty())
                    .isEqualTo(view.adviceToMelding().meldingen() == 0);
        }
    }

    @Test
    void theCasesBehindAFigureAreThoseTheCallerMaySeeOneByOne() {
        // given
        Instant yesterday = NOW.minus(1, ChronoUnit.DAYS);
        publish(
                Told.opened(yesterday, "MELDCODE", organisation).signal(yesterday, "PHYSICAL"),
                Told.opened(yesterday, "CARE_RELATION", organisation).reported(TODAY, "carel"));

        // then: the board counts both routes, and opens the cases of one
        String board = SignedTokens.person("elly", organisation, "board");
        assertThat(dashboard(board, null).openCases()).hasSize(2);
        assertThat(cases(board, null, Map.of()).getList("items.route")).containsExactly("CARE_RELATION");
        // the accused finds nothing, also not in the past
        String accused = SignedTokens.person("carel", organisation, "report-team");
        for (String at : new String[] {null, NOW.minusSeconds(60).toString()}) {
            assertThat(Recount.of(dashboard(accused, at))).isEmpty();
            assertThat(cases(accused, at, Map.of()).getList("items")).isEmpty();
        }
        // another organisation and another unit neither
        String stranger = SignedTokens.person("dirk", "org-elsewhere", "auditor", "report-team", "board");
        assertThat(cases(stranger, null, Map.of()).getList("items")).isEmpty();
        String west = SignedTokens.personOfUnit("fred", organisation, "Team West", "supervisor");
        assertThat(cases(west, null, Map.of()).getList("items")).isEmpty();
        assertThat(Recount.of(dashboard(west, yesterday.plusSeconds(60).toString()))).isEmpty();
        for (String role : List.of("staff", "hr", "integration", "client-council", "works-council")) {
            assertThat(given().auth()
                            .oauth2(SignedTokens.person("elly", organisation, role))
                            .get("/v1/overview-cases")
                            .statusCode())
                    .as(role)
                    .isEqualTo(403);
        }
    }

    @Test
    void theCasesComePageByPage() {
        // given
        List<Told> cases = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            cases.add(Told.opened(NOW.minus(i / 2, ChronoUnit.DAYS).minusSeconds(60), "MELDCODE", organisation));
        }
        publish(cases.toArray(Told[]::new));
        List<String> atOnce = cases(auditor, null, Map.of()).getList("items.caseId");

        // when
        List<String> pages = new ArrayList<>();
        String next = null;
        do {
            JsonPath page = cases(
                    auditor, null, next == null ? Map.of("limit", 3) : Map.of("limit", 3, "cursor", next));
            pages.addAll(page.getList("items.caseId"));
            next = page.getString("next");
        } while (next != null);

        // then
        assertThat(atOnce).hasSize(7);
        assertThat(pages).isEqualTo(atOnce);
    }

    @Test
    void whatIsAskedWrongIsAllNamedAtOnce() {
        for (String at : List.of("yesterday", "1999-12-31", "2026-13-01", NOW.plusSeconds(600).toString(), "2026-01-01T00:00:00")) {
            assertThat(errors(given().queryParam("at", at), "/v1/dashboard")).as(at).containsExactly("?at");
        }
        assertThat(errors(
                        given().queryParam("route", "BOTH")
                                .queryParam("step", "7")
                                .queryParam("status", "open")
                                .queryParam("unit", " ")
                                .queryParam("obligation", "OB-NOTHING")
                                .queryParam("urgency", "BLUE")
                                .queryParam("kind", "IGJ")
                                .queryParam("term", "LATE")
                                .queryParam("outcome", "HELP")
                                .queryParam("norm", "2")
                                .queryParam("contact", "PHONE")
                                .queryParam("deviation", "'")
                                .queryParam("leadFrom", "6")
                                .queryParam("at", "x"),
                        "/v1/overview-cases"))
                .containsExactly(
                        "?route", "?step", "?status", "?unit", "?obligation", "?urgency", "?kind", "?term", "?norm",
                        "?contact", "?deviation", "?leadFrom", "?at");
        assertThat(errors(given().queryParam("cursor", "WyJ4IiwieSJd"), "/v1/overview-cases")).containsExactly("?cursor");
        assertThat(errors(given().queryParam("limit", "0"), "/v1/overview-cases")).containsExactly("?limit");
    }

    private List<String> errors(io.restassured.specification.RequestSpecification request, String path) {
        Response answer = request.auth().oauth2(auditor).get(path);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        return answer.jsonPath().getList("errors.pointer");
    }

    private Reach reach(String name, String... roles) {
        Set<Role> all = Stream.of(roles).map(role -> Role.of(role).orElseThrow()).collect(Collectors.toSet());
        return Reach.ofFigures(new Caller(name, Optional.of(organisation), Set.of(), Optional.empty(), all, Optional.empty()), refs);
    }

    private DashboardView dashboard(String token, String at) {
        var request = given().auth().oauth2(token);
        Response answer = (at == null ? request : request.queryParam("at", at)).get("/v1/dashboard");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        try {
            return MAPPER.readValue(answer.asString(), DashboardView.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> listed(String at, Map<String, ?> filter) {
        return cases(auditor, at, filter).getList("items.caseId", String.class);
    }

    private JsonPath cases(String token, String at, Map<String, ?> filter) {
        var request = given().auth().oauth2(token).queryParam("limit", 200).queryParams(filter);
        Response answer = (at == null ? request : request.queryParam("at", at)).get("/v1/overview-cases");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private void publish(Told... cases) {
        List<List<PublishedEvent>> events =
                List.of(cases).stream().map(Told::story).map(CaseStory::events).toList();
        events.forEach(this::publish);
        awaitProjected(events);
    }

    private void publish(List<PublishedEvent> events) {
        try (Topic topic = new Topic()) {
            topic.publish(events);
        }
    }

    private void awaitProjected(List<List<PublishedEvent>> cases) {
        await().atMost(SOON).untilAsserted(() -> cases.forEach(events -> assertThat(given().auth()
                        .oauth2(auditor)
                        .get("/v1/cases/" + events.getFirst().caseId() + "/timeline")
                        .jsonPath()
                        .<Integer>get("version"))
                .isEqualTo(events.size())));
    }
}
