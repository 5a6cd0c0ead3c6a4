package nl.meldspoor.acceptance;

import static nl.meldspoor.acceptance.People.AUDITOR;
import static nl.meldspoor.acceptance.People.BOARD;
import static nl.meldspoor.acceptance.People.PROFESSIONAL;
import static nl.meldspoor.acceptance.People.REPORT_TEAM;
import static nl.meldspoor.acceptance.People.WATERLAND_BOARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An auditor opens content: the board hears of it, of which it may not see the case without its number, and nobody else does. */
class InspectionIT {

    private static final Duration WITHIN_A_MINUTE = Duration.ofSeconds(60);
    private static final Body REASON = Body.of("{\"reason\":\"Zqxwreason\"}");

    @Test
    void theBoardIsToldOfAnInspectionAndNobodyElse() {
        // given
        CaseFile aboutTheBoard = REPORT_TEAM
                .open(Entries.careRelation())
                .with("internal-reports", Entries.internalReport().with("accusedUser", "de-linde-board"));
        CaseFile meldcode = PROFESSIONAL.open(Entries.meldcode()).with("signals", Entries.signal());
        CaseFile careRelation = REPORT_TEAM.open(Entries.careRelation()).with("internal-reports", Entries.internalReportOnNobody());
        long before = withoutCase();

        // when
        inspect(aboutTheBoard);
        String ofMeldcode = inspect(meldcode);
        String ofCareRelation = inspect(careRelation);

        // then
        await().atMost(WITHIN_A_MINUTE).untilAsserted(() -> {
            assertThat(told(BOARD)).filteredOn(n -> n.get("caseId").asText().equals(careRelation.id())).hasSize(1);
            assertThat(withoutCase()).isGreaterThan(before);
        });
        assertThat(Pages.all(BOARD, Service.NOTIFICATIONS, "/v1/notifications?limit=200").toString())
                .doesNotContain(meldcode.id())
                .doesNotContain(aboutTheBoard.id());
        for (Caller caller : People.everybody()) {
            if (!caller.equals(BOARD) && !caller.equals(WATERLAND_BOARD)) {
                assertThat(told(caller)).as("%s is told nothing", caller).isEmpty();
            }
        }
        assertThat(told(WATERLAND_BOARD)).allMatch(n -> n.get("organisation").asText().equals("waterland"));

        // and the board looks up who and why
        Answer list = BOARD.get("/v1/inspections?limit=200").expect(200);
        assertThat(CaseFile.items(list))
                .filteredOn(i -> i.get("id").asText().equals(ofMeldcode))
                .singleElement()
                .satisfies(i -> assertThat(i.get("user").asText()).isEqualTo("de-linde-auditor"))
                .satisfies(i -> assertThat(i.get("reason").asText()).isEqualTo("Zqxwreason"))
                .satisfies(i -> assertThat(i.get("caseId").isNull()).isTrue());
        assertThat(CaseFile.items(list))
                .filteredOn(i -> i.get("id").asText().equals(ofCareRelation))
                .singleElement()
                .satisfies(i -> assertThat(i.get("caseId").asText()).isEqualTo(careRelation.id()));
        assertThat(list.text()).doesNotContain(meldcode.id()).doesNotContain(aboutTheBoard.id());
        PROFESSIONAL.get("/v1/inspections").expect(403);
        AUDITOR.get("/v1/inspections").expect(403);
        assertThat(WATERLAND_BOARD.get("/v1/inspections?limit=200").expect(200).text()).doesNotContain(ofMeldcode).doesNotContain(ofCareRelation);

        // and Kafka carried neither a name nor a reason
        List<Topic.Message> messages = Topic.read("meldspoor.inspection-events");
        assertThat(messages).filteredOn(m -> m.key().equals(meldcode.id())).singleElement().satisfies(message -> {
            assertThat(message.headers()).containsEntry("ce_type", "nl.meldspoor.inspections.inspection-opened.v1").containsEntry("ce_id", ofMeldcode);
            assertThat(message.body().json().properties().stream().map(Map.Entry::getKey))
                    .containsExactlyInAnyOrder("organisation", "caseId", "route", "personRef", "recordedAt", "validUntil");
        });
        assertThat(messages.toString()).doesNotContain("Zqxw").doesNotContain("auditor");
    }

    private static String inspect(CaseFile file) {
        return AUDITOR.post(file.path() + "/inspections", REASON).expect(201).at("/id").asText();
    }

    private static long withoutCase() {
        return told(BOARD).stream().filter(n -> n.get("caseId").isNull() && n.at("/links/case").isNull()).count();
    }

    private static List<JsonNode> told(Caller caller) {
        return Pages.all(caller, Service.NOTIFICATIONS, "/v1/notifications?limit=200").stream()
                .filter(n -> n.get("kind").asText().equals("CASE_INSPECTED"))
                .toList();
    }
}
