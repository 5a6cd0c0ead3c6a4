package nl.meldspoor.acceptance;

import static nl.meldspoor.acceptance.People.ATTENTION_OFFICER;
import static nl.meldspoor.acceptance.People.BOARD;
import static nl.meldspoor.acceptance.People.LIAISON_NOORD;
import static nl.meldspoor.acceptance.People.PROFESSIONAL;
import static nl.meldspoor.acceptance.People.REPORT_TEAM;
import static nl.meldspoor.acceptance.People.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meldspoor.events.EventShape;
import nl.meldspoor.events.EventType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A melding recorded over REST is in the inbox of the right liaison and of nobody else, on the dashboard, and on Kafka without any personal
 * word in it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChainIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    /** They would take the planted words away, and have tests of their own. */
    private static final Set<EventType> ERASING = Set.of(EventType.CASE_ERASED, EventType.PERSON_ERASED);

    private CaseFile meldcode;
    private CaseFile careRelation;
    /** What the organisation says of how it keeps the record, the only words that are left of it. */
    private CaseFile erased;
    private String meldingId;

    @BeforeAll
    void everyEntryWithAWordInEveryPersonalMember() {
        meldcode = PROFESSIONAL
                .open(Planted.meldcode())
                .with("signals", Planted.signal())
                .with("consultations", Planted.consultation())
                .with("conversations", Planted.conversation())
                .with("conversation-waivers", Planted.conversationWaiver())
                .with("assessments", Planted.assessment())
                .with("decisions", Planted.decisions());
        meldingId = meldcode.record("meldingen", Planted.melding()).at("/events/0/data/meldingId").asText();
        LIAISON_NOORD.post("/v1/meldingen/" + meldingId + "/acknowledgements", Planted.acknowledgement()).expect(201);
        LIAISON_NOORD.post("/v1/meldingen/" + meldingId + "/feedback", Planted.feedback()).expect(201);
        Planted.recordTheRestOf(meldcode);
        careRelation = REPORT_TEAM
                .open(Planted.careRelation())
                .with("signals", Planted.signal())
                .with("internal-reports", Planted.internalReport())
                .with("safety-measures", Planted.safetyMeasure())
                .with("conversations", Planted.conversation())
                .with("hearings", Planted.hearing())
                .with("hearing-waivers", Planted.hearingWaiver())
                .as(BOARD)
                .with("judgements", Planted.judgement())
                .with("igj-reports", Planted.igjReport());
        Planted.recordTheRestOfCareRelation(careRelation);
        erased = REPORT_TEAM.open(Planted.careRelation()).as(BOARD);
        Planted.holdAndErase(erased);
        refusedAndReadToo();
    }

    /** What was refused, dry-run, searched and read must not leave a word behind either. */
    private void refusedAndReadToo() {
        meldcode.entry("signals", Planted.signal().without("sourceDetails")).expect(409);
        meldcode.entry("signals", Planted.signal().with("perception", Planted.WORD)).expect(400);
        meldcode.entry("signals?dryRun=true", Planted.signal()).expect(200);
        PROFESSIONAL.post(meldcode.path() + "/signals", "{\"description\": \"" + Planted.WORD).expect(400);
        PROFESSIONAL.get("/v1/cases").header("Client-Reference", Planted.WORD + "1").expect(200);
        PROFESSIONAL.get("/v1/cases/" + Planted.WORD).expect(404);
        meldcode.entry("signals", Planted.signal()).key(Planted.WORD).expect(201);
        People.INTEGRATION
                .post(meldcode.path() + "/signals", Planted.signal())
                .onBehalfOf("de-linde-professional")
                .expect(201);
        for (Caller reader : List.of(PROFESSIONAL, ATTENTION_OFFICER, SUPERVISOR)) {
            reader.get(meldcode.path()).expect(200);
            reader.get(meldcode.path() + "/events").expect(200);
        }
    }

    @Test
    void whatWasRecordedIsReadBackWhole() {
        // when
        String events = PROFESSIONAL.get(meldcode.path() + "/events").expect(200).text()
                + BOARD.get(careRelation.path() + "/events").expect(200).text();

        // then: the search would find the words if they were there
        assertThat(new WordSearch(List.of(Planted.WORD)).in(events)).isNotEmpty();
        assertThat(Pattern.compile(Planted.WORD + "\\d+").matcher(events).results().map(r -> r.group()).distinct())
                .hasSizeGreaterThan(250);
        assertThat(events).contains("de-linde-staff").contains("de-linde-supervisor").contains(Planted.BIRTH_DATE);
    }

    /** What is not planted is not searched for: an entry or member that is added to the catalogue must come in here too. */
    @Test
    void everySealedMemberOfEveryEntryIsPlanted() {
        // when
        Map<String, Set<String>> told = new TreeMap<>();
        Stream.of(meldcode, careRelation.as(BOARD), erased)
                .flatMap(file -> file.events().stream())
                .forEach(event -> {
                    Set<String> members = told.computeIfAbsent(event.get("type").asText(), t -> new TreeSet<>());
                    event.get("data").fieldNames().forEachRemaining(members::add);
                });

        // then
        for (EventType type : EventType.values()) {
            if (!type.isEntry() || ERASING.contains(type)) {
                continue;
            }
            Set<String> sealed = EventShape.of(type.record()).members().stream()
                    .filter(m -> m.sealed() != null)
                    .map(EventShape.Member::name)
                    .collect(Collectors.toSet());
            assertThat(told).containsKey(type.eventName());
            assertThat(told.get(type.eventName()))
                    .as(type.entryPath())
                    .containsAll(sealed)
                    .contains("note", "deviation");
        }
    }

    @Test
    void theMeldingIsInTheInboxOfTheRightPeopleAndOfNobodyElse() {
        // when
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(inbox(LIAISON_NOORD)).hasSize(1);
            assertThat(inbox(SUPERVISOR)).isNotEmpty();
            assertThat(inbox(ATTENTION_OFFICER)).isNotEmpty();
        });

        // then
        for (Caller caller : People.everybody()) {
            List<JsonNode> made = inbox(caller);
            boolean told = Set.of(LIAISON_NOORD, SUPERVISOR, ATTENTION_OFFICER).contains(caller);
            assertThat(made).as("%s is told of the melding", caller).hasSize(told ? 1 : 0);
        }
        JsonNode item = inbox(LIAISON_NOORD).getFirst();
        assertThat(item.get("kind").asText()).isEqualTo("MELDING_MADE");
        assertThat(item.get("organisation").asText()).isEqualTo("de-linde");
        assertThat(item.at("/title/nl").asText()).isNotBlank();
        assertThat(item.at("/title/en").asText()).isNotBlank();
        assertThat(Instant.parse(item.get("createdAt").asText())).isBefore(Instant.now().plusSeconds(5));
        assertThat(item.get("readAt").isNull()).isTrue();
        assertThat(item.at("/links/case").asText()).isNotBlank();
    }

    private List<JsonNode> inbox(Caller caller) {
        return CaseFile.items(caller.get(Service.NOTIFICATIONS, "/v1/notifications?limit=200").expect(200)).stream()
                .filter(n -> n.get("caseId").asText().equals(meldcode.id()))
                .filter(n -> n.get("kind").asText().equals("MELDING_MADE"))
                .toList();
    }

    @Test
    void whatWasReadStaysReadForWhoReadIt() {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode()).with("signals", Entries.signal()).with("meldingen", Entries.melding());
        await().atMost(SOON).until(() -> unread(LIAISON_NOORD, file).size() == 1 && unread(SUPERVISOR, file).size() == 1);
        String id = unread(LIAISON_NOORD, file).getFirst().get("id").asText();

        // when
        Answer strange = read(People.LIAISON_ZUID, id);
        Answer first = read(LIAISON_NOORD, id);
        Answer second = read(LIAISON_NOORD, id);

        // then
        Problems.assertProblem(strange, 404);
        first.expect(204);
        second.expect(204);
        assertThat(unread(LIAISON_NOORD, file)).isEmpty();
        assertThat(unread(SUPERVISOR, file)).hasSize(1);
    }

    private static Answer read(Caller caller, String id) {
        return caller
                .call(
                        "PUT",
                        Service.NOTIFICATIONS,
                        "/v1/notifications/" + id + "/read",
                        java.net.http.HttpRequest.BodyPublishers.noBody())
                .send();
    }

    private static List<JsonNode> unread(Caller caller, CaseFile file) {
        return CaseFile.items(caller.get(Service.NOTIFICATIONS, "/v1/notifications?unread=true&limit=200").expect(200)).stream()
                .filter(n -> n.get("caseId").asText().equals(file.id()))
                .toList();
    }

    @Test
    void theCaseIsOnTheDashboardAndItsStepsOnTheTimeline() {
        // given
        await().atMost(SOON).until(
                () -> PROFESSIONAL.get(Service.REPORTING, meldcode.path() + "/timeline").send().status() == 200);
        String before = BOARD.get(Service.REPORTING, "/v1/dashboard").expect(200).text();

        // when
        CaseFile file = PROFESSIONAL.open(Entries.meldcode()).with("signals", Entries.signal());

        // then
        await().atMost(SOON).untilAsserted(
                () -> assertThat(BOARD.get(Service.REPORTING, "/v1/dashboard").expect(200).text()).isNotEqualTo(before));
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        PROFESSIONAL.get(Service.REPORTING, file.path() + "/timeline").expect(200).at("/events"))
                .hasSize(2));
    }

    @Test
    void kafkaCarriesExactlyTheHeadersAndMembersOfTheContract() {
        // given
        List<JsonNode> stored = meldcode.events();
        await().atMost(SOON).until(() -> Topic.of(meldcode).size() >= stored.size());

        // when
        List<Topic.Message> messages = Topic.of(meldcode);

        // then
        assertThat(messages).hasSameSizeAs(stored);
        for (int i = 0; i < stored.size(); i++) {
            Topic.Message message = messages.get(i);
            JsonNode event = stored.get(i);
            JsonNode value = message.body().json();
            assertThat(message.headers().keySet())
                    .containsExactlyInAnyOrder(
                            "content-type",
                            "ce_specversion",
                            "ce_id",
                            "ce_type",
                            "ce_source",
                            "ce_subject",
                            "ce_time",
                            "ce_sequence",
                            "ce_sequencetype",
                            "ce_partitionkey",
                            "traceparent");
            assertThat(message.headers())
                    .containsEntry("content-type", "application/json")
                    .containsEntry("ce_specversion", "1.0")
                    .containsEntry("ce_id", event.get("id").asText())
                    .containsEntry("ce_type", "nl.meldspoor.cases." + kebab(event.get("type").asText()) + ".v" + event.get("schemaVersion").asText())
                    .containsEntry("ce_source", "urn:nld:kvknr:12345678:systeem:meldspoor")
                    .containsEntry("ce_subject", meldcode.id())
                    .containsEntry("ce_sequence", Integer.toString(i + 1))
                    .containsEntry("ce_sequencetype", "Integer")
                    .containsEntry("ce_partitionkey", meldcode.id());
            assertThat(message.headers().get("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
            assertThat(Instant.parse(message.headers().get("ce_time"))).isEqualTo(Instant.parse(event.get("recordedAt").asText()));
            assertThat(value.fieldNames())
                    .toIterable()
                    .containsExactly(
                            "organisation",
                            "caseId",
                            "sequence",
                            "type",
                            "schemaVersion",
                            "occurredAt",
                            "recordedAt",
                            "personRef",
                            "onBehalfOfRef",
                            "deviatedFrom",
                            "facts",
                            "previousHash",
                            "hash");
            assertThat(value.get("organisation").asText()).isEqualTo("de-linde");
            assertThat(value.get("sequence").asInt()).isEqualTo(i + 1);
            assertThat(value.get("type")).isEqualTo(event.get("type"));
            assertThat(Instant.parse(value.get("occurredAt").asText())).isEqualTo(Instant.parse(event.get("occurredAt").asText()));
            assertThat(value.get("personRef").asText()).matches("[0-9a-f]{64}");
            assertThat(value.get("hash")).isEqualTo(event.get("hash"));
            assertThat(value.get("previousHash").isNull() ? null : value.get("previousHash").asText())
                    .isEqualTo(i == 0 ? null : stored.get(i - 1).get("hash").asText());
        }
        JsonNode signal = messages.get(1).body().json().get("facts");
        assertThat(signal).isEqualTo(Body.of("""
                {"perception": "TOLD", "direction": "CONFIRMS", "forms": ["PHYSICAL"], "about": "CARE_RECEIVER", "source": "NEIGHBOUR",
                 "disclosure": false, "observedAt": "%s"}
                """.formatted(signal.path("observedAt").asText("-"))).json());
        assertThat(messages.getLast().body().json().get("onBehalfOfRef").asText())
                .isEqualTo(messages.getFirst().body().json().get("personRef").asText());
    }

    private static String kebab(String type) {
        return type.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }

    @Test
    void noPersonalWordIsOnTheTopicInTheLogsOrInTheFilesOfTheDatabaseAndOfKafka() throws Exception {
        // given: all of it has travelled to its end
        await().atMost(SOON).until(() -> Topic.of(careRelation).size() >= careRelation.version()
                && Topic.of(meldcode).size() >= meldcode.version()
                && inbox(LIAISON_NOORD).size() == 1
                && BOARD.get(Service.REPORTING, careRelation.path() + "/timeline").send().status() == 200);
        List<String> words = new ArrayList<>(List.of(Planted.WORD, Planted.BIRTH_DATE, "ecd-de-linde", "ecd-waterland"));
        People.everybody().forEach(p -> words.add(p.toString()));
        WordSearch search = new WordSearch(words);

        // when
        List<String> onTopics = new ArrayList<>();
        Topic.read(Topic.CASE_EVENTS).forEach(m -> onTopics.addAll(search.in(m.key() + m.headers() + m.value())));
        List<String> inFiles = search.under(
                Meldspoor.running().folder(), Meldspoor.running().folder().resolve("keycloak"));

        // then
        assertThat(onTopics).isEmpty();
        assertThat(inFiles).filteredOn(f -> !f.endsWith("keycloak.log")).isEmpty();
        assertThat(StoredRows.holding(search)).isEmpty();
    }

    @Test
    void theFilesThatWereSearchedAreTheOnesThatHoldTheCase() {
        // given
        WordSearch unsealed = new WordSearch(List.of(meldcode.id()));

        // when
        List<String> files = unsealed.under(
                Meldspoor.running().folder(), Meldspoor.running().folder().resolve("keycloak"));

        // then: what is not sealed is found in Kafka's log and in the write-ahead log
        assertThat(files).anyMatch(f -> f.contains("kafka/"));
        assertThat(files).anyMatch(f -> f.contains("postgres/"));
    }
}
