package nl.meldspoor.acceptance;

import static nl.meldspoor.acceptance.People.BOARD;
import static nl.meldspoor.acceptance.People.LIAISON_NOORD;
import static nl.meldspoor.acceptance.People.PROFESSIONAL;
import static nl.meldspoor.acceptance.People.REPORT_TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import nl.meldspoor.embedded.EmbeddedPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whatever is killed on the way: every accepted entry is there once and in order at every consumer, and nothing that was refused was
 * stored. The seed is printed; {@code -Dmeldspoor.seed=…} tells the same story again.
 */
class CrashIT {

    private static final long SEED = Long.getLong("meldspoor.seed", System.nanoTime());
    private static final Duration CAUGHT_UP = Duration.ofSeconds(60);

    private final Random random = new Random(SEED);

    @BeforeAll
    static void theSeedIsSaid() {
        System.out.println("CrashIT: meldspoor.seed=" + SEED);
    }

    /** Whatever a test left undone: the next one finds everything running. */
    @AfterEach
    void everythingRunsAgain() {
        Meldspoor.running().stack().parts().forEach(EmbeddedPart::start);
    }

    private static EmbeddedPart part(String name) {
        return Meldspoor.running().part(name);
    }

    @Test
    void theCaseServiceIsKilledBetweenCommitAndPublish() {
        // given: what is committed now cannot be published yet
        part("kafka").kill();
        Flow flow = Flow.started(random);
        flow.awaitMore(30);

        // when
        part("case-service").kill();
        part("kafka").start();
        part("case-service").start();

        // then
        assertEverythingArrivedOnceAndInOrder(flow.end());
    }

    @Test
    void theCaseServiceIsKilledWhileEntriesCome() {
        // given
        Flow flow = Flow.started(random);

        for (int kill = 0; kill < 2; kill++) {
            flow.awaitMore(20 + random.nextInt(40));

            // when
            part("case-service").kill();
            part("case-service").start();
        }
        flow.awaitMore(20);

        // then
        assertThat(flow.withoutAnswer()).as("entries that had to be sent again").isPositive();
        assertEverythingArrivedOnceAndInOrder(flow.end());
    }

    @Test
    void theConsumersAreKilledInABatch() {
        // given
        Flow flow = Flow.started(random);
        flow.awaitMore(10 + random.nextInt(30));

        // when
        part("reporting-service").kill();
        part("notification-service").kill();
        flow.awaitMore(60);
        part("reporting-service").start();
        part("reporting-service").kill();
        part("reporting-service").start();
        part("notification-service").start();
        flow.awaitMore(10);

        // then
        assertEverythingArrivedOnceAndInOrder(flow.end());
    }

    @Test
    void kafkaIsAwayForTwentySeconds() {
        // given
        Flow flow = Flow.started(random);
        flow.awaitMore(20);

        // when
        part("kafka").kill();
        Instant away = Instant.now();
        await().atMost(Duration.ofSeconds(90)).until(() -> away.plusSeconds(20).isBefore(Instant.now()));
        int meanwhile = flow.accepted();
        flow.awaitMore(10);
        part("kafka").start();
        flow.awaitMore(10);

        // then
        assertThat(meanwhile).isGreaterThan(30);
        assertEverythingArrivedOnceAndInOrder(flow.end());
    }

    @Test
    void postgresIsKilled() {
        // given
        Flow flow = Flow.started(random);

        for (int kill = 0; kill < 2; kill++) {
            flow.awaitMore(20 + random.nextInt(40));

            // when
            part("postgres").kill();
            part("postgres").start();
        }
        flow.awaitMore(20);

        // then
        assertThat(flow.withoutAnswer()).as("entries that had to be sent again").isPositive();
        assertEverythingArrivedOnceAndInOrder(flow.end());
    }

