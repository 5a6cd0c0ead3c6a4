package nl.meldspoor.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import nl.meldspoor.examples.ExampleCase;
import nl.meldspoor.examples.LoadExamples;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every example case is accepted as it is told, and stands in the stage that it tells. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExamplesIT {

    private final Map<String, String> idByExample = new HashMap<>();

    @BeforeAll
    void everyExampleIsLoaded() throws Exception {
        LoadExamples load = new LoadExamples(
                Meldspoor.running().address(Service.CASES).toString(),
                Meldspoor.running().keycloak().address().toString());
        Instant now = Instant.now();
        for (String name : ExampleCase.NAMES) {
            idByExample.put(name, load.load(ExampleCase.read(name), now).getFirst().at("/case/id").asText());
        }
    }

    private JsonNode read(String example) {
        String organisation = ExampleCase.read(example).organisation();
        String route = ExampleCase.read(example).steps().getFirst().body().get("route").asText();
        Caller reader = Caller.of(organisation + (route.equals("MELDCODE") ? "-attention-officer" : "-board"));
        return reader.get("/v1/cases/" + idByExample.get(example)).expect(200).json();
    }

    @ParameterizedTest
    @CsvSource({
        "01-man-aan-bed-gebonden,   OPEN,   REPORT,          OB-SEEK-FEEDBACK, OB-REPORT",
        "02-verkeerde-medicijnen,   OPEN,   HELP,            -,                OB-DECIDE",
        "03-zoon-opgesloten,        OPEN,   REPORT,          OB-REPORT,        OB-ASSESS",
        "04-nicht-en-weekbudget,    OPEN,   ADVICE_REQUIRED, OB-ADVICE,        OB-ASSESS",
        "05-dochter-die-scheldt,    CLOSED, -,               -,                OB-CONVERSE",
        "06-onthulling,             OPEN,   REPORT,          -,                OB-SEEK-FEEDBACK",
        "07-bewoner-zonder-antwoord, OPEN,  -,               OB-HEAR-ACCUSED,  OB-STOP",
        "08-stevige-greep,          OPEN,   -,               OB-INVESTIGATE,   OB-HEAR-ACCUSED",
        "09-verdwenen-sieraden,     OPEN,   -,               OB-INVESTIGATE,   OB-HEAR-CLIENT",
        "10-natte-doek,             OPEN,   -,               OB-IGJ-VIOLENCE,  OB-INVESTIGATE",
        "11-val-met-dodelijke-afloop, OPEN, -,               -,                OB-IGJ-CALAMITY",
        "12-vrijwilliger,           OPEN,   -,               OB-HEAR-ACCUSED,  OB-STOP",
    })
    void theExampleStandsWhereItTells(String example, String status, String outcome, String open, String met) {
        // when
        JsonNode found = read(example);

        // then
        assertThat(found.get("status").asText()).isEqualTo(status);
        assertThat(found.at("/assessment/outcome").asText("")).isEqualTo(outcome.equals("-") ? "" : outcome);
        if (!open.equals("-")) {
            assertThat(obligations(found, "OPEN")).contains(open);
        }
        assertThat(obligations(found, "MET")).contains(met);
    }

    @ParameterizedTest
    @CsvSource({
        "07-bewoner-zonder-antwoord,  IGJ-DETERMINE, OPEN, GREEN",
        "08-stevige-greep,            IGJ-DETERMINE, OPEN, AMBER",
        "09-verdwenen-sieraden,       IGJ-DETERMINE, OPEN, RED",
        "10-natte-doek,               IGJ-DETERMINE, MET,  -",
        "10-natte-doek,               IGJ-REPORT,    -,    OVERDUE",
        "11-val-met-dodelijke-afloop, IGJ-DETERMINE, MET,  -",
        "11-val-met-dodelijke-afloop, IGJ-REPORT,    MET,  -",
        "12-vrijwilliger,             IGJ-DETERMINE, -,    OVERDUE",
    })
    void itsDeadlineHasTheColourItTells(String example, String kind, String state, String urgency) {
        // given
        Caller board = Caller.of(ExampleCase.read(example).organisation() + "-board");

        // then
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        Pages.all(board, Service.REPORTING, "/v1/deadlines?limit=200&kind=" + kind))
                .filteredOn(d -> d.get("caseId").asText().equals(idByExample.get(example)))
                .isNotEmpty()
                .allSatisfy(d -> {
                    if (!state.equals("-")) {
                        assertThat(d.get("state").asText()).isEqualTo(state);
                    }
                    if (!urgency.equals("-")) {
                        assertThat(d.get("urgency").asText()).isEqualTo(urgency);
                    }
                }));
    }

    @Test
    void theAccusedOfAnExampleDoesNotFindIt() {
        for (String[] pair : new String[][] {
            {"07-bewoner-zonder-antwoord", "de-linde-professional-2"},
            {"08-stevige-greep", "de-linde-staff"},
            {"10-natte-doek", "de-linde-supervisor"},
        }) {
            Problems.assertProblem(Caller.of(pair[1]).get("/v1/cases/" + idByExample.get(pair[0])).send(), 404);
        }
    }

    private static List<String> obligations(JsonNode found, String state) {
        return StreamSupport.stream(found.get("obligations").spliterator(), false)
                .filter(o -> o.get("state").asText().equals(state))
                .map(o -> o.get("id").asText())
                .toList();
    }
}
