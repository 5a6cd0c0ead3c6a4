package nl.meldspoor.acceptance;

import static nl.meldspoor.acceptance.People.ATTENTION_OFFICER;
import static nl.meldspoor.acceptance.People.AUDITOR;
import static nl.meldspoor.acceptance.People.BOARD;
import static nl.meldspoor.acceptance.People.INTEGRATION;
import static nl.meldspoor.acceptance.People.PROFESSIONAL;
import static nl.meldspoor.acceptance.People.REPORT_TEAM;
import static nl.meldspoor.acceptance.People.SUPERVISOR;
import static nl.meldspoor.acceptance.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever is the accused never sees the case, through any door, whatever else he is, from the moment that is known. */
class AccusedIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void whoOpenedTheCaseLosesItWhenHeTurnsOutToBeTheAccused() {
        // given
        Body opening = Entries.careRelation();
        String key = "accused-" + UUID.randomUUID();
        CaseFile file = CaseFile.opened(PROFESSIONAL, PROFESSIONAL.post("/v1/cases", opening).key(key).expect(201));
        Body signal = Entries.signal();
        file.entry("signals", signal).key(key + "s").expect(201);

        // when
        file.as(REPORT_TEAM).record("internal-reports", Entries.internalReport().with("accusedUser", "de-linde-professional"));

        // then
        assertProblem(PROFESSIONAL.get(file.path()).send(), 404);
        assertProblem(PROFESSIONAL.get(file.path() + "?version=1").send(), 404);
        assertProblem(PROFESSIONAL.get(file.path() + "/events/1").send(), 404);
        assertProblem(file.entry("signals", signal).key(key + "s").send(), 404);
        assertProblem(file.entry("signals?dryRun=true", signal).send(), 404);
        Answer replayed = PROFESSIONAL.post("/v1/cases", opening).key(key).send();
        assertThat(replayed.status()).as("opening again: %s", replayed.text()).isNotEqualTo(201);
        assertThat(replayed.text()).doesNotContain(file.id());
        assertProblem(INTEGRATION.get(file.path()).onBehalfOf("de-linde-professional").send(), 404);
        assertProblem(INTEGRATION.get(file.path()).onBehalfOf("De-Linde-Professional").send(), 404);
        assertThat(PROFESSIONAL.get("/v1/cases?limit=200").expect(200).text()).doesNotContain(file.id());
    }

    @Test
    void aSecondReportThatNamesTheAccusedOpensTheCaseForTheOthersAndNotForHim() {
        // given
        CaseFile file = REPORT_TEAM
                .open(Entries.careRelation())
                .with("internal-reports", Entries.internalReport().with("receivedByUser", "de-linde-attention-officer"));
        assertProblem(AUDITOR.get(file.path()).send(), 404);
        assertProblem(ATTENTION_OFFICER.get(file.path()).send(), 404);

        // when
        file.record("internal-reports", Entries.internalReport()
                .with("accusedUser", "de-linde-supervisor")
                .with("receivedByUser", "de-linde-supervisor"));

        // then
        AUDITOR.get(file.path()).expect(200);
        ATTENTION_OFFICER.get(file.path()).expect(200);
        assertProblem(SUPERVISOR.get(file.path()).send(), 404);
        await().atMost(SOON).until(() -> ATTENTION_OFFICER
                        .get(Service.REPORTING, file.path() + "/timeline")
                        .send()
                        .status()
                == 200);
        assertThat(SUPERVISOR.get(Service.REPORTING, file.path() + "/timeline").send().status()).isEqualTo(404);
    }

    @Test
    void theAccusedRuledOutOpensTheCaseToo() {
        // given
        CaseFile file = REPORT_TEAM.open(Entries.careRelation()).with("internal-reports", Entries.internalReport());
        assertProblem(AUDITOR.get(file.path()).send(), 404);

        // when
        file.record("hearing-waivers", Entries.hearingWaiver().with("ground", "UNIDENTIFIED"));
        int unidentified = AUDITOR.get(file.path()).send().status();
        file.record("hearing-waivers", Entries.hearingWaiver().with("ground", "NO_ACCUSED"));

        // then
        assertThat(unidentified).isEqualTo(404);
        AUDITOR.get(file.path()).expect(200);
    }

    @Test
    void whatWasTakenBackInTheInboxOfTheAccusedIsGone() {
        // given
        CaseFile file = BOARD.open(Entries.careRelation()).with("internal-reports", Entries.internalReport());
        await().atMost(SOON).until(() -> inbox(REPORT_TEAM).contains(file.id()));

        // when
        file.record("internal-reports", Entries.internalReport().with("accusedUser", "de-linde-report-team"));

        // then
        await().atMost(SOON).untilAsserted(() -> assertThat(inbox(REPORT_TEAM)).doesNotContain(file.id()));
        assertProblem(REPORT_TEAM.get(file.path()).send(), 404);
        await().atMost(SOON).untilAsserted(() -> assertThat(REPORT_TEAM
                        .get(Service.REPORTING, "/v1/deadlines?limit=200")
                        .expect(200)
                        .text())
                .doesNotContain(file.id()));
    }

    private static String inbox(Caller caller) {
        return caller.get(Service.NOTIFICATIONS, "/v1/notifications?limit=200").expect(200).text();
    }

    @Test
    void theNameOfTheAccusedIsNotFoundInWhatOthersMaySearch() {
        // given
        CaseFile file = REPORT_TEAM
                .open(Entries.careRelation())
                .with("internal-reports", Entries.internalReport().with("accusedUser", "de-linde-staff"));

        // then
        assertThat(BOARD.get(file.path() + "/events").expect(200).text()).contains("de-linde-staff");
        assertThat(AUDITOR.get(file.path() + "/events").expect(200).text()).doesNotContain("de-linde-staff");
        await().atMost(SOON).untilAsserted(() -> assertThat(Topic.of(file)).hasSize(2));
        assertThat(Topic.of(file).getLast().value()).doesNotContain("de-linde-staff").contains("accusedRef");
    }
}
