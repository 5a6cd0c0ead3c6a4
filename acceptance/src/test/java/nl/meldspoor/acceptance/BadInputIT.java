package nl.meldspoor.acceptance;

import static nl.meldspoor.acceptance.People.CLIENT_COUNCIL;
import static nl.meldspoor.acceptance.People.PROFESSIONAL;
import static nl.meldspoor.acceptance.People.PROFESSIONAL_2;
import static nl.meldspoor.acceptance.People.WATERLAND_PROFESSIONAL;
import static nl.meldspoor.acceptance.Problems.assertErrorsAt;
import static nl.meldspoor.acceptance.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input is refused as the API says, with a problem document, without repeating anything personal, and changes nothing. */
class BadInputIT {

    private static final String PERSONAL = "Zqxwbadinput";
    private static CaseFile file;

    @BeforeAll
    static void aCaseThatStaysAsItIs() {
        file = PROFESSIONAL.open(Entries.meldcode());
    }

    private static void assertRefusedAs(int status, Answer answer) {
        assertProblem(answer, status);
        assertThat(answer.text()).doesNotContainIgnoringCase(PERSONAL);
        assertThat(file.version()).isEqualTo(1);
    }

    private static Call signal(String json) {
        return PROFESSIONAL.post(file.path() + "/signals", json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"description\": \"" + PERSONAL,
                "{\"description\": \"" + PERSONAL + "\",}",
                "{\"description\": '" + PERSONAL + "'}",
                "[]",
                "null",
                "\"" + PERSONAL + "\"",
                "{\"perception\": \"SEEN\"} {\"perception\": \"SEEN\"}",
                "{\"description\": \"" + PERSONAL + "\", \"description\": \"" + PERSONAL + "\"}",
            })
    void malformedJsonIsRefused(String json) {
        assertRefusedAs(400, signal(json).send());
    }

    @Test
    void twoEntriesInOneBodyAreRefused() {
        assertRefusedAs(400, signal(Entries.signal() + " " + Entries.signal()).send());
    }

    @Test
    void deeplyNestedJsonIsRefused() {
        assertRefusedAs(400, signal("{\"description\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}").send());
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] json = Entries.signal().with("description", "X").toString().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        byte[] broken = new String(json, java.nio.charset.StandardCharsets.ISO_8859_1)
                .replace("\"X\"", "\"\u00ff\u00fe\"")
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

        Answer answer = PROFESSIONAL
                .call("POST", Service.CASES, file.path() + "/signals", BodyPublishers.ofByteArray(broken))
                .header("Content-Type", "application/json")
                .send();

