package nl.meldspoor.acceptance;

import static nl.meldspoor.acceptance.People.ATTENTION_OFFICER;
import static nl.meldspoor.acceptance.People.INTEGRATION;
import static nl.meldspoor.acceptance.People.PROFESSIONAL;
import static nl.meldspoor.acceptance.People.PROFESSIONAL_2;
import static nl.meldspoor.acceptance.Problems.assertErrorsAt;
import static nl.meldspoor.acceptance.Problems.assertProblem;
import static nl.meldspoor.acceptance.Problems.assertStandardHeaders;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What recording an entry answers. */
class RecordingIT {

    @Test
    void anOpenedCaseIsAnsweredWithItsPlaceItsVersionAndItself() {
        // given
        Body opening = Entries.meldcode();

        // when
        Answer answer = PROFESSIONAL.post("/v1/cases", opening).send();

        // then
        answer.expect(201);
        assertStandardHeaders(answer);
        String id = answer.at("/case/id").asText();
        assertThat(answer.locationPath()).isEqualTo("/v1/cases/" + id);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        JsonNode found = answer.at("/case");
        assertThat(found.get("route").asText()).isEqualTo("MELDCODE");
        assertThat(found.get("status").asText()).isEqualTo("OPEN");
        assertThat(found.get("version").asLong()).isEqualTo(1);
        assertThat(found.get("organisation").asText()).isEqualTo("de-linde");
        assertThat(found.get("unit").asText()).isEqualTo("Team Oost");
        assertThat(found.get("region").asText()).isEqualTo("noord");
        assertThat(found.get("openedBy").asText()).isEqualTo("de-linde-professional");
        assertThat(found.get("handler").asText()).isEqualTo("de-linde-professional");
        assertThat(found.get("client")).isEqualTo(Body.of("""
                {"reference": "%s", "name": null, "birthDate": null}
                """.formatted(opening.json().at("/client/reference").asText())).json());
        assertThat(found.get("clientRole").asText()).isEqualTo("CARE_RECEIVER");
        assertThat(found.get("framework").asText()).isEqualTo("VENVN");
        assertThat(found.get("openedAt").asText()).endsWith("Z");
        assertThat(found.get("steps")).extracting(s -> s.get("name").asText())
                .containsExactly("SIGNALS", "CONSULTATION", "CONVERSATION", "ASSESSMENT", "DECISIONS", "EVALUATION");
        assertThat(found.get("steps")).extracting(s -> s.get("step").asInt()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(found.get("steps")).allSatisfy(s -> assertThat(s.get("missing").isArray()).isTrue());
        assertThat(found.get("steps").get(0).get("state").asText()).isEqualTo("NOT_STARTED");
        assertThat(found.get("obligations").isArray()).isTrue();
        assertThat(found.has("assessment")).isTrue();
        assertThat(found.get("deadlines").isArray()).isTrue();
        assertThat(found.get("allowed")).extracting(JsonNode::asText).contains("signals", "consultations").doesNotContain("hearings");
        assertThat(found.get("notAllowed")).anySatisfy(n -> {
            assertThat(n.get("entry").asText()).isEqualTo("assessments");
            assertThat(n.get("rule").asText()).isEqualTo("ASM-1");
            assertThat(n.at("/why/nl").asText()).isNotBlank();
            assertThat(n.at("/why/en").asText()).isNotBlank();
        });
        assertThat(answer.at("/events")).hasSize(1);
    }

    @Test
    void anEntryIsAnsweredWithItsPlaceItsVersionAndTheEvent() {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode());
        Body signal = Entries.signal().with("literalWords", "Ik ben gevallen.").with("note", "Later nog eens vragen.");

        // when
        Answer answer = file.entry("signals", signal).send();

        // then
        answer.expect(201);
        assertThat(answer.locationPath()).isEqualTo(file.path() + "/events/2");
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        assertThat(answer.at("/case/version").asLong()).isEqualTo(2);
        assertThat(answer.at("/events")).hasSize(1);
        JsonNode event = answer.at("/events/0");
        assertThat(event.get("id").asText()).matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(event.get("caseId").asText()).isEqualTo(file.id());
        assertThat(event.get("sequence").asLong()).isEqualTo(2);
        assertThat(event.get("type").asText()).isEqualTo("SignalRecorded");
        assertThat(event.get("schemaVersion").asInt()).isEqualTo(1);
        assertThat(event.get("occurredAt").asText()).isEqualTo(signal.json().get("observedAt").asText());
        assertThat(Instant.parse(event.get("recordedAt").asText())).isAfter(Instant.now().minusSeconds(60));
        assertThat(event.get("recordedBy").asText()).isEqualTo("de-linde-professional");
        assertThat(event.get("onBehalfOf").isNull()).isTrue();
        assertThat(event.get("late").asBoolean()).isFalse();
        assertThat(event.get("deviatedFrom")).isEmpty();
        assertThat(event.get("hash").asText()).matches("[0-9a-f]{64}");
        assertThat(event.at("/data/description").asText()).isEqualTo("Blauwe plekken op de onderarm.");
        assertThat(event.at("/data/literalWords").asText()).isEqualTo("Ik ben gevallen.");
        assertThat(event.at("/data/note").asText()).isEqualTo("Later nog eens vragen.");
        assertThat(event.at("/data/forms/0").asText()).isEqualTo("PHYSICAL");
        assertThat(file.caller().get(answer.locationPath()).expect(200).json()).isEqualTo(event);
    }