    @Test
    void kafkaLosesItsDataAndTheRelayFillsTheTopicAgain() {
        // given
        Flow flow = Flow.started(random);
        CaseFile care = REPORT_TEAM.open(Entries.careRelation()).with("internal-reports", Entries.internalReportOnNobody());
        flow.awaitMore(40);
        long before = Topic.read(Topic.CASE_EVENTS).stream().map(Topic.Message::caseId).distinct().count();

        // when
        Meldspoor.running().stack().kafka().wipe();
        part("kafka").start();

        // then
        assertEverythingArrivedOnceAndInOrder(flow.end());
        await().atMost(CAUGHT_UP).untilAsserted(() -> assertThat(Topic.of(care)).hasSize(2));
        await().atMost(CAUGHT_UP).untilAsserted(() -> assertThat(
                        Topic.read(Topic.CASE_EVENTS).stream().map(Topic.Message::caseId).distinct().count())
                .isGreaterThanOrEqualTo(before));
        await().atMost(CAUGHT_UP).untilAsserted(() -> assertThat(CaseFile.items(
                                BOARD.get(Service.REPORTING, "/v1/deadlines?limit=200&kind=IGJ-DETERMINE").expect(200)))
                .filteredOn(d -> d.get("caseId").asText().equals(care.id()))
                .hasSize(1));
    }

    private static void assertEverythingArrivedOnceAndInOrder(Flow flow) {
        assertThat(flow.surprises()).isEmpty();
        assertThat(flow.writers().stream().mapToInt(Writer::refused).sum()).isPositive();
        for (Writer writer : flow.writers()) {
            List<JsonNode> events = writer.file().events();
            assertStored(writer, events);
            await().atMost(CAUGHT_UP).untilAsserted(() -> assertPublished(writer, events));
            await().atMost(CAUGHT_UP).untilAsserted(() -> assertReported(writer, events));
            await().atMost(CAUGHT_UP).untilAsserted(() -> assertTold(writer));
        }
    }

    private static void assertStored(Writer writer, List<JsonNode> events) {
        assertThat(sequences(events)).isEqualTo(oneTo(writer.accepted().size() + 1));
        assertThat(events.stream().skip(1).map(e -> Instant.parse(e.get("occurredAt").asText())).toList())
                .isEqualTo(writer.accepted());
        assertThat(writer.file().version()).isEqualTo(events.size());
    }

    /** The topic may hold a record twice, as the consumers expect, but never another one, and in order when it comes first. */
    private static void assertPublished(Writer writer, List<JsonNode> events) {
        Map<Long, Topic.Message> first = new LinkedHashMap<>();
        for (Topic.Message message : Topic.of(writer.file())) {
            Topic.Message known = first.putIfAbsent(message.sequence(), message);
            if (known != null) {
                assertThat(message.value()).isEqualTo(known.value());
                assertThat(message.headers().get("ce_id")).isEqualTo(known.headers().get("ce_id"));
            }
        }
        assertThat(new ArrayList<>(first.keySet())).isEqualTo(oneTo(events.size()));
        assertThat(first.values().stream().map(m -> m.headers().get("ce_id")).toList())
                .isEqualTo(events.stream().map(e -> e.get("id").asText()).toList());
        assertThat(first.values().stream().map(m -> m.body().json().get("hash").asText()).toList())
                .isEqualTo(events.stream().map(e -> e.get("hash").asText()).toList());
    }

    private static void assertReported(Writer writer, List<JsonNode> events) {
        Answer timeline = PROFESSIONAL.get(Service.REPORTING, writer.file().path() + "/timeline").expect(200);
        List<JsonNode> items = new ArrayList<>();
        timeline.at("/events").forEach(items::add);
        assertThat(sequences(items)).isEqualTo(oneTo(events.size()));
    }

    private static void assertTold(Writer writer) {
        assertThat(Pages.all(LIAISON_NOORD, Service.NOTIFICATIONS, "/v1/notifications?limit=200"))
                .filteredOn(n -> n.get("caseId").asText().equals(writer.file().id()))
                .filteredOn(n -> n.get("kind").asText().equals("MELDING_MADE"))
                .hasSize(writer.meldingen());
    }

    private static List<Long> sequences(List<JsonNode> events) {
        return events.stream().map(e -> e.get("sequence").asLong()).toList();
    }

    private static List<Long> oneTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