        assertRefusedAs(400, answer);
    }

    @Test
    void anUnknownMemberIsRefused() {
        Answer answer = signal(Entries.signal().with(PERSONAL.toLowerCase(), "x").toString()).send();

        assertProblem(answer, 400);
        assertThat(answer.at("/errors/0/pointer").asText()).isEqualTo("#/" + PERSONAL.toLowerCase());
        assertThat(file.version()).isEqualTo(1);
    }

    @Test
    void aCodeThatDoesNotExistIsRefused() {
        Answer answer = signal(Entries.signal().with("perception", PERSONAL).toString()).send();

        assertRefusedAs(400, answer);
        assertErrorsAt(answer, "#/perception");
    }

    @ParameterizedTest
    @CsvSource({
        "description, 7",
        "description, true",
        "description, null",
        "disclosure, \"true\"",
        "disclosure, 1",
        "forms, \"PHYSICAL\"",
        "forms, [1]",
        "forms, [null]",
        "perception, 0",
        "observedAt, 1700000000",
        "observedAt, \"2026-03-01\"",
        "observedAt, \"2026-03-01T12:00:00\"",
        "observedAt, \"2026-02-30T12:00:00Z\"",
        "observedAt, \"+292278994-08-17T07:12:55Z\"",
    })
    void aValueOfTheWrongKindIsRefused(String member, String value) {
        Answer answer = signal(Entries.signal().with("{\"%s\": %s}".formatted(member, value)).toString()).send();

        assertRefusedAs(400, answer);
        assertThat(answer.at("/errors/0/pointer").asText()).startsWith("#/" + member);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\u0007", "\\u001b", "\\ud800", "\\udc00x"})
    void charactersThatNobodyTypesAreRefused(String character) {
        String json = Entries.signal().with("description", "a-b").toString().replace("a-b", "a" + character + "b");

        assertErrorsAt(signal(json).send(), "#/description");
        assertThat(file.version()).isEqualTo(1);
    }

    @Test
    void aMomentInTheFutureIsRefused() {
        Answer answer = signal(Entries.signal().with("observedAt", inFuture(Duration.ofMinutes(10))).toString()).send();

        assertRefusedAs(400, answer);
        assertErrorsAt(answer, "#/observedAt");
    }

    @Test
    void clocksMayBeFiveMinutesApart() {
        CaseFile other = PROFESSIONAL.open(Entries.meldcode());

        other.record("signals", Entries.signal().with("observedAt", inFuture(Duration.ofMinutes(4))));

        assertThat(other.version()).isEqualTo(2);
    }

    @Test
    void aDayInTheFutureIsRefusedAndAPlannedDayBeforeTheEntryToo() {
        assertErrorsAt(
                PROFESSIONAL
                        .post(file.path() + "/conversation-waivers", Entries.conversationWaiver().with("waivedOn", When.daysAgo(-2)))
                        .send(),
                "#/waivedOn");
        assertErrorsAt(
                PROFESSIONAL
                        .post(file.path() + "/decisions", Entries.decisions().with("evaluateOn", When.daysAgo(20)))
                        .send(),
                "#/evaluateOn");
    }

    @Test
    void aDiscoveryAfterTheReportIsRefused() {
        CaseFile care = People.REPORT_TEAM.open(Entries.careRelation());

        assertErrorsAt(
                care.entry("internal-reports", Entries.internalReport().with("discoveredAt", When.hoursAgo(10))).send(),
                "#/discoveredAt");
    }

    @Test
    void aBodyOfThreeHundredKibibytesIsTooLarge() {
        assertRefusedAs(413, signal("{\"description\": \"" + "x".repeat(300 * 1024) + "\"}").send());
    }

    @Test
    void aBodyOfThreeHundredKibibytesThatDoesNotSayItsLengthIsTooLarge() {
        byte[] large = ("{\"description\": \"" + "x".repeat(300 * 1024) + "\"}").getBytes(java.nio.charset.StandardCharsets.UTF_8);

        Answer answer = PROFESSIONAL
                .call(
                        "POST",
                        Service.CASES,
                        file.path() + "/signals",
                        BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large)))
                .header("Content-Type", "application/json")
                .send();

        assertRefusedAs(413, answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data"})
    void anotherMediaTypeIsRefused(String type) {
        assertRefusedAs(415, signal(Entries.signal().toString()).header("Content-Type", type).send());
    }

    @Test
    void jsonWithACharsetIsJson() {
        CaseFile other = PROFESSIONAL.open(Entries.meldcode());

        other.entry("signals", Entries.signal()).header("Content-Type", "application/json; charset=utf-8").expect(201);

        assertThat(other.version()).isEqualTo(2);
    }

    @Test
    void aCaseOfAnotherOrganisationIsNotThere() {
        assertRefusedAs(404, WATERLAND_PROFESSIONAL.get(file.path()).send());
        assertRefusedAs(404, WATERLAND_PROFESSIONAL.get(file.path() + "/events").send());
        assertRefusedAs(404, WATERLAND_PROFESSIONAL.post(file.path() + "/signals", Entries.signal()).send());
    }

    @Test
    void aRoleThatMayNotIsRefused() {
        assertRefusedAs(403, CLIENT_COUNCIL.post(file.path() + "/signals", Entries.signal()).send());
        assertRefusedAs(403, CLIENT_COUNCIL.post("/v1/cases", Entries.meldcode()).send());
    }

    @Test
    void aCaseThatIsNoIdIsNotThere() {
        assertProblem(PROFESSIONAL.get("/v1/cases/" + PERSONAL).send(), 404);
        assertProblem(PROFESSIONAL.get("/v1/cases/" + UUID.randomUUID()).send(), 404);
        assertProblem(PROFESSIONAL.get(file.path() + "/events/99").send(), 404);
        assertProblem(PROFESSIONAL.post(file.path() + "/miracles", Entries.signal()).send(), 404);
        assertProblem(PROFESSIONAL.get(file.path() + "/miracles").send(), 404);
    }

    @Test
    void aMethodThatDoesNotExistIsRefusedWithTheOnesThatDo() {
        for (String method : new String[] {"PUT", "DELETE", "PATCH"}) {
            Answer answer = PROFESSIONAL
                    .call(method, Service.CASES, file.path(), BodyPublishers.ofString("{}"))
                    .header("Content-Type", "application/json")
                    .send();

            assertRefusedAs(405, answer);
            assertThat(answer.header("Allow")).contains("GET");
        }
        Answer reading = PROFESSIONAL.get(file.path() + "/signals").send();
        assertRefusedAs(405, reading);
        assertThat(reading.header("Allow")).isEqualTo("POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=201", "?limit=-1", "?limit=x", "?route=" + PERSONAL, "?status=" + PERSONAL, "?cursor=" + PERSONAL})
    void aQueryThatDoesNotFitIsRefused(String query) {
        assertRefusedAs(400, PROFESSIONAL.get("/v1/cases" + query).send());
    }

    @Test
    void theChecksComeInTheirOrder() {
        String large = "x".repeat(300 * 1024);
        String unknown = "/v1/cases/" + UUID.randomUUID() + "/signals";
        String broken = "{";
        String key = "order-" + UUID.randomUUID();
        CaseFile other = PROFESSIONAL.open(Entries.meldcode());
        Body signal = Entries.signal();

        // 413 before 415, 415 before 401
        assertProblem(Caller.nobody().post(unknown, large).header("Content-Type", "text/plain").send(), 413);
        assertProblem(Caller.nobody().post(unknown, broken).header("Content-Type", "text/plain").send(), 415);
        // 401 before everything about the case, 403 before 404, 404 before 400
        assertProblem(Caller.nobody().post(unknown, broken).send(), 401);
        assertProblem(CLIENT_COUNCIL.post(unknown, broken).send(), 403);
        assertProblem(PROFESSIONAL.post(unknown, broken).send(), 404);
        assertProblem(PROFESSIONAL_2.post(file.path() + "/signals", Entries.signal().with("surprise", 1)).send(), 404);
        // 400 before idempotency, 412 and 409
        other.entry("signals", signal).key(key).ifMatch(1).expect(201);
        assertProblem(other.entry("signals", signal.without("perception")).key(key).ifMatch(1).send(), 400);
        // idempotency before 412
        assertThat(other.entry("signals", signal).key(key).ifMatch(1).expect(201).header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(other.entry("signals", Entries.disclosure()).key(key).ifMatch(1).send().at("/type").asText())
                .isEqualTo("urn:meldspoor:idempotency-key-reused");
        // 412 before the rules
        assertProblem(other.entry("signals", signal.with("source", "NEIGHBOUR")).ifMatch(1).send(), 412);
        Problems.assertRefused(other.entry("signals", signal.with("source", "NEIGHBOUR")).ifMatch(2).send(), "SIG-1");
    }

    private static String inFuture(Duration ahead) {
        return Instant.now().plus(ahead).toString();
    }
}
