package nl.meldspoor.cases.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.meldspoor.cases.store.AppendResult;
import nl.meldspoor.cases.store.Commands;
import nl.meldspoor.cases.store.StoredEvent;
import nl.meldspoor.cases.store.Waiting;
import nl.meldspoor.cases.store.WakeUpListener;
import nl.meldspoor.data.KeptTopic;
import nl.meldspoor.data.SettledTransactions;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.events.PublishedEvent;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Store → Kafka: nothing is left out, nothing overtakes within its case, whatever is killed, wiped or late. */
class RelayIT {

    private static RelayFixture fixture;

    @BeforeAll
    static void start() {
        fixture = new RelayFixture();
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @BeforeEach
    void empty() throws Exception {
        fixture.empty();
    }

    @Test
    void recordsAreAsTheContractSaysOnATopicMadeForEver() throws Exception {
        // given
        UUID caseId = fixture.openCase();
        fixture.signal(caseId);

        // when
        fixture.relay();
        fixture.untilAllIsConsumed();

        // then
        StoredEvent signal = fixture.store.events().events(caseId, 1, 1).getFirst();
        ConsumerRecord<String, byte[]> record = fixture.topic.records().getLast();
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        assertThat(record.key()).isEqualTo(caseId.toString());
        assertThat(headers)
                .containsEntry("content-type", "application/json")
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", signal.eventId().toString())
                .containsEntry("ce_type", "nl.meldspoor.cases.signal-recorded.v1")
                .containsEntry("ce_source", RelayFixture.SOURCE)
                .containsEntry("ce_subject", caseId.toString())
                .containsEntry("ce_time", signal.recordedAt().toString())
                .containsEntry("ce_sequence", "2")
                .containsEntry("ce_sequencetype", "Integer")
                .containsEntry("ce_partitionkey", caseId.toString());
        PublishedEvent published = TopicLog.read(record);
        assertThat(published.facts()).isEqualTo(signal.facts());
        assertThat(published.hash()).isEqualTo(signal.hash());
        assertThat(published.previousHash()).isEqualTo(signal.previousHash());
        assertThat(published.personRef()).isEqualTo(signal.personRef());
        assertThat(new String(record.value(), StandardCharsets.UTF_8)).doesNotContain("planted").doesNotContain("sealed");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", fixture.kafka.bootstrapServers()))) {
            var topic = admin.describeTopics(List.of(PublishedEvent.TOPIC)).allTopicNames().get().get(PublishedEvent.TOPIC);
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, PublishedEvent.TOPIC);
            var config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            assertThat(topic.partitions()).hasSize(12);
            assertThat(config.get("retention.ms").value()).isEqualTo("-1");
        }
    }

    @Test
    void twoTransactionsThatCommitInTheWrongOrderLoseNoEvent() throws Exception {
        // given: a writer that took its place first and commits last
        fixture.relay();
        UUID early = UUID.randomUUID();
        try (Connection slow = fixture.store.superuser()) {
            slow.setAutoCommit(false);
            insertBareEvent(slow, early);

            // when: another commits meanwhile
            UUID late = fixture.openCase();
            long slowPosition = 0;
            for (var row : fixture.store.rows("select position from case_event where case_id = '" + late + "'")) {
                slowPosition = ((Number) row.get("position")).longValue();
            }
            RelayLag.Measured meanwhile = new RelayLag(fixture.store.database(), Duration.ofSeconds(1)).measure();
            int backend = slow.unwrap(org.postgresql.PGConnection.class).getBackendPID();
            assertThat(fixture.topic.events()).isEmpty();
            slow.commit();

            // then: it had waited, the alarm named the backend, and both arrive
            assertThat(meanwhile.waiting()).isEqualTo(1);
            assertThat(meanwhile.blockingBackend()).hasValue(backend);
            fixture.untilAllIsConsumed();
            assertThat(fixture.topic.asConsumed()).containsOnlyKeys(early, late);
            assertThat(fixture.store.number("select position from case_event where case_id = '" + early + "'")).isLessThan(slowPosition);
        }
        Waiting.until(() -> new RelayLag(fixture.store.database(), Duration.ofSeconds(1)).measure().waiting() == 0);
    }

    /** The row a service would have inserted, in a transaction that this test holds open. */
    @Test
    void aTransactionOfAnotherDatabaseHoldsNothingBackAndOneOfThisDatabaseStillDoes() throws Exception {
        // given: a long one elsewhere in the cluster, and later a writer here that has not committed
        EventReader reader = new EventReader(fixture.store.database());
        try (Connection elsewhere = fixture.postgres.connectAsSuperuser("postgres");
                Connection slow = fixture.store.superuser()) {
            elsewhere.setAutoCommit(false);
            elsewhere.createStatement().execute("select pg_current_xact_id()");
            UUID first = fixture.openCase();
            slow.setAutoCommit(false);
            UUID early = UUID.randomUUID();
            insertBareEvent(slow, early);
            UUID late = fixture.openCase();

            // when
            List<StoredEvent> meanwhile = reader.after(Cursor.START, 10);
            slow.commit();
            List<StoredEvent> then = reader.after(Cursor.START, 10);

            // then
            assertThat(meanwhile).extracting(StoredEvent::caseId).containsExactly(first);
            assertThat(then).extracting(StoredEvent::caseId).containsExactly(first, early, late);
            elsewhere.rollback();
        }
    }

    private static void insertBareEvent(Connection connection, UUID caseId) throws Exception {
        connection.createStatement().execute("""
                insert into case_event (epoch, event_id, organisation, case_id, sequence, type, schema_version, occurred_at, recorded_at,
                    actor, person_ref, roles, command_id, ordinal, correlation_id, deviated_from, facts, sealed, hash)
                values (1, gen_random_uuid(), 'de-linde', '%s', 1, 'CaseOpened', 1, now(), now(),
                    '{"v":1,"boxes":[]}', 'b3', '{}', gen_random_uuid(), 1, gen_random_uuid(), '{}', '{"route":"MELDCODE"}',
                    '{"v":1,"boxes":[]}', decode(repeat('00', 32), 'hex'))
                """.formatted(caseId));
    }

    @Test
    void underManyWritersAndRestartsOfTheRelayOrderIsKeptAndNothingIsLeftOut() throws Exception {
        // given
        List<UUID> cases = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            cases.add(fixture.openCase());
        }
        ExecutorService writers = Executors.newFixedThreadPool(cases.size());
        List<Future<?>> writing = new ArrayList<>();
        for (UUID caseId : cases) {
            writing.add(writers.submit(() -> {
                for (int i = 0; i < 40; i++) {
                    fixture.signal(caseId);
                }
            }));
        }

        // when: relays come and go while the writers write
        for (int i = 0; i < 3; i++) {
            Relay relay = fixture.relay();
            long before = relay.published();
            Waiting.until(() -> relay.published() > before || writing.stream().allMatch(Future::isDone));
            relay.close();
        }
        for (Future<?> writer : writing) {
            writer.get(60, TimeUnit.SECONDS);
        }
        fixture.relay();

        // then
        fixture.untilAllIsConsumed();
        assertThat(fixture.stored().values()).allSatisfy(events -> assertThat(events).hasSize(41));
        writers.shutdownNow();
    }

    @Test
    void whatWasCommittedWhileNoRelayRanIsPublishedByTheNextAndNothingTwiceInPeace() {
        // given
        Relay first = fixture.relay();
        UUID caseId = fixture.openCase();
        fixture.untilAllIsConsumed();
        first.close();
        fixture.signal(caseId);

        // when
        fixture.relay();
        fixture.untilAllIsConsumed();

        // then
        assertThat(fixture.topic.events()).hasSize(2);
    }

    @Test
    void aCaseIsSentAgainWhenAnOperatorAsks() throws Exception {
        // given
        fixture.relay();
        UUID wanted = fixture.openCase();
        fixture.signal(wanted);
        fixture.openCase();
        fixture.untilAllIsConsumed();

        // when
        try (Connection operator = fixture.postgres.connect(Database.CASES, Database.CASES.ownerRole());
                var rows = operator.createStatement()
                        .executeQuery("select meldspoor_resend('" + wanted + "'), meldspoor_resend('" + UUID.randomUUID() + "')")) {
            rows.next();
            assertThat(rows.getLong(1)).isEqualTo(2);
            assertThat(rows.getLong(2)).isZero();
        }

        // then: the two events of this case once more, in order, and the request is gone
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(fixture.topic.events())
                        .filteredOn(e -> e.caseId().equals(wanted))
                        .extracting(PublishedEvent::sequence)
                        .containsExactly(1L, 2L, 1L, 2L));
        assertThat(fixture.topic.events()).hasSize(5);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(fixture.store.number("select count(*) from resend_request")).isZero());
    }

    @Test
    void whatIsAskedForAgainWhileItIsSentIsSentAgain() throws Exception {
        // given: the relay has taken up a request
        Resends resends = new Resends(fixture.store.database());
        UUID wanted = fixture.openCase();
        askFor(wanted);
        Resends.Request first = resends.waiting().getFirst();

        // when somebody asks anew before it is met
        askFor(wanted);
        resends.done(first);

        // then
        assertThat(resends.waiting()).extracting(Resends.Request::caseId).containsExactly(wanted);
        resends.done(resends.waiting().getFirst());
        assertThat(resends.waiting()).isEmpty();
    }

    private void askFor(UUID caseId) throws SQLException {
        try (Connection operator = fixture.postgres.connect(Database.CASES, Database.CASES.ownerRole());
                var statement = operator.createStatement()) {
            statement.execute("select meldspoor_resend('" + caseId + "')");
        }
    }

    @Test
    void aKafkaThatIsAwayDelaysAndLosesNothing() {
        // given
        Relay relay = fixture.relay();
        UUID caseId = fixture.openCase();
        fixture.untilAllIsConsumed();

        // when
        fixture.kafka.kill();
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        for (int i = 0; i < 5; i++) {
            fixture.signal(caseId);
        }
        Waiting.until(() -> !relay.active() || !relay.trouble().isEmpty());
        Waiting.until(() -> System.nanoTime() > until);
        fixture.kafka.start();

        // then
        fixture.untilAllIsConsumed();
        assertThat(fixture.stored().get(caseId)).hasSize(6);
    }

    @Test
    void aWipedKafkaIsFilledAgainFromTheStoreAlsoUnderARunningRelay() {
        // given
        fixture.relay();
        UUID one = fixture.openCase();
        UUID two = fixture.openCase();
        fixture.signal(one);
        fixture.untilAllIsConsumed();

        // when
        fixture.kafka.wipe();
        fixture.kafka.start();

        // then: without anything new being recorded
        fixture.untilAllIsConsumed();
        assertThat(fixture.topic.asConsumed()).containsOnlyKeys(one, two);

        // and: it goes on from there
        fixture.signal(two);
        fixture.untilAllIsConsumed();
    }

    @Test
    void aTopicThatWasMadeAgainIsFilledAgain() throws Exception {
        // given
        Relay first = fixture.relay();
        fixture.signal(fixture.openCase());
        fixture.untilAllIsConsumed();
        first.close();

        // when
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", fixture.kafka.bootstrapServers()))) {
            admin.deleteTopics(List.of(PublishedEvent.TOPIC)).all().get(10, TimeUnit.SECONDS);
        }
        fixture.relay();

        // then
        fixture.untilAllIsConsumed();
    }

    @Test
    void aTopicShorterThanTheCheckpointIsFilledAgain() throws Exception {
        // given: the checkpoint says more than the topic has, as after Kafka's data were put back from an older copy
        Relay first = fixture.relay();
        fixture.openCase();
        fixture.untilAllIsConsumed();
        first.close();
        fixture.openCase();
        try (Connection superuser = fixture.store.superuser()) {
            superuser.createStatement().execute("""
                    update relay_checkpoint
                    set (epoch, transaction_id, position) = (select epoch, transaction_id, position from case_event
                                                             order by epoch desc, transaction_id desc, position desc limit 1),
                        end_offsets = (select array_agg(o + 1) from unnest(end_offsets) o)
                    """);
        }

        // when
        fixture.relay();

        // then
        fixture.untilAllIsConsumed();
    }

    @Test
    void ofTwoRelaysOnlyOnePublishesAndTheOtherTakesOverWhenTheLeaseRunsOut() throws Exception {
        // given
        Relay first = fixture.relay();
        Waiting.until(first::active);
        Relay second = fixture.relay();
        UUID caseId = fixture.openCase();
        for (int i = 0; i < 10; i++) {
            fixture.signal(caseId);
        }
        fixture.untilAllIsConsumed();
        assertThat(second.active()).isFalse();
        assertThat(second.published()).isZero();

        // when
        first.close();
        fixture.signal(caseId);

        // then
        fixture.untilAllIsConsumed();
        Waiting.until(second::active);
        assertThat(second.published()).isEqualTo(1);
        assertThat(fixture.topic.events()).hasSize(12);
    }

    @Test
    void aLeaseThatWasGivenByAClockThatWasWeeksAheadKeepsNobodyFromRelaying() throws Exception {
        // given: who holds it died, and the clock of the database is right again
        try (Connection superuser = fixture.store.superuser()) {
            superuser.createStatement().execute("""
                    update relay_checkpoint set holder = gen_random_uuid(), lease_until = clock_timestamp() + interval '30 days'
                    """);
        }
        fixture.openCase();

        // when
        fixture.relay();

        // then
        fixture.untilAllIsConsumed();
    }

    @Test
    void whoeverLostTheLeaseCannotMoveTheCheckpoint() {
        // given: one that went silent longer than its lease, and another that took over
        Checkpoint silent = new Checkpoint(fixture.store.database(), UUID.randomUUID(), Duration.ofMillis(1));
        Checkpoint next = new Checkpoint(fixture.store.database(), UUID.randomUUID(), Duration.ofMinutes(1));
        long old = silent.take().orElseThrow().fence();
        Waiting.until(() -> next.take().isPresent());

        // when, then
        Cursor cursor = new Cursor(1, 10, 10);
        assertThatThrownBy(() -> silent.advance(old, cursor, List.of())).isInstanceOf(Checkpoint.Fenced.class);
        assertThatThrownBy(() -> silent.renew(old)).isInstanceOf(Checkpoint.Fenced.class);
        assertThatThrownBy(() -> silent.rewind(old, new KeptTopic.Identity("c", "t"))).isInstanceOf(Checkpoint.Fenced.class);
        assertThat(silent.take()).isEmpty();
        assertThat(fixture.store.number("select position from relay_checkpoint")).isZero();
    }

    @Test
    void theCheckpointOnlyMovesForwardAndItsOwnEarlierFenceIsOldToo() {
        // given
        Checkpoint mine = new Checkpoint(fixture.store.database(), UUID.randomUUID(), Duration.ofMinutes(1));
        long first = mine.take().orElseThrow().fence();
        mine.advance(first, new Cursor(1, 10, 10), List.of(1L));
        long second = mine.take().orElseThrow().fence();

        // when, then
        assertThat(second).isGreaterThan(first);
        assertThatThrownBy(() -> mine.advance(first, new Cursor(1, 11, 11), List.of())).isInstanceOf(Checkpoint.Fenced.class);
        assertThatThrownBy(() -> mine.advance(second, new Cursor(1, 10, 9), List.of())).isInstanceOf(Checkpoint.Fenced.class);
        mine.advance(second, new Cursor(1, 10, 11), List.of(2L));
        assertThat(mine.take().orElseThrow().cursor()).isEqualTo(new Cursor(1, 10, 11));
    }

    @Test
    void eventsOfEarlierEpochsComeFirstAndWhole() throws Exception {
        // given: an event of before a restore, with a transaction id the new cluster has not reached
        UUID before = UUID.randomUUID();
        try (Connection superuser = fixture.store.superuser()) {
            superuser.setAutoCommit(false);
            insertBareEvent(superuser, before);
            superuser.commit();
            superuser.createStatement().execute("alter table case_event disable trigger case_event_refuses_change");
            superuser.createStatement().execute("update case_event set transaction_id = '9000000000000000000'");
            superuser.createStatement().execute("alter table case_event enable always trigger case_event_refuses_change");
            superuser.createStatement().execute("select meldspoor_restore()");
            superuser.commit();
        }
        UUID after = fixture.openCase();

        // when
        List<StoredEvent> read = new EventReader(fixture.store.database()).after(Cursor.START, 10);

        // then
        assertThat(read).extracting(StoredEvent::caseId).containsExactly(before, after);
        assertThat(read).extracting(StoredEvent::epoch).containsExactly(1, 2);
    }

    @Test
    void readingWhenCaughtUpIsAnIndexScan() throws Exception {
        // given: a table of some size
        StringBuilder plan = new StringBuilder();
        try (Connection superuser = fixture.store.superuser()) {
            superuser.createStatement().execute("""
                    insert into case_event (epoch, event_id, organisation, case_id, sequence, type, schema_version, occurred_at,
                        recorded_at, actor, person_ref, roles, command_id, ordinal, correlation_id, deviated_from, facts, sealed, hash)
                    select 1, gen_random_uuid(), 'de-linde', gen_random_uuid(), 1, 'CaseOpened', 1, now(), now(), '', 'b3', '{}',
                        gen_random_uuid(), 1, gen_random_uuid(), '{}', '{}', '', decode(repeat('00', 32), 'hex')
                    from generate_series(1, 20000)
                    """);
            superuser.createStatement().execute("analyze case_event");

            // when
            var rows = superuser.createStatement().executeQuery("""
                    explain (analyze, buffers)
                    select e.position from case_event e
                    where (e.epoch, e.transaction_id, e.position)
                        > (1, (select max(transaction_id) from case_event), (select max(position) from case_event))
                      and (e.transaction_id < %s
                           or e.epoch < (select i.epoch from store_identity i))
                    order by e.epoch, e.transaction_id, e.position limit 500
                    """.formatted(SettledTransactions.ALL_BELOW));
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }

        // then
        assertThat(plan.toString()).contains("using case_event_in_order on case_event e").doesNotContain("Sort");
    }

    @Test
    void anAppendWakesWhoeverListens() {
        // given
        AtomicBoolean woken = new AtomicBoolean();
        try (WakeUpListener listener = new WakeUpListener(fixture.store.pool(), () -> woken.set(true))) {
            listener.start();

            // when, then
            Waiting.until(() -> {
                AppendResult stored = fixture.store.events().append(Commands.open(UUID.randomUUID()));
                return stored instanceof AppendResult.Appended && woken.get();
            });
        }
    }
}
