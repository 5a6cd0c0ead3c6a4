package nl.meldspoor.acceptance;

import static nl.meldspoor.acceptance.People.PROFESSIONAL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The outcome of an assessment is derived, never typed in, and comes with a receipt. */
class AssessmentIT {

    /** One line per row of the table, first line that fits; - is an answer not given. */
    @ParameterizedTest(name = "{0} {1} {2} {3} {4} {5} -> {6} {7}")
    @CsvSource({
        // suspicion, acute, structural, effective help, accepted, leads to safety
        "YES,   YES,   NO,    -,   -,   -,       REPORT, 1",
        "YES,   NO,    YES,   -,   -,   -,       REPORT, 1",
        "DOUBT, YES,   NO,    -,   -,   -,       REPORT, 1",
        "YES,   YES,   YES,   YES, YES, YES,     REPORT, 1",
        "DOUBT, NO,    NO,    -,   -,   -,       ADVICE_REQUIRED, -",
        "DOUBT, NO,    NO,    NO,  NO,  NO,      ADVICE_REQUIRED, -",
        "NO,    NO,    NO,    -,   -,   -,       CLOSE, -",
        "NO,    NO,    NO,    NO,  -,   -,       CLOSE, -",
        "YES,   DOUBT, NO,    YES, YES, UNKNOWN, ADVICE_REQUIRED, -",
        "YES,   NO,    DOUBT, YES, YES, NO,      ADVICE_REQUIRED, -",
        "YES,   DOUBT, NO,    NO,  -,   -,       REPORT, 2",
        "YES,   NO,    DOUBT, YES, NO,  -,       REPORT, 2",
        "YES,   NO,    NO,    NO,  -,   -,       REPORT, 2",
        "YES,   NO,    NO,    YES, NO,  -,       REPORT, 2",
        "YES,   NO,    NO,    YES, YES, NO,      REPORT, 3",
        "YES,   NO,    NO,    YES, YES, UNKNOWN, HELP, -",
        "YES,   NO,    NO,    YES, YES, YES,     HELP, -",
    })
    void theFirstLineThatFitsIsTheOutcome(
            String suspicion,
            String acute,
            String structural,
            String effective,
            String accepted,
            String safety,
            String outcome,
            String norm) {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode()).with("signals", Entries.signal());

        // when
        Answer answer = file.entry("assessments", answers(suspicion, acute, structural, effective, accepted, safety)).send();

        // then
        answer.expect(201);
        JsonNode data = answer.at("/events/0/data");
        assertThat(data.get("outcome").asText()).isEqualTo(outcome);
        assertThat(data.path("norm").asText("null")).isEqualTo(norm.equals("-") ? "null" : norm);
        assertThat(answer.at("/case/assessment/outcome").asText()).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0} {1} {2} {3} {4} {5}")
    @CsvSource({
        "NO,  YES, NO,    -,   -,   -",
        "NO,  NO,  YES,   -,   -,   -",
        "NO,  NO,  DOUBT, -,   -,   -",
        "YES, NO,  NO,    -,   -,   -",
        "YES, NO,  NO,    YES, -,   -",
        "YES, NO,  NO,    YES, YES, -",
    })
    void anAnswerThatIsNeededOrDoesNotAgreeIsRefused(
            String suspicion, String acute, String structural, String effective, String accepted, String safety) {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode()).with("signals", Entries.signal());

        // when
        Answer answer = file.entry("assessments", answers(suspicion, acute, structural, effective, accepted, safety)).send();

        // then
        Problems.assertRefused(answer, "ASM-2");
        assertThat(file.version()).isEqualTo(2);
    }

    @Test
    void aDisclosureMeansReportingWhateverIsAnswered() {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode()).with("signals", Entries.disclosure());

        // when
        Answer answer = file.record("assessments", answers("DOUBT", "NO", "NO", "-", "-", "-"));

        // then
        assertThat(answer.at("/events/0/data/outcome").asText()).isEqualTo("REPORT");
        assertThat(answer.at("/events/0/data/norm").asInt()).isEqualTo(1);
        assertThat(file.obligations("OPEN")).contains("OB-REPORT", "OB-DECIDE");
    }

    @Test
    void aDisclosureThatAMeldingFollowedNoLongerDecides() {
        // given
        CaseFile file = PROFESSIONAL
                .open(Entries.meldcode())
                .with("signals", Entries.disclosure())
                .with("meldingen", Entries.melding().with("madeAt", When.hoursAgo(80)));

        // when
        Answer answer = file.record("assessments", answers("YES", "NO", "NO", "YES", "YES", "UNKNOWN"));

        // then
        assertThat(answer.at("/events/0/data/outcome").asText()).isEqualTo("HELP");
    }

    @Test
    void theReceiptSaysWhyAndStaysWithTheCase() {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode()).with("signals", Entries.signal());

        // when
        Answer answer = file.record("assessments", Entries.assessment());

        // then
        JsonNode receipt = answer.at("/events/0/data/receipt");
        assertThat(receipt.get("rule").asText()).isNotBlank();
        assertThat(receipt.get("version").asInt()).isPositive();
        assertThat(receipt.at("/inputs/structuralUnsafety").asText()).isEqualTo("YES");
        assertThat(receipt.at("/inputs/suspicion").asText()).isEqualTo("YES");
        assertThat(receipt.get("outcome").asText()).startsWith("REPORT");
        assertThat(receipt.at("/text/nl").asText()).isNotBlank().isNotEqualTo(receipt.at("/text/en").asText());
        assertThat(receipt.at("/text/en").asText()).isNotBlank();
        assertThat(receipt.get("source").asText()).isNotBlank();
        JsonNode read = file.read().get("assessment");
        assertThat(read.get("outcome").asText()).isEqualTo("REPORT");
        assertThat(read.get("norm").asInt()).isEqualTo(1);
        assertThat(read.get("receipt")).isEqualTo(receipt);
    }

    private static Body answers(
            String suspicion, String acute, String structural, String effective, String accepted, String safety) {
        Body body = Entries.assessment()
                .with("suspicion", suspicion)
                .with("acuteUnsafety", acute)
                .with("structuralUnsafety", structural);
        body = effective.equals("-") ? body : body.with("effectiveHelp", effective);
        body = accepted.equals("-") ? body : body.with("helpAccepted", accepted);
        return safety.equals("-") ? body : body.with("helpLeadsToSafety", safety);
    }
}
