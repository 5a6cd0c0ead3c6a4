package nl.meldspoor.acceptance;

import static nl.meldspoor.acceptance.People.BOARD;
import static nl.meldspoor.acceptance.People.REPORT_TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
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
        Arrival.assertOnceAndInOrder(flow.end());
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
        Arrival.assertOnceAndInOrder(flow.end());
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
        Arrival.assertOnceAndInOrder(flow.end());
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
        Arrival.assertOnceAndInOrder(flow.end());
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
        Arrival.assertOnceAndInOrder(flow.end());
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
        Arrival.assertOnceAndInOrder(flow.end());
        await().atMost(Arrival.CAUGHT_UP).untilAsserted(() -> assertThat(Topic.of(care)).hasSize(2));
        await().atMost(Arrival.CAUGHT_UP).untilAsserted(() -> assertThat(
                        Topic.read(Topic.CASE_EVENTS).stream().map(Topic.Message::caseId).distinct().count())
                .isGreaterThanOrEqualTo(before));
        await().atMost(Arrival.CAUGHT_UP).untilAsserted(() -> assertThat(
                        Pages.all(BOARD, Service.REPORTING, "/v1/deadlines?limit=200&kind=IGJ-DETERMINE"))
                .filteredOn(d -> d.get("caseId").asText().equals(care.id()))
                .hasSize(1));
    }
}
