package nl.meldspoor.acceptance;

import static nl.meldspoor.acceptance.People.BOARD;
import static nl.meldspoor.acceptance.People.CLIENT_COUNCIL;
import static nl.meldspoor.acceptance.People.REPORT_TEAM;
import static nl.meldspoor.acceptance.Problems.assertErrorsAt;
import static nl.meldspoor.acceptance.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Terms are counted as the worked examples count them, and a deadline has the colour of the days that are left. */
class DeadlineIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @ParameterizedTest(name = "{0}: {1} from {2} to {3}")
    @CsvSource({
        // number, kind, from, due, latest, target
        "1,  IGJ-REPORT,    2026-03-02, 2026-03-05, 2026-03-05, 2026-03-05",
        "2,  IGJ-REPORT,    2026-03-06, 2026-03-11, 2026-03-11, 2026-03-11",
        "3,  IGJ-REPORT,    2026-03-07, 2026-03-11, 2026-03-11, 2026-03-11",
        "4,  IGJ-REPORT,    2026-12-23, 2026-12-29, 2026-12-29, 2026-12-29",
        "5,  IGJ-REPORT,    2026-12-29, 2027-01-04, 2027-01-04, 2027-01-04",
        "6,  IGJ-REPORT,    2025-12-31, 2026-01-06, 2026-01-07, 2026-01-06",
        "7,  IGJ-REPORT,    2024-12-24, 2024-12-31, 2025-01-02, 2024-12-31",
        "8,  IGJ-REPORT,    2026-04-01, 2026-04-08, 2026-04-08, 2026-04-08",
        "9,  IGJ-REPORT,    2025-04-24, 2025-04-29, 2025-04-29, 2025-04-29",
        "10, IGJ-REPORT,    2026-04-24, 2026-04-30, 2026-04-30, 2026-04-30",
        "11, IGJ-REPORT,    2026-05-04, 2026-05-08, 2026-05-08, 2026-05-08",
        "12, IGJ-REPORT,    2026-05-12, 2026-05-18, 2026-05-19, 2026-05-18",
        "13, IGJ-REPORT,    2026-05-22, 2026-05-28, 2026-05-28, 2026-05-28",
        "14, IGJ-REPORT,    2028-04-26, 2028-05-02, 2028-05-03, 2028-05-02",
        "15, IGJ-DETERMINE, 2026-02-17, 2026-03-31, 2026-03-31, 2026-03-31",
        "16, IGJ-DETERMINE, 2026-02-28, 2026-04-11, 2026-04-11, 2026-04-10",
        "17, IGJ-DETERMINE, 2026-02-20, 2026-04-03, 2026-04-03, 2026-04-02",
    })
    void theWorkedExamplesComeOut(int number, String kind, String from, String due, String latest, String target) {
        // when
        JsonNode term = calculation(kind, from).expect(200).json();

        // then
        assertThat(term.get("kind").asText()).isEqualTo(kind);
        assertThat(term.get("from").asText()).isEqualTo(from);
        assertThat(term.get("dueOn").asText()).isEqualTo(due);
        assertThat(term.get("latestOn").asText()).isEqualTo(latest);
        assertThat(term.get("targetOn").asText()).isEqualTo(target);
        assertThat(term.get("basis").asText()).isNotBlank();
        assertThat(term.get("explanation")).isNotEmpty();
    }

    @Test
    void theAmsterdamDayOfAMomentCounts() {
        // when
        JsonNode term = calculation("IGJ-REPORT", "2026-03-29T22:30:00Z").expect(200).json();

        // then
        assertThat(term.get("from").asText()).isEqualTo("2026-03-30");
        assertThat(term.get("dueOn").asText()).isEqualTo("2026-04-02");
    }

    @Test
    void aTermThatCannotBeCountedIsRefused() {
        assertErrorsAt(calculation("IGJ-NEVER", "2026-03-02").send(), "#/kind");
        assertErrorsAt(calculation("IGJ-REPORT", "2026-02-30").send(), "#/from");
        assertProblem(
                CLIENT_COUNCIL.post(Service.REPORTING, "/v1/term-calculations", "{\"kind\": \"IGJ-REPORT\"}").send(), 400);
        assertProblem(CLIENT_COUNCIL.post(Service.REPORTING, "/v1/term-calculations", "{").send(), 400);
    }

    private static Call calculation(String kind, String from) {
        return CLIENT_COUNCIL.post(
                Service.REPORTING, "/v1/term-calculations", "{\"kind\": \"%s\", \"from\": \"%s\"}".formatted(kind, from));
    }

    /** Six weeks from the discovery; the colours by the days that are left, counted on this very day. */
    @ParameterizedTest(name = "discovered {0} days ago: {1}")
    @CsvSource({"1, GREEN", "20, GREEN", "22, AMBER", "38, AMBER_OR_RED", "42, RED", "43, OVERDUE", "60, OVERDUE"})
    void theSixWeeksHaveTheColourOfTheDaysThatAreLeft(int daysAgo, String colour) {
        // given
        CaseFile file = REPORT_TEAM.open(Entries.careRelation());

        // when
        file.record(
                "internal-reports",
                Entries.internalReportOnNobody()
                        .with("discoveredAt", When.noonDaysAgo(daysAgo))
                        .with("reportedAt", When.noonDaysAgo(daysAgo)));

        // then
        JsonNode deadline = deadline(file, "IGJ-DETERMINE");
        LocalDate due = When.today().minusDays(daysAgo).plusDays(42);
        assertThat(deadline.get("startedOn").asText()).isEqualTo(When.daysAgo(daysAgo));
        assertThat(deadline.get("dueOn").asText()).isEqualTo(due.toString());
        assertThat(deadline.get("urgency").asText()).isIn((Object[]) colour.split("_OR_"));
        assertThat(deadline.get("metOn").isNull()).isTrue();
        assertThat(deadline.get("explanation")).isNotEmpty();
        if (daysAgo > 42) {
            assertThat(deadline.get("workingDaysLeft").asInt()).isNegative();
        }
        assertThat(file.read().get("deadlines"))
                .anySatisfy(d -> {
                    assertThat(d.get("kind").asText()).isEqualTo("IGJ-DETERMINE");
                    assertThat(d.get("dueOn").asText()).isEqualTo(due.toString());
                    assertThat(d.get("state")).isEqualTo(deadline.get("state"));
                });
    }

    @Test
    void aCalamityReportedInTimeIsMet() {
        // given
        CaseFile file = calamity(20);

        // when
        file.record("igj-reports", Entries.igjReport("CALAMITY").with("filedAt", When.noonDaysAgo(19)));

        // then
        await().atMost(SOON).untilAsserted(
                () -> assertThat(deadline(file, "IGJ-REPORT").get("state").asText()).isEqualTo("MET"));
        assertThat(deadline(file, "IGJ-REPORT").get("metOn").asText()).isEqualTo(When.daysAgo(19));
        assertThat(deadline(file, "IGJ-DETERMINE").get("state").asText()).isEqualTo("MET");
        assertThat(file.obligations("MET")).contains("OB-IGJ-CALAMITY", "OB-INVESTIGATE");
        assertThat(file.read().get("deadlines")).allSatisfy(d -> assertThat(d.get("state").asText()).isEqualTo("MET"));
    }

    @Test
    void aCalamityReportedTooLateStaysMissed() {
        // given
        CaseFile file = calamity(20);

        // when
        file.record("igj-reports", Entries.igjReport("CALAMITY").with("filedAt", When.noonDaysAgo(2)));

        // then
        await().atMost(SOON).untilAsserted(
                () -> assertThat(deadline(file, "IGJ-REPORT").get("metOn").asText()).isEqualTo(When.daysAgo(2)));
        assertThat(deadline(file, "IGJ-REPORT").get("state").asText()).isEqualTo("MISSED");
    }

    @Test
    void aCalamityOfTodayIsDueInThreeWorkingDaysByTheSameCountAsTheCalculation() {
        // given
        CaseFile file = calamity(1);

        // when
        JsonNode deadline = deadline(file, "IGJ-REPORT");

        // then
        JsonNode counted = calculation("IGJ-REPORT", When.daysAgo(1)).expect(200).json();
        assertThat(deadline.get("dueOn")).isEqualTo(counted.get("dueOn"));
        assertThat(deadline.get("latestOn")).isEqualTo(counted.get("latestOn"));
        assertThat(deadline.get("state").asText()).isEqualTo("OPEN");
        assertThat(deadline.get("workingDaysLeft").asInt()).isBetween(2, 3);
    }

    @Test
    void theMostUrgentDeadlinesComeFirstAndPagesJoin() {
        // given
        calamity(30);
        CaseFile youngest = REPORT_TEAM.open(Entries.careRelation()).with("internal-reports", Entries.internalReportOnNobody());
        deadline(youngest, "IGJ-DETERMINE");

        // when
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Answer page = BOARD.get(Service.REPORTING, "/v1/deadlines?state=OPEN&limit=5" + cursor).expect(200);
            assertThat(CaseFile.items(page)).hasSizeLessThanOrEqualTo(5);
            all.addAll(CaseFile.items(page));
            cursor = page.at("/next").isNull() ? null : "&cursor=" + page.at("/next").asText();
        }

        // then
        assertThat(all).extracting(d -> d.get("caseId").asText() + d.get("kind").asText() + d.get("dueOn").asText()).doesNotHaveDuplicates();
        assertThat(all).extracting(d -> d.get("dueOn").asText()).isSorted();
        assertThat(all).allSatisfy(d -> assertThat(d.get("state").asText()).isEqualTo("OPEN"));
        assertThat(all).extracting(d -> d.get("caseId").asText()).contains(youngest.id());
    }

    @Test
    void deadlinesAreFilteredByKindStateAndUrgency() {
        // given
        CaseFile late = REPORT_TEAM
                .open(Entries.careRelation())
                .with("internal-reports", Entries.internalReportOnNobody().with("discoveredAt", When.noonDaysAgo(50)));
        deadline(late, "IGJ-DETERMINE");

        // then
        for (String query : List.of("urgency=OVERDUE", "kind=IGJ-DETERMINE", "urgency=OVERDUE&kind=IGJ-DETERMINE", "organisationUnit=Team%20Oost")) {
            assertThat(Pages.all(BOARD, Service.REPORTING, "/v1/deadlines?limit=200&" + query))
                    .as(query)
                    .anyMatch(deadline -> deadline.get("caseId").asText().equals(late.id()));
        }
        for (String query : List.of("urgency=GREEN", "kind=IGJ-REPORT", "state=MET", "organisationUnit=Team%20Nergens")) {
            assertThat(Pages.all(BOARD, Service.REPORTING, "/v1/deadlines?limit=200&" + query))
                    .as(query)
                    .noneMatch(deadline -> deadline.get("caseId").asText().equals(late.id()));
        }
        for (String query : List.of("urgency=PINK", "kind=NEVER", "state=MAYBE")) {
            assertProblem(BOARD.get(Service.REPORTING, "/v1/deadlines?" + query).send(), 400);
        }
    }

    @Test
    void aTermThatRunsOutIsSaidOnTheTopicOnceAndNothingPersonal() {
        // given: the term began on the earliest day on which it is not over yet
        int daysAgo = 10;
        while (LocalDate.parse(dueOn("IGJ-REPORT", When.daysAgo(daysAgo))).isBefore(When.today())) {
            daysAgo--;
        }
        String due = dueOn("IGJ-REPORT", When.daysAgo(daysAgo));
        CaseFile file = calamity(daysAgo);

        // then
        Topic.Message approached = await().atMost(SOON.multipliedBy(3))
                .until(() -> said(file, "IGJ-REPORT"), said -> said.size() == 1)
                .getFirst();
        assertThat(approached.headers().keySet())
                .containsExactly(
                        "content-type", "ce_specversion", "ce_id", "ce_type", "ce_source", "ce_subject", "ce_time", "ce_sequence",
                        "ce_sequencetype", "ce_partitionkey");
        assertThat(approached.headers())
                .containsEntry("ce_type", "nl.meldspoor.deadlines.deadline-approached.v1")
                .containsEntry("ce_subject", file.id());
        JsonNode value = approached.body().json();
        assertThat(value.fieldNames())
                .toIterable()
                .containsExactly("organisation", "caseId", "obligation", "kind", "dueOn", "rung", "workingDaysLeft");
        assertThat(value.get("organisation").asText()).isEqualTo("de-linde");
        assertThat(value.get("obligation").asText()).isEqualTo("OB-IGJ-CALAMITY");
        assertThat(value.get("dueOn").asText()).isEqualTo(due);
        assertThat(value.get("rung").asText()).isIn("ONE_WORKING_DAY", "DUE_DAY");
        assertThat(value.get("workingDaysLeft").asInt()).isBetween(0, 1);

        // when
        file.record("igj-reports", Entries.igjReport("CALAMITY").with("filedAt", When.noonDaysAgo(1)));

        // then
        await().atMost(SOON.multipliedBy(3))
                .untilAsserted(() -> assertThat(said(file, "IGJ-REPORT"))
                        .extracting(m -> m.headers().get("ce_type"))
                        .containsExactly(
                                "nl.meldspoor.deadlines.deadline-approached.v1", "nl.meldspoor.deadlines.deadline-met.v1"));
    }

    private static List<Topic.Message> said(CaseFile file, String kind) {
        return Topic.of(Topic.DEADLINE_EVENTS, file).stream()
                .filter(m -> m.body().json().get("kind").asText().equals(kind))
                .toList();
    }

    private static String dueOn(String kind, String from) {
        return calculation(kind, from).expect(200).json().get("dueOn").asText();
    }

    private static CaseFile calamity(int daysAgo) {
        return REPORT_TEAM
                .open(Entries.careRelation())
                .with("internal-reports", Entries.internalReportOnNobody()
                        .with("discoveredAt", When.noonDaysAgo(daysAgo + 3L))
                        .with("reportedAt", When.noonDaysAgo(daysAgo + 2L)))
                .with("judgements", Entries.judgement("CALAMITY").with("determinedAt", When.noonDaysAgo(daysAgo)));
    }

    /** That deadline of that case, once the tracker has it. */
    private static JsonNode deadline(CaseFile file, String kind) {
        return await().atMost(SOON).until(
                () -> Pages.all(BOARD, Service.REPORTING, "/v1/deadlines?limit=200&kind=" + kind).stream()
                        .filter(d -> d.get("caseId").asText().equals(file.id()))
                        .findFirst()
                        .orElse(null),
                java.util.Objects::nonNull);
    }
}
