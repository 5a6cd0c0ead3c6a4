package nl.meldspoor.acceptance;

import static nl.meldspoor.acceptance.People.ATTENTION_OFFICER;
import static nl.meldspoor.acceptance.People.AUDITOR;
import static nl.meldspoor.acceptance.People.BOARD;
import static nl.meldspoor.acceptance.People.HR;
import static nl.meldspoor.acceptance.People.PROFESSIONAL;
import static nl.meldspoor.acceptance.People.PROFESSIONAL_2;
import static nl.meldspoor.acceptance.People.REPORT_TEAM;
import static nl.meldspoor.acceptance.People.STAFF;
import static nl.meldspoor.acceptance.People.SUPERVISOR;
import static nl.meldspoor.acceptance.People.WATERLAND_BOARD;
import static nl.meldspoor.acceptance.People.WATERLAND_REPORT_TEAM;
import static nl.meldspoor.acceptance.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever may not see a case finds no trace of it, through any door. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessIT {

    private List<Reach> cases;

    @BeforeAll
    void casesOfEveryKind() {
        cases = List.of(
                meldcode("MELDCODE", PROFESSIONAL, Entries.meldcode(), Set.of(PROFESSIONAL, SUPERVISOR, ATTENTION_OFFICER, AUDITOR)),
                meldcode(
                        "MELDCODE of another unit",
                        PROFESSIONAL,
                        Entries.meldcode().with("unit", "Team West"),
                        Set.of(PROFESSIONAL, ATTENTION_OFFICER, AUDITOR)),
                meldcode(
                        "MELDCODE that keeps two out",
                        PROFESSIONAL,
                        Entries.meldcode().with("excludeUsers", List.of("de-linde-attention-officer", "de-linde-supervisor")),
                        Set.of(PROFESSIONAL, AUDITOR)),
                meldcode("MELDCODE opened by staff", STAFF, Entries.meldcode(), Set.of(STAFF, SUPERVISOR, ATTENTION_OFFICER, AUDITOR)),
                careRelation("CARE_RELATION without a report", REPORT_TEAM, null, Set.of(REPORT_TEAM, BOARD, AUDITOR)),
                careRelation("CARE_RELATION opened by a professional", PROFESSIONAL, null, Set.of(PROFESSIONAL, REPORT_TEAM, BOARD, AUDITOR)),
                careRelation("CARE_RELATION, accused not linked", REPORT_TEAM, Entries.internalReport(), Set.of(REPORT_TEAM, BOARD)),
                careRelation(
                        "CARE_RELATION opened by a professional, accused not linked",
                        PROFESSIONAL,
                        Entries.internalReport(),
                        Set.of(REPORT_TEAM, BOARD)),
                careRelation(
                        "CARE_RELATION, accused not linked, received by the supervisor",
                        REPORT_TEAM,
                        Entries.internalReport().with("receivedByUser", "de-linde-supervisor"),
                        Set.of(REPORT_TEAM, BOARD)),
                careRelation("CARE_RELATION, accused staff", REPORT_TEAM, accused("de-linde-staff"), Set.of(REPORT_TEAM, BOARD, AUDITOR)),
                careRelation(
                        "CARE_RELATION, accused staff, received by the supervisor",
                        REPORT_TEAM,
                        accused("de-linde-staff").with("receivedByUser", "de-linde-supervisor"),
                        Set.of(REPORT_TEAM, BOARD, AUDITOR, SUPERVISOR)),
                careRelation(
                        "CARE_RELATION, accused is who opened it",
                        PROFESSIONAL,
                        accused("de-linde-professional"),
                        Set.of(REPORT_TEAM, BOARD, AUDITOR)),
                careRelation(
                        "CARE_RELATION, accused is of the report team",
                        BOARD,
                        accused("de-linde-report-team"),
                        Set.of(BOARD, AUDITOR)),
                careRelation(
                        "CARE_RELATION, accused is the board, in capitals",
                        REPORT_TEAM,
                        accused("De-Linde-BOARD"),
                        Set.of(REPORT_TEAM, AUDITOR)),
                careRelation(
                        "CARE_RELATION, accused is the auditor",
                        REPORT_TEAM,
                        accused("de-linde-auditor"),
                        Set.of(REPORT_TEAM, BOARD)),
                careRelation(
                        "CARE_RELATION, nobody accused",
                        REPORT_TEAM,
                        Entries.internalReportOnNobody(),
                        Set.of(REPORT_TEAM, BOARD, AUDITOR)));
    }

    private static Body accused(String user) {
        return Entries.internalReport().with("accusedUser", user);
    }

    private static Reach meldcode(String told, Caller opener, Body opening, Set<Caller> seen) {
        CaseFile file = opener.open(opening).with("signals", Entries.signal());
        return new Reach(told, file, opening.json().at("/client/reference").asText(), seen, Set.of());
    }

    /** Of HR the table says "personnel extract", which is none of these doors. */
    private static Reach careRelation(String told, Caller opener, Body report, Set<Caller> seen) {
        Body opening = Entries.careRelation();
        CaseFile file = opener.open(opening).with("signals", Entries.signal());
        if (report != null) {
            file.record("internal-reports", report);
        }
        return new Reach(told, file, opening.json().at("/client/reference").asText(), seen, Set.of(HR));
    }

    Stream<Reach> cases() {
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whoMaySeeTheCaseReadsIt(Reach reach) {
        for (Caller caller : reach.seen()) {
            for (String door : List.of("", "?version=1", "?at=" + Instant.now(), "/events", "/events/1")) {
                assertThat(caller.get(reach.file().path() + door).send().status())
                        .as("%s at %s", caller, door)
                        .isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nobodyElseFindsIt(Reach reach) {
        for (Caller caller : reach.strangers()) {
            for (String door : List.of("", "?version=1", "?at=" + Instant.now(), "/events", "/events/1", "/proof")) {
                Answer answer = caller.get(reach.file().path() + door).send();
                assertThat(answer.status()).as("%s at %s", caller, door).isEqualTo(404);
                assertThat(answer.text()).doesNotContain("Blauwe plekken");
            }
            assertThat(caller.get(reach.file().path() + "/access-log").send().status())
                    .as("%s at the access log", caller)
                    .isIn(403, 404);
            assertThat(caller.post(reach.file().path() + "/signals", Entries.signal()).send().status())
                    .as("%s records", caller)
                    .isIn(403, 404);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theListHoldsItForWhoMaySeeItAndForNobodyElse(Reach reach) {
        for (Caller caller : People.everybody()) {
            if (reach.open().contains(caller)) {
                continue;
            }
            Answer byClient = caller.get("/v1/cases").header("Client-Reference", reach.clientReference()).send();
            boolean found = byClient.status() == 200 && byClient.text().contains(reach.file().id());
            assertThat(found).as("%s by client reference: %s", caller, byClient.status()).isEqualTo(reach.seen().contains(caller));
            Answer newest = caller.get("/v1/cases?limit=200").send();
            if (!reach.seen().contains(caller)) {
                assertThat(newest.text()).as("%s in the list", caller).doesNotContain(reach.file().id());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theReportingServiceKnowsItForWhoMaySeeItAndForNobodyElse(Reach reach) {
        // given: it has arrived there
        String timeline = reach.file().path() + "/timeline";
        long version = reach.file().as(reach.seenWhole().iterator().next()).version();
        for (Caller caller : reach.seenWhole()) {
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                            caller.get(Service.REPORTING, timeline).send())
                    .as("%s at the timeline", caller)
                    .satisfies(a -> assertThat(a.status()).isEqualTo(200))
                    .satisfies(a -> assertThat(a.at("/events").size()).isEqualTo((int) version)));
        }

        // then
        for (Caller caller : reach.strangers()) {
            assertThat(caller.get(Service.REPORTING, timeline).send().status())
                    .as("%s at the timeline", caller)
                    .isIn(403, 404);
            assertThat(caller.get(Service.REPORTING, "/v1/deadlines?limit=200").send().text())
                    .as("%s at the deadlines", caller)
                    .doesNotContain(reach.file().id());
        }
    }

    @Test
    void theAccusedDoesNotEvenSeeTheCountChange() {
        // given an organisation in which nothing else is on its way
        String before = dashboard(WATERLAND_BOARD);
        String ofOthers = dashboard(WATERLAND_REPORT_TEAM);

        // when
        CaseFile file = WATERLAND_REPORT_TEAM.open(Entries.careRelation()).with("internal-reports", accused("waterland-board"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(WATERLAND_REPORT_TEAM
                                .get(Service.REPORTING, file.path() + "/timeline")
                                .expect(200)
                                .at("/events"))
                        .hasSize(2));

        // then
        assertThat(dashboard(WATERLAND_REPORT_TEAM)).isNotEqualTo(ofOthers);
        assertThat(dashboard(WATERLAND_BOARD)).isEqualTo(before);
    }

    /** What counts cases and deadlines, without what changes by the clock. */
    private static String dashboard(Caller caller) {
        Answer answer = caller.get(Service.REPORTING, "/v1/dashboard").expect(200);
        return Body.of(answer.text()).without("at", "asOf", "generatedAt", "calculatedAt").toString();
    }

    @Test
    void whoOpenedACaseAsStaffSeesHisOwnEntriesAndTheStatusOnly() {
        // given
        CaseFile file = STAFF.open(Entries.meldcode()).with("signals", Entries.signal().with("description", "Zelf gezien."));
        file.as(ATTENTION_OFFICER).record("signals", Entries.signal().with("description", "Zqxwother gezien."));
        file.as(ATTENTION_OFFICER).record("assessments", Entries.assessment());

        // when
        Answer read = STAFF.get(file.path()).expect(200);
        Answer events = STAFF.get(file.path() + "/events").expect(200);

        // then
        assertThat(read.at("/status").asText()).isEqualTo("OPEN");
        assertThat(read.text()).doesNotContain("REPORT");
        assertThat(events.text()).contains("Zelf gezien.").doesNotContain("Zqxwother").doesNotContain("AssessmentMade");
        assertThat(CaseFile.items(events)).extracting(e -> e.get("sequence").asLong()).containsExactly(1L, 2L);
        assertProblem(STAFF.get(file.path() + "/events/3").send(), 404);
        assertProblem(STAFF.get(file.path() + "/events/4").send(), 404);
    }

    @Test
    void whoOpenedACaseOnAColleagueSeesHisOwnEntriesAndTheStatusOnly() {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.careRelation()).with("signals", Entries.signal().with("description", "Zelf gezien."));
        file.as(REPORT_TEAM).record("internal-reports", accused("de-linde-staff"));
        file.as(REPORT_TEAM).record("safety-measures", Entries.safetyMeasure().with("description", "Zqxwother maatregel."));

        // when
        Answer read = PROFESSIONAL.get(file.path()).expect(200);
        Answer events = PROFESSIONAL.get(file.path() + "/events").expect(200);

        // then
        assertThat(read.at("/status").asText()).isEqualTo("OPEN");
        assertThat(read.text()).doesNotContain("OB-HEAR-ACCUSED").doesNotContain("de-linde-staff");
        assertThat(CaseFile.items(events)).extracting(e -> e.get("sequence").asLong()).containsExactly(1L, 2L);
        assertThat(events.text()).doesNotContain("Zqxwother").doesNotContain("de-linde-staff");
    }

    @Test
    void theAuditorReadsFactsAndNoContent() {
        // given
        CaseFile file = PROFESSIONAL
                .open(Entries.meldcode().with("client", Body.of("""
                        {"reference": "Zqxwref", "name": "Zqxwname"}
                        """)))
                .with("signals", Entries.signal().with("description", "Zqxwdescription").with("note", "Zqxwnote"));

        // when
        Answer read = AUDITOR.get(file.path()).expect(200);
        Answer events = AUDITOR.get(file.path() + "/events").expect(200);

        // then
        assertThat(read.text() + events.text()).doesNotContain("Zqxw");
        assertThat(events.text()).contains("\"sealed\":true").contains("PHYSICAL");
        assertThat(read.text()).contains("\"sealed\":true");
    }

    @Test
    void theAccessLogSaysWhoReadWhat() {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode()).with("signals", Entries.signal());
        SUPERVISOR.get(file.path() + "/events").expect(200);

        // when
        Answer log = ATTENTION_OFFICER.get(file.path() + "/access-log").expect(200);

        // then
        assertThat(log.text()).contains("de-linde-professional").contains("de-linde-supervisor");
        AUDITOR.get(file.path() + "/access-log").expect(200);
        assertThat(PROFESSIONAL.get(file.path() + "/access-log").send().status()).isIn(403, 404);
    }

    @Test
    void theLiaisonReadsTheMeldingOfHisRegionAndNothingElse() {
        // given
        CaseFile file = PROFESSIONAL
                .open(Entries.meldcode())
                .with("signals", Entries.signal().with("description", "Zqxwsignal"));
        String meldingId = file.record(
                        "meldingen",
                        Entries.melding().with("facts", "Zqxwfacts").with("note", "Zqxwnote").with("reference", "Zqxwown"))
                .at("/events/0/data/meldingId")
                .asText();
        String byPhone = file.record("meldingen", Entries.melding().with("channel", "PHONE").with("receivedBy", Body.of("""
                        {"name": "Joost Advies", "function": "vertrouwensarts"}
                        """)))
                .at("/events/0/data/meldingId")
                .asText();

        // when
        Answer list = People.LIAISON_NOORD.get("/v1/meldingen?limit=200").expect(200);
        Answer melding = People.LIAISON_NOORD.get("/v1/meldingen/" + meldingId).expect(200);

        // then
        assertThat(list.text()).contains(meldingId).doesNotContain(byPhone).doesNotContain("Zqxwnote").doesNotContain("Zqxwsignal");
        assertThat(melding.text()).contains("Zqxwfacts").doesNotContain("Zqxwnote").doesNotContain("Zqxwsignal");
        assertProblem(People.LIAISON_NOORD.get("/v1/meldingen/" + byPhone).send(), 404);
        assertProblem(People.LIAISON_ZUID.get("/v1/meldingen/" + meldingId).send(), 404);
        assertThat(People.LIAISON_ZUID.get("/v1/meldingen?limit=200").expect(200).text()).doesNotContain(meldingId);
        Body receipt = Entries.acknowledgement(meldingId).without("meldingId");
        assertProblem(People.LIAISON_ZUID.post("/v1/meldingen/" + meldingId + "/acknowledgements", receipt).send(), 404);
        People.LIAISON_NOORD.post("/v1/meldingen/" + meldingId + "/acknowledgements", receipt).expect(201);
        for (Caller other : List.of(PROFESSIONAL, BOARD, AUDITOR, People.CLIENT_COUNCIL)) {
            assertThat(other.get("/v1/meldingen/" + meldingId).send().status()).as("%s", other).isIn(403, 404);
            assertThat(other.post("/v1/meldingen/" + meldingId + "/acknowledgements", receipt).send().status())
                    .as("%s", other)
                    .isIn(403, 404);
        }
    }

    @Test
    void whoIsKeptOutIsNotToldOfTheMelding() {
        // given
        CaseFile kept = PROFESSIONAL
                .open(Entries.meldcode().with("excludeUsers", List.of("de-linde-supervisor")))
                .with("signals", Entries.signal());

        // when
        kept.record("meldingen", Entries.melding());

        // then
        await().atMost(Duration.ofSeconds(20)).until(() -> inbox(ATTENTION_OFFICER).contains(kept.id()));
        assertThat(inbox(SUPERVISOR)).doesNotContain(kept.id());
    }

    private static String inbox(Caller caller) {
        return caller.get(Service.NOTIFICATIONS, "/v1/notifications?limit=200").expect(200).text();
    }

    @Test
    void whoSeesMayRecordWhatHisRoleSays() {
        // given
        CaseFile meldcode = PROFESSIONAL.open(Entries.meldcode());
        CaseFile care = PROFESSIONAL.open(Entries.careRelation());

        // then
        meldcode.as(SUPERVISOR).record("signals", Entries.signal());
        meldcode.as(ATTENTION_OFFICER).record("consultations", Entries.consultation());
        care.record("signals", Entries.signal());
        assertProblem(care.entry("consultations", Entries.consultation()).send(), 403);
        assertProblem(care.entry("closures", Entries.closure("OPENED_BY_MISTAKE")).send(), 403);
        care.as(REPORT_TEAM).record("consultations", Entries.consultation());
        assertProblem(REPORT_TEAM.post("/v1/cases", Entries.meldcode()).send(), 403);
        assertProblem(PROFESSIONAL_2.post(meldcode.path() + "/signals", Entries.signal()).send(), 404);
    }
}