    @Test
    void anEntryOfLongAgoIsMarkedLate() {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode());

        // when
        Answer old = file.record("signals", Entries.signal().with("observedAt", When.noonDaysAgo(8)));
        Answer recent = file.record("signals", Entries.signal().with("observedAt", When.noonDaysAgo(6)));

        // then
        assertThat(old.at("/events/0/late").asBoolean()).isTrue();
        assertThat(recent.at("/events/0/late").asBoolean()).isFalse();
    }

    @Test
    void aMomentWithAnOffsetIsAnsweredInUtc() {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode());

        // when
        Answer answer = file.record("signals", Entries.signal().with("observedAt", "2026-03-29T23:30:00+02:00"));

        // then
        assertThat(answer.at("/events/0/occurredAt").asText()).isEqualTo("2026-03-29T21:30:00Z");
    }

    @Test
    void aDryRunAnswersTheSameAndStoresNothing() {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode());

        // when
        Answer answer = file.entry("signals?dryRun=true", Entries.signal()).send();

        // then
        answer.expect(200);
        assertThat(answer.at("/case/version").asLong()).isEqualTo(2);
        assertThat(answer.at("/events/0/type").asText()).isEqualTo("SignalRecorded");
        assertThat(file.version()).isEqualTo(1);
        assertThat(file.events()).hasSize(1);
    }

    @Test
    void aDryRunOfOpeningStoresNothing() {
        // given
        Body opening = Entries.meldcode();

        // when
        Answer answer = PROFESSIONAL.post("/v1/cases?dryRun=true", opening).send();

        // then
        answer.expect(200);
        assertThat(answer.at("/case/version").asLong()).isEqualTo(1);
        String reference = opening.json().at("/client/reference").asText();
        assertThat(CaseFile.items(PROFESSIONAL.get("/v1/cases").header("Client-Reference", reference).expect(200)))
                .isEmpty();
        assertProblem(PROFESSIONAL.get("/v1/cases/" + answer.at("/case/id").asText()).send(), 404);
    }

    @Test
    void aDryRunIsRefusedAsTheEntryWouldBe() {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode());

        // when
        Answer answer = file.entry("assessments?dryRun=true", Entries.assessment()).send();

        // then
        Problems.assertRefused(answer, "ASM-1");
    }

    @Test
    void whoPrefersTheMinimumGetsNoBody() {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode());

        // when
        Answer answer = file.entry("signals", Entries.signal()).header("Prefer", "return=minimal").send();

        // then
        answer.expect(201);
        assertThat(answer.text()).isEmpty();
        assertThat(answer.header("Preference-Applied")).isEqualTo("return=minimal");
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        assertThat(answer.locationPath()).isEqualTo(file.path() + "/events/2");
        assertThat(file.version()).isEqualTo(2);
    }

    @Test
    void anEntryForTheVersionThatIsThereIsRecordedAndForAnotherIsNot() {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode());

        // when
        Answer onTime = file.entry("signals", Entries.signal()).ifMatch(1).send();
        Answer tooLate = file.entry("signals", Entries.signal()).ifMatch(1).send();
        Answer tooEarly = file.entry("signals", Entries.signal()).ifMatch(3).send();

        // then
        onTime.expect(201);
        assertProblem(tooLate, 412);
        assertProblem(tooEarly, 412);
        assertThat(file.version()).isEqualTo(2);
    }

    @Test
    void anIntegrationNamesThePersonItActsFor() {
        // given
        Body opening = Entries.meldcode();

        // when
        Answer opened = INTEGRATION.post("/v1/cases", opening).onBehalfOf("de-linde-professional").send();

        // then
        opened.expect(201);
        assertThat(opened.at("/events/0/onBehalfOf").asText()).isEqualTo("de-linde-professional");
        assertThat(opened.at("/events/0/recordedBy").asText()).isNotEqualTo("de-linde-professional").isNotBlank();
        CaseFile file = CaseFile.opened(PROFESSIONAL, opened);
        assertThat(file.read().get("openedBy").asText()).isEqualTo("de-linde-professional");
        assertProblem(PROFESSIONAL_2.get(file.path()).send(), 404);
        assertProblem(INTEGRATION.get(file.path()).onBehalfOf("de-linde-professional-2").send(), 404);
        INTEGRATION.get(file.path()).onBehalfOf("de-linde-professional").expect(200);
        INTEGRATION.post(file.path() + "/signals", Entries.signal()).onBehalfOf("de-linde-professional").expect(201);
    }

    @Test
    void anIntegrationThatNamesNobodyIsRefused() {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode());

        // when
        Answer recording = INTEGRATION.post("/v1/cases", Entries.meldcode()).send();

        // then
        assertProblem(recording, 400);
        assertThat(INTEGRATION.get(file.path()).send().status()).isBetween(400, 404);
    }

    @Test
    void aPersonMayNotActForSomebodyElse() {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode());

        // when
        Answer answer = file.entry("signals", Entries.signal()).onBehalfOf("de-linde-professional-2").send();

        // then
        assertProblem(answer, 400);
        assertThat(file.version()).isEqualTo(1);
    }

    @Test
    void allErrorsOfTheShapeAreAnsweredAtOnce() {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode());
        Body wrong = Entries.signal().without("perception").with("""
                {"forms": ["PHYSICAL", "MAGICAL"], "description": "   ", "literalWords": "een\\u0007bel", "disclosure": "yes",
                 "observedAt": "yesterday", "surprise": 1}
                """).with("sourceDetails", "x".repeat(20_001));

        // when
        Answer answer = file.entry("signals", wrong).send();

        // then
        assertErrorsAt(
                answer,
                "#/perception",
                "#/forms/1",
                "#/description",
                "#/literalWords",
                "#/disclosure",
                "#/observedAt",
                "#/surprise",
                "#/sourceDetails");
        assertThat(file.version()).isEqualTo(1);
    }

    @Test
    void errorsInsideAMemberAreNamedByTheirPlace() {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode());
        Body wrong = Entries.melding().with("""
                {"persons": [{"role": "slachtoffer", "name": "Mevrouw"}, {"role": "pleger", "name": "", "shoeSize": 43}],
                 "madeBy": {"name": "Pim"}}
                """);

        // when
        Answer answer = file.entry("meldingen", wrong).send();

        // then
        assertErrorsAt(answer, "#/persons/1/name", "#/persons/1/shoeSize", "#/madeBy/function");
    }

    @Test
    void textOfTwentyThousandCharactersIsStoredWhole() {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode());
        String longest = "é".repeat(20_000);

        // when
        Answer answer = file.record("signals", Entries.signal().with("description", longest));

        // then
        assertThat(answer.at("/events/0/data/description").asText()).isEqualTo(longest);
        assertThat(file.as(ATTENTION_OFFICER).events().getLast().at("/data/description").asText()).isEqualTo(longest);
    }

    @Test
    void whatWasDerivedIsNotForTheCallerToSay() {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode()).with("signals", Entries.signal());

        // when
        Answer answer = file.entry("assessments", Entries.assessment().with("outcome", "CLOSE")).send();

        // then
        assertErrorsAt(answer, "#/outcome");
    }
}
