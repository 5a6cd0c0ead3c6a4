package nl.meldspoor.acceptance;

import static nl.meldspoor.acceptance.People.ATTENTION_OFFICER;
import static nl.meldspoor.acceptance.People.PROFESSIONAL;
import static nl.meldspoor.acceptance.People.PROFESSIONAL_2;
import static nl.meldspoor.acceptance.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever sends the same request twice records it once. */
class IdempotencyIT {

    private final String key = "key-" + UUID.randomUUID();

    @Test
    void theSameRequestAgainGivesTheAnswerAsItWasThen() {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode());
        Body signal = Entries.signal();
        Answer first = file.entry("signals", signal).key(key).expect(201);
        file.record("signals", Entries.signal());

        // when
        Answer again = file.entry("signals", signal).key(key).send();

        // then
        again.expect(201);
        assertThat(first.header("Idempotency-Replayed")).isNotEqualTo("true");
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(file.version()).isEqualTo(3);
    }

    @Test
    void theAnswerIsGivenAgainAlsoAfterTheCaseWasClosed() {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode());
        Body signal = Entries.signal();
        Answer first = file.entry("signals", signal).key(key).expect(201);
        file.record("closures", Entries.closure("OPENED_BY_MISTAKE"));

        // when
        Answer again = file.entry("signals", signal).key(key).send();

        // then
        again.expect(201);
        assertThat(again.json()).isEqualTo(first.json());
    }

    @Test
    void aCaseOpenedTwiceWithOneKeyIsOneCase() {
        // given
        Body opening = Entries.meldcode();
        Answer first = PROFESSIONAL.post("/v1/cases", opening).key(key).expect(201);

        // when
        Answer again = PROFESSIONAL.post("/v1/cases", opening).key(key).send();

        // then
        again.expect(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(CaseFile.items(PROFESSIONAL
                        .get("/v1/cases")
                        .header("Client-Reference", opening.json().at("/client/reference").asText())
                        .expect(200)))
                .hasSize(1);
    }

    @Test
    void theKeyForAnotherRequestIsRefused() {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode());
        CaseFile other = PROFESSIONAL.open(Entries.meldcode());
        Body signal = Entries.signal();
        file.entry("signals", signal).key(key).expect(201);

        // when
        Answer otherBody = file.entry("signals", signal.with("perception", "HEARD")).key(key).send();
        Answer otherCase = other.entry("signals", signal).key(key).send();
        Answer otherEntry = file.entry("consultations", Entries.consultation()).key(key).send();

        // then
        for (Answer answer : new Answer[] {otherBody, otherCase, otherEntry}) {
            assertProblem(answer, 409);
            assertThat(answer.at("/type").asText()).isEqualTo("urn:meldspoor:idempotency-key-reused");
        }
        assertThat(file.version()).isEqualTo(2);
        assertThat(other.version()).isEqualTo(1);
    }

    @Test
    void aKeyBelongsToWhoUsedIt() {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode());
        Body signal = Entries.signal();
        file.entry("signals", signal).key(key).expect(201);

        // when
        Answer officer = file.as(ATTENTION_OFFICER).entry("signals", signal).key(key).send();
        Answer otherCase = PROFESSIONAL_2.post("/v1/cases", Entries.meldcode()).key(key).send();

        // then
        officer.expect(201);
        assertThat(officer.at("/case/version").asLong()).isEqualTo(3);
        assertThat(officer.header("Idempotency-Replayed")).isNotEqualTo("true");
        otherCase.expect(201);
    }

    @Test
    void aRefusalIsNotRemembered() {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode());
        Body assessment = Entries.assessment();
        Problems.assertRefused(file.entry("assessments", assessment).key(key).send(), "ASM-1");
        file.record("signals", Entries.signal());

        // when
        Answer answer = file.entry("assessments", assessment).key(key).send();

        // then
        answer.expect(201);
        assertThat(answer.header("Idempotency-Replayed")).isNotEqualTo("true");
    }

    @Test
    void aDryRunIsNotRemembered() {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode());
        file.entry("signals?dryRun=true", Entries.signal()).key(key).expect(200);

        // when
        Answer answer = file.entry("signals", Entries.signal().with("perception", "HEARD")).key(key).send();

        // then
        answer.expect(201);
        assertThat(file.version()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "sixty-five-characters-sixty-five-characters-sixty-five-characters"})
    void aKeyIsAtMostSixtyFourVisibleCharacters(String unfit) {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode());

        // when
        Answer answer = file.entry("signals", Entries.signal()).key(unfit).send();

        // then
        assertProblem(answer, 400);
        assertThat(file.version()).isEqualTo(1);
    }

    @Test
    void manyWithOneKeyAtOnceRecordOnce() throws Exception {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode());
        Body signal = Entries.signal();

        // when
        java.util.List<Answer> answers = AtOnce.times(8, n -> file.entry("signals", signal).key(key).send());

        // then
        assertThat(answers).allSatisfy(a -> a.expect(201));
        assertThat(answers).filteredOn(a -> a.header("Idempotency-Replayed").equals("true")).hasSize(7);
        assertThat(answers).extracting(Answer::json).containsOnly(answers.getFirst().json());
        assertThat(file.version()).isEqualTo(2);
    }

    @Test
    void manyEntriesAtOnceAreAllRecorded() throws Exception {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode());

        // when
        java.util.List<Answer> answers = AtOnce.times(
                40, n -> file.entry("signals", Entries.signal().with("observedAt", When.hoursAgo(100 + n))).send());

        // then
        assertThat(answers).allSatisfy(a -> a.expect(201));
        assertThat(answers).extracting(a -> a.at("/events/0/sequence").asLong()).doesNotHaveDuplicates();
        assertThat(file.version()).isEqualTo(41);
        assertThat(file.events()).extracting(e -> e.get("sequence").asLong())
                .containsExactlyElementsOf(java.util.stream.LongStream.rangeClosed(1, 41).boxed().toList());
    }
}
