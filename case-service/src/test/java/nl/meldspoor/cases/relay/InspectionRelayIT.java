package nl.meldspoor.cases.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import nl.meldspoor.cases.store.Commands;
import nl.meldspoor.cases.store.Inspections;
import nl.meldspoor.data.KeptTopic;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.inspections.PublishedInspection;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That an auditor opened a case → Kafka: once each, under one id, whatever is killed, away or wiped, and without a personal word. */
class InspectionRelayIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String REASON = "planted reason";

    private static RelayFixture fixture;
    private static TopicLog topic;

    private UUID caseId;

    @BeforeAll
    static void start() {
        fixture = new RelayFixture();
        topic = new TopicLog(fixture.kafka.bootstrapServers(), PublishedInspection.TOPIC);
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @BeforeEach
    void openCase() {
        caseId = fixture.openCase();
    }

    @Test
    void recordsAreAsTheContractSaysOnATopicMadeForEverAndSayNothingPersonal() throws Exception {
        // given
        UUID id = UUID.randomUUID();
        Inspections.Opened opened = inspect(id);

        // when
        try (InspectionRelay relay = relay()) {
            publishAll(relay);
        }

        // then
        assertThat(published())
                .containsExactly(new PublishedInspection(
                        id, RelayFixture.SOURCE, Commands.ORGANISATION, caseId, Route.MELDCODE, auditor(), opened.openedAt(), opened.validUntil()));
        ConsumerRecord<String, byte[]> record = records().getFirst();
        assertThat(record.key()).isEqualTo(caseId.toString());
        assertThat(new String(record.value(), StandardCharsets.UTF_8) + record.headers()).doesNotContain("planted");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", fixture.kafka.bootstrapServers()))) {
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, PublishedInspection.TOPIC);
            assertThat(admin.describeTopics(List.of(PublishedInspection.TOPIC)).allTopicNames().get().get(PublishedInspection.TOPIC).partitions())
                    .hasSize(KeptTopic.PARTITIONS);
            assertThat(admin.describeConfigs(List.of(resource)).all().get().get(resource).get("retention.ms").value()).isEqualTo("-1");
        }
    }

    @Test
    void whatIsPublishedIsNotPublishedAgainByTheNext() {
        // given
        inspect(UUID.randomUUID());
        try (InspectionRelay relay = relay()) {
            publishAll(relay);
        }

        // when
        UUID second = UUID.randomUUID();
        inspect(second);
        try (InspectionRelay relay = relay()) {
            publishAll(relay);
        }

        // then
        assertThat(published()).hasSize(2).last().extracting(PublishedInspection::id).isEqualTo(second);
    }

    @Test
    void whatWasSentAndNotNotedIsSentAgainUnderTheSameId() throws Exception {
        // given: killed between the two
        UUID id = UUID.randomUUID();
        inspect(id);
        try (InspectionRelay relay = relay()) {
            publishAll(relay);
        }
        asSuperuser("update inspection set published_at = null where inspection_id = '" + id + "'");

        // when
        try (InspectionRelay relay = relay()) {
            publishAll(relay);
        }

        // then
        assertThat(published()).hasSize(2).extracting(PublishedInspection::id).containsOnly(id);
    }

    @Test
    void nothingIsLostWhileKafkaIsAway() throws Exception {
        // given
        UUID id = UUID.randomUUID();
        fixture.kafka.kill();
        try (InspectionRelay relay = relay()) {
            inspect(id);
            assertThatThrownBy(relay::round).isInstanceOf(KafkaException.class);
            assertThat(relay.waiting()).isPositive();

            // when
            fixture.kafka.start();

            // then
            publishAll(relay);
            assertThat(relay.waiting()).isZero();
        }
        assertThat(published()).extracting(PublishedInspection::id).containsExactly(id);
    }

    @Test
    void aTopicThatLostItsDataIsFilledAgainUnderTheSameIds() throws Exception {
        // given
        UUID id = UUID.randomUUID();
        inspect(id);
        try (InspectionRelay relay = relay()) {
            publishAll(relay);

            // when
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", fixture.kafka.bootstrapServers()))) {
                admin.deleteTopics(List.of(PublishedInspection.TOPIC)).all().get();
            }

            // then
            await().atMost(SOON).ignoreExceptionsInstanceOf(KafkaException.class).untilAsserted(() -> {
                relay.round();
                assertThat(published()).extracting(PublishedInspection::id).containsExactly(id);
            });
        }
    }

    @Test
    void onlyTheInstanceThatRelaysPublishes() {
        // given
        AtomicInteger asked = new AtomicInteger();
        AtomicBoolean active = new AtomicBoolean();
        UUID id = UUID.randomUUID();
        inspect(id);
        try (InspectionRelay standby = new InspectionRelay(fixture.store.database(), fixture.settings(Duration.ofSeconds(12)), () -> {
            asked.incrementAndGet();
            return active.get();
        })) {
            standby.start();
            await().atMost(SOON).until(() -> asked.get() > 1);
            assertThat(published()).isEmpty();

            // when
            active.set(true);

            // then
            await().atMost(SOON).untilAsserted(() -> assertThat(published()).extracting(PublishedInspection::id).containsExactly(id));
        }
    }

    private static InspectionRelay relay() {
        return new InspectionRelay(fixture.store.database(), fixture.settings(Duration.ofSeconds(12)), () -> true);
    }

    private Inspections.Opened inspect(UUID id) {
        return fixture.store.inspections().open(id, Commands.ORGANISATION, caseId, auditor(), REASON);
    }

    private static String auditor() {
        return Commands.actor().personRef();
    }

    private static void publishAll(InspectionRelay relay) {
        await().atMost(SOON).ignoreExceptionsInstanceOf(KafkaException.class).until(() -> !relay.round());
    }

    private List<PublishedInspection> published() {
        return records().stream()
                .map(record -> {
                    Map<String, byte[]> headers = new HashMap<>();
                    record.headers().forEach(h -> headers.put(h.key(), h.value()));
                    return PublishedInspection.read(headers, record.value());
                })
                .toList();
    }

    private List<ConsumerRecord<String, byte[]>> records() {
        return topic.records().stream().filter(record -> record.key().equals(caseId.toString())).toList();
    }

    private static void asSuperuser(String sql) throws Exception {
        try (Connection superuser = fixture.store.superuser()) {
            superuser.createStatement().execute(sql);
        }
    }
}
