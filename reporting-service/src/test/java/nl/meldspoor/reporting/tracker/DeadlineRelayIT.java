package nl.meldspoor.reporting.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.meldspoor.embedded.EmbeddedParts;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.events.deadlines.PublishedDeadline;
import nl.meldspoor.events.deadlines.Rung;
import nl.meldspoor.http.SignedTokens;
import nl.meldspoor.reporting.projection.CatchUp;
import nl.meldspoor.reporting.support.CaseStory;
import nl.meldspoor.reporting.support.RealParts;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(SignedTokens.class)
class DeadlineRelayIT {

    private static final PersonRefs REFS = RealParts.refs();
    private static final LocalDate DISCOVERED = LocalDate.of(2026, 2, 17);
    private static final LocalDate DUE = LocalDate.of(2026, 3, 31);
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Pool pool;

    @Inject
    CatchUp catchUp;

    private TrackerFixture fixture;
    private CaseStory story;
    private String servers;

    @BeforeEach
    void aTermThatIsHalfGone() {
        fixture = new TrackerFixture(pool);
        servers = EmbeddedParts.shared().kafka().bootstrapServers();
        story = CaseStory.careRelation(REFS, "org-" + UUID.randomUUID(), "anna").reported("berend", "carel", DISCOVERED);
        fixture.project(story);
        fixture.tracker(new MovableClock(LocalDate.of(2026, 3, 10))).tick();
    }

    @Test
    void bringsTheJournalToATopicThatIsKeptForEver() throws Exception {
        // when
        try (DeadlineRelay relay = fixture.relay(servers)) {
            publishAll(relay);
        }

        // then
        PublishedDeadline half = onTheTopic().stream().filter(d -> d.rung() == Rung.HALF_TERM).findFirst().orElseThrow();
        assertThat(half.organisation()).isEqualTo(story.event(1).organisation());
        assertThat(half.obligation()).isEqualTo("OB-INVESTIGATE");
        assertThat(half.kind()).isEqualTo("IGJ-DETERMINE");
        assertThat(half.dueOn()).isEqualTo(DUE);
        assertThat(half.workingDaysLeft()).isEqualTo(15);
        assertThat(half.source()).isEqualTo(TrackerFixture.SOURCE);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            assertThat(admin.describeTopics(List.of(PublishedDeadline.TOPIC))
                            .allTopicNames()
                            .get()
                            .get(PublishedDeadline.TOPIC)
                            .partitions())
                    .hasSize(12);
            ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, PublishedDeadline.TOPIC);
            assertThat(admin.describeConfigs(List.of(topic)).all().get().get(topic).get("retention.ms").value())
                    .isEqualTo("-1");
        }
    }

    @Test
    void relaysThatRunBesideEachOtherPublishOnce() throws Exception {
        // when
        try (ExecutorService executor = Executors.newFixedThreadPool(3)) {
            List<Future<?>> relays = new ArrayList<>();
            for (int instance = 0; instance < 3; instance++) {
                relays.add(executor.submit(() -> {
                    try (DeadlineRelay relay = fixture.relay(servers)) {
                        publishAll(relay);
                    }
                }));
            }
            for (Future<?> relay : relays) {
                relay.get();
            }
        }

        // then
        assertThat(onTheTopic()).extracting(PublishedDeadline::id).isNotEmpty().doesNotHaveDuplicates();
        assertThat(onTheTopic()).extracting(PublishedDeadline::sequence).isSorted();
    }

    @Test
    void aTopicThatLostItsDataIsFilledAgainWithTheSameIds() throws Exception {
        // given
        try (DeadlineRelay relay = fixture.relay(servers)) {
            publishAll(relay);
            List<PublishedDeadline> before = onTheTopic();

            // when
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
                admin.deleteTopics(List.of(PublishedDeadline.TOPIC)).all().get();
            }

            // then
            await().atMost(SOON).ignoreExceptionsInstanceOf(KafkaException.class).untilAsserted(() -> {
                relay.round();
                assertThat(onTheTopic()).isEqualTo(before);
            });
        }
    }

    @Test
    void nothingIsLostWhileKafkaIsAway() {
        // given: nobody listens there
        try (DeadlineRelay relay = fixture.relay("localhost:1")) {
            assertThatThrownBy(relay::round).isInstanceOf(KafkaException.class);
        }

        // when
        try (DeadlineRelay relay = fixture.relay(servers)) {
            publishAll(relay);
        }

        // then
        assertThat(onTheTopic()).extracting(PublishedDeadline::rung).contains(Rung.HALF_TERM);
    }

    @Test
    void theServiceKnowsWhenItsRowsAreAsNewAsTheTopic() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(catchUp.caughtUp()).contains(CatchUp.partitionOf(story.caseId())));
        assertThat(catchUp.assigned()).hasSize(12);
    }

    private static void publishAll(DeadlineRelay relay) {
        await().atMost(SOON)
                .ignoreExceptionsInstanceOf(KafkaException.class)
                .until(() -> relay.round() == DeadlineRelay.Round.NOTHING_TO_DO);
    }

    private List<PublishedDeadline> onTheTopic() {
        return DeadlineTopicLog.of(story.caseId());
    }
}
