package nl.meldspoor.acceptance;

import static nl.meldspoor.acceptance.People.ATTENTION_OFFICER;
import static nl.meldspoor.acceptance.People.BOARD;
import static nl.meldspoor.acceptance.People.HR;
import static nl.meldspoor.acceptance.People.PROFESSIONAL;
import static nl.meldspoor.acceptance.People.REPORT_TEAM;
import static nl.meldspoor.acceptance.People.SUPERVISOR;
import static nl.meldspoor.acceptance.People.WATERLAND_BOARD;
import static nl.meldspoor.acceptance.People.WATERLAND_REPORT_TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A term that was missed is heard, as it is said, by who can still do something and by nobody else; and it can be proved who was warned. */
class WarningIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        http.shutdownNow();
    }

    @Test
    void aMissedTermIsHeardByTheReportTeamAndTheBoardAndByNobodyElse() {
        // given people who listen, one of them about to be the accused
        Map<Caller, List<JsonNode>> heard = new LinkedHashMap<>();
        for (Caller caller : List.of(REPORT_TEAM, BOARD, PROFESSIONAL, SUPERVISOR, ATTENTION_OFFICER, HR, WATERLAND_BOARD, WATERLAND_REPORT_TEAM)) {
            heard.put(caller, listen(caller));
        }

        // when a report is recorded of what was discovered seven weeks ago: six weeks are allowed
        CaseFile file = PROFESSIONAL.open(Entries.careRelation())
                .with(
                        "internal-reports",
                        Entries.internalReport()
                                .with("accusedUser", "de-linde-supervisor")
                                .with("discoveredAt", When.noonDaysAgo(50)));

        // then
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(kinds(heard.get(REPORT_TEAM), file)).contains("OBLIGATION_AROSE", "DEADLINE_MISSED");
            assertThat(kinds(heard.get(BOARD), file)).contains("DEADLINE_MISSED");
            // of several duties, each told by itself
            assertThat(investigationMissed(file)).isPresent();
        });
        for (Caller caller : List.of(SUPERVISOR, ATTENTION_OFFICER, HR, WATERLAND_BOARD, WATERLAND_REPORT_TEAM)) {
            assertThat(kinds(heard.get(caller), file)).as("%s hears nothing of it", caller).isEmpty();
            assertThat(inbox(caller, file)).as("%s finds nothing of it", caller).isEmpty();
        }
        assertThat(kinds(heard.get(PROFESSIONAL), file)).doesNotContain("DEADLINE_MISSED");

        // when the board has read it
        String id = investigationMissed(file).orElseThrow().get("id").asText();
        BOARD.call("PUT", Service.NOTIFICATIONS, "/v1/notifications/" + id + "/read", HttpRequest.BodyPublishers.noBody())
                .expect(204);

        // then it can be proved, also on the timeline
        assertThat(steps(CaseFile.items(BOARD.get(Service.NOTIFICATIONS, file.path() + "/warnings?limit=200").expect(200))))
                .contains("OB-INVESTIGATE MISSED report-team INBOX DELIVERED", "OB-INVESTIGATE MISSED board INBOX DELIVERED",
                        "OB-INVESTIGATE MISSED board INBOX READ");
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode timeline = REPORT_TEAM.get(Service.REPORTING, file.path() + "/timeline").expect(200).json();
            assertThat(steps(timeline.get("warnings"))).contains("OB-INVESTIGATE MISSED board INBOX READ");
        });
        SUPERVISOR.get(Service.NOTIFICATIONS, file.path() + "/warnings").expect(404);
        PROFESSIONAL.get(Service.NOTIFICATIONS, file.path() + "/warnings").expect(404);
    }

    private static Optional<JsonNode> investigationMissed(CaseFile file) {
        return inbox(BOARD, file).stream()
                .filter(n -> n.get("kind").asText().equals("DEADLINE_MISSED"))
                .filter(n -> n.at("/title/en").asText().contains("Establish what happened"))
                .findFirst();
    }

    private static List<String> steps(Iterable<JsonNode> steps) {
        List<String> told = new ArrayList<>();
        steps.forEach(step -> told.add(String.join(
                " ",
                step.get("obligation").asText(),
                step.get("rung").asText(),
                step.get("recipientRole").asText(),
                step.get("channel").asText(),
                step.get("state").asText())));
        return told;
    }

    private static List<JsonNode> inbox(Caller caller, CaseFile file) {
        return Pages.all(caller, Service.NOTIFICATIONS, "/v1/notifications?limit=200").stream()
                .filter(n -> n.get("caseId").asText().equals(file.id()))
                .toList();
    }

    private static List<String> kinds(List<JsonNode> heard, CaseFile file) {
        return heard.stream()
                .filter(n -> n.path("caseId").asText().equals(file.id()))
                .map(n -> n.get("kind").asText())
                .toList();
    }

    /** What arrives for somebody from now on; returns when the stream has started. */
    private List<JsonNode> listen(Caller caller) {
        List<JsonNode> heard = new CopyOnWriteArrayList<>();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(Meldspoor.running().address(Service.NOTIFICATIONS) + "/v1/notifications/stream"))
                .header("Authorization", "Bearer " + Meldspoor.running().token(caller.toString()))
                .build();
        http.sendAsync(request, HttpResponse.BodyHandlers.ofLines()).thenAccept(answer -> Thread.ofVirtual().start(() -> {
            try (Stream<String> lines = answer.body()) {
                lines.filter(line -> line.startsWith("data:")).forEach(line -> heard.add(json(line.substring(5))));
            } catch (UncheckedIOException e) {
                // closed at the end of the test
            }
        }));
        await().atMost(SOON).until(() -> heard.stream().anyMatch(event -> event.has("unread")));
        return heard;
    }

    private static JsonNode json(String data) {
        try {
            return Body.MAPPER.readTree(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
