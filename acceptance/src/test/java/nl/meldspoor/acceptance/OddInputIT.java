package nl.meldspoor.acceptance;

import static nl.meldspoor.acceptance.People.BOARD;
import static nl.meldspoor.acceptance.People.PROFESSIONAL;
import static nl.meldspoor.acceptance.People.REPORT_TEAM;
import static nl.meldspoor.acceptance.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is odd but allowed goes all the way; what is odd and not allowed is the caller's mistake, never ours. */
class OddInputIT {

    @ParameterizedTest
    @ValueSource(strings = {"Eerste regel.\nTweede regel.", "Kolom\tkolom", "Ik zei: \"nee\" \\ en toen 😢", "zoë", "zoe\u0308", "ẞ", "‮omgekeerd", "<script>alert(1)</script>", "'; DROP TABLE case_event; --"})
    void textIsReadBackAsItWasTyped(String text) {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode());

        // when
        Answer answer = file.record("signals", Entries.signal().with("description", text));

        // then
        String expected = Normalizer.normalize(text, Normalizer.Form.NFC);
        assertThat(answer.at("/events/0/data/description").asText()).isEqualTo(expected);
        assertThat(file.events().getLast().at("/data/description").asText()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01T00:00:00Z", "1582-10-10T00:00:00Z", "0001-01-01T00:00:00Z", "0000-01-01T00:00:00Z", "-0001-01-01T00:00:00Z"})
    void aMomentLongAgoIsRecordedWholeOrRefusedAndStopsNobody(String moment) {
        // given
        CaseFile file = REPORT_TEAM.open(Entries.careRelation());

        // when
        Answer answer = file.entry(
                        "internal-reports",
                        Entries.internalReportOnNobody().with("discoveredAt", moment).with("reportedAt", moment))
                .send();

        // then
        assertThat(answer.status()).as(answer.text()).isIn(201, 400);
        long version = file.version();
        assertThat(version).isEqualTo(answer.status() == 201 ? 2 : 1);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        BOARD.get(Service.REPORTING, file.path() + "/timeline").expect(200).at("/version").asLong())
                .isEqualTo(version));
    }

    @ParameterizedTest
    @CsvSource({
        "1900-01-01", "0001-01-01", "0000-01-01", "2999-12-31", "9999-12-31", "9999-12-31T23:59:59Z", "+10000-01-01", "-0001-01-01",
        "2026-06-30T23:59:60Z"
    })
    void aTermFromAnyDayIsCountedOrRefused(String from) {
        for (String kind : new String[] {"IGJ-REPORT", "IGJ-DETERMINE"}) {
            Answer answer = PROFESSIONAL
                    .post(Service.REPORTING, "/v1/term-calculations", "{\"kind\": \"%s\", \"from\": \"%s\"}".formatted(kind, from))
                    .send();

            assertThat(answer.status()).as("%s from %s: %s", kind, from, answer.text()).isIn(200, 400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/cases/%00",
                "/v1/cases/..%2f..%2fq",
                "/v1/cases/%ff",
                "/v1/cases/%E2%80%AE",
                "/v1/cases/00000000-0000-0000-0000-00000000000g",
                "/v1/cases/1-1-1-1-1",
                "/v1/cases/1-1-1-1-1/events",
                "/v1//cases",
                "//v1/cases",
                "/v1/CASES",
                "/v1/cases/../cases/x",
                "/v1/rules/%00",
                "/v1/meldingen/x",
            })
    void aPathThatIsNoneLeadsNowhere(String path) {
        Answer answer = PROFESSIONAL.get(path).send();

        assertThat(answer.status()).as(answer.text()).isIn(400, 401, 403, 404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?dryRun=maybe", "?dryRun=TRUE", "?dryRun=1", "?dryRun=", "?dryRun"})
    void aDryRunIsAskedForByTrueOrFalse(String query) {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode());

        // when
        Answer answer = file.entry("signals" + query, Entries.signal()).send();

        // then
        assertProblem(answer, 400);
        assertThat(file.version()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"x\"", "\"-1\"", "W/\"1\"", "\"99999999999999999999\"", "\"1\", \"2\"", "\"\""})
    void aVersionThatIsNoneNeverCounts(String ifMatch) {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode()).with("signals", Entries.signal());

        // when
        Answer answer = file.entry("signals", Entries.signal()).header("If-Match", ifMatch).send();

        // then
        if (ifMatch.equals("\"1\", \"2\"")) {
            assertThat(answer.status()).isIn(201, 400, 412);
        } else {
            assertThat(answer.status()).as(answer.text()).isIn(400, 412);
            assertThat(file.version()).isEqualTo(2);
        }
    }

    @Test
    void anEmptyEntryNamesEverythingItNeeds() {
        // given
        CaseFile meldcode = PROFESSIONAL.open(Entries.meldcode());

        // when
        Answer answer = meldcode.entry("conversations", Body.of("{}")).send();

        // then
        Problems.assertErrorsAt(
                answer, "#/heldAt", "#/with", "#/participants", "#/topics", "#/reaction", "#/agreements", "#/concernsRemoved");
    }

    @Test
    void whatBelongsToTheRouteIsRequiredOnThatRoute() {
        Problems.assertErrorsAt(
                PROFESSIONAL.post("/v1/cases", Entries.meldcode().without("framework", "profession", "region")).send(),
                "#/framework",
                "#/profession",
                "#/region");
        Problems.assertErrorsAt(
                PROFESSIONAL.post("/v1/cases", Entries.meldcode().with("client", Body.of("{}"))).send(), "#/client/reference");
        Problems.assertErrorsAt(
                PROFESSIONAL.post("/v1/cases", Entries.meldcode().with("client", Body.of("""
                        {"reference": "x", "birthDate": "2999-01-01"}
                        """))).send(), "#/client/birthDate");
    }

    @Test
    void aBodyWhereNoneBelongsAndAMethodNobodyKnowsAreNotOurMistake() {
        for (String method : new String[] {"OPTIONS", "HEAD", "TRACE", "FETCH"}) {
            int status = PROFESSIONAL
                    .call(method, Service.CASES, "/v1/cases", BodyPublishers.noBody())
                    .send()
                    .status();

            assertThat(status).as(method).isLessThan(500);
        }
    }

    @Test
    void aHundredPersonsInOneMeldingAreStoredWhole() {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode()).with("signals", Entries.signal());
        List<Map<String, String>> persons = IntStream.range(0, 100)
                .mapToObj(n -> Map.of("role", "getuige", "name", "Getuige " + n))
                .toList();

        // when
        Answer answer = file.record("meldingen", Entries.melding().with("persons", persons));

        // then
        assertThat(answer.at("/events/0/data/persons")).hasSize(100);
        assertThat(file.events().getLast().at("/data/persons/99/name").asText()).isEqualTo("Getuige 99");
    }
}
