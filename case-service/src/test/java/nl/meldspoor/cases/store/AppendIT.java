package nl.meldspoor.cases.store;

import static nl.meldspoor.cases.store.Commands.event;
import static nl.meldspoor.cases.store.Commands.open;
import static nl.meldspoor.cases.store.Commands.opened;
import static nl.meldspoor.cases.store.Commands.record;
import static nl.meldspoor.cases.store.Commands.request;
import static nl.meldspoor.cases.store.Commands.signal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import nl.meldspoor.cases.store.AppendResult.Appended;
import nl.meldspoor.cases.store.AppendResult.Conflict;
import nl.meldspoor.cases.store.AppendResult.Replayed;
import nl.meldspoor.events.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A command is stored whole or not; sequences have no holes; the chain cannot fork; collisions are tried again. */
class AppendIT {

    private static StoreFixture store;

    @BeforeAll
    static void start() {
        store = StoreFixture.start();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    private static StoredCase openedCase() {
        UUID caseId = UUID.randomUUID();
        assertThat(store.events().append(open(caseId))).isInstanceOf(Appended.class);
        return store.events().load(caseId).orElseThrow();
    }

    private static long traces(UUID caseId, UUID commandId) {
        return store.number("select count(*) from case_event where case_id = '%s' and command_id = '%s'".formatted(caseId, commandId));
    }

    @Test
    void whatIsAppendedReadsBackAsItWasAnswered() {
        // given
        UUID caseId = UUID.randomUUID();
        AppendRequest request = request(
                caseId, Expected.noCase(), List.of(event(opened(Route.MELDCODE, "ECD-1")), event(signal("first")), event(signal("second"))));

        // when
        AppendResult result = store.events().append(request);

        // then
        StoredCase read = store.events().load(caseId).orElseThrow();
        assertThat(result).isEqualTo(new Appended(read.events()));
        assertThat(read.events()).extracting(StoredEvent::sequence).containsExactly(1L, 2L, 3L);
        assertThat(read.events()).extracting(StoredEvent::ordinal).containsExactly(1, 2, 3);
        assertThat(read.toHistory().signals()).hasSize(2);
    }

    @Test
    void allEventsOfACommandAreOneTransaction() {
        // given
        UUID caseId = UUID.randomUUID();

        // when
        store.events().append(request(caseId, Expected.noCase(), List.of(event(opened(Route.MELDCODE, "x")), event(signal("y")))));

        // then
        assertThat(store.number("select count(distinct transaction_id) from case_event where case_id = '" + caseId + "'")).isEqualTo(1);
        assertThat(store.number("select count(*) from case_event where case_id = '" + caseId + "' and xmin::text::bigint = "
                + "(transaction_id::text::bigint & 4294967295)")).isEqualTo(2);
    }

    @Test
    void aCommandOnAnOldVersionLeavesNoTrace() {
        // given
        StoredCase old = openedCase();
        store.events().append(record(old, "somebody was first"));
        AppendRequest late = Commands.under(new IdempotencyClaim("s", UUID.randomUUID().toString(), "f"), record(old, "too late"));
        Map<String, Object> head = store.rows("select * from case_head where case_id = '" + old.caseId() + "'").getFirst();

        // when
        AppendResult result = store.events().append(late);

        // then
        assertThat(result).isEqualTo(new Conflict(2));
        assertThat(traces(old.caseId(), late.commandId())).isZero();
        assertThat(store.rows("select * from case_head where case_id = '" + old.caseId() + "'").getFirst().toString().replaceAll("\\[B@\\w+", ""))
                .isEqualTo(head.toString().replaceAll("\\[B@\\w+", ""));
        assertThat(store.idempotency().find("de-linde", "s", late.idempotency().keyHash())).isEmpty();
    }

    @Test
    void aCommandOnTheRightVersionButAnotherHashLeavesNoTrace() {
        // given
        StoredCase opened = openedCase();
        Expected forked = new Expected(1, "00".repeat(32), opened.expected().recordedAt());
        AppendRequest request = request(opened.caseId(), forked, List.of(event(signal("on a fork"))));

        // when
        AppendResult result = store.events().append(request);

        // then
        assertThat(result).isEqualTo(new Conflict(1));
        assertThat(traces(opened.caseId(), request.commandId())).isZero();
    }

    @Test
    void openingTwiceOpensOnceAndACaseThatIsNotThereIsNotFound() {
        // given
        StoredCase opened = openedCase();
        UUID unknown = UUID.randomUUID();

        // when
        AppendResult again = store.events().append(open(opened.caseId()));
        AppendResult nowhere = store.events().append(request(unknown, opened.expected(), List.of(event(signal("nowhere")))));

        // then
        assertThat(again).isEqualTo(new Conflict(1));
        assertThat(nowhere).isEqualTo(new Conflict(0));
        assertThat(store.events().load(unknown)).isEmpty();
    }

    @Test
    void manyWritersOfOneCaseMakeOneChainWithoutHoles() throws Exception {
        // given
        StoredCase opened = openedCase();
        int writers = 8;
        int each = 10;

        // when
        inParallel(IntStream.range(0, writers).<Callable<Void>>mapToObj(w -> () -> {
            for (int i = 0; i < each; i++) {
                AppendResult result;
                do {
                    result = store.events().append(record(store.events().load(opened.caseId()).orElseThrow(), "by " + w));
                } while (result instanceof Conflict);
                assertThat(result).isInstanceOf(Appended.class);
            }
            return null;
        }).toList());

        // then
        StoredCase read = store.events().load(opened.caseId()).orElseThrow();
        assertThat(read.version()).isEqualTo(1 + writers * each);
        assertThat(StoredChain.firstBroken(read.events())).isEmpty();
        // in the order a reader follows, the case is in order too
        assertThat(store.rows("select sequence from case_event where case_id = '" + opened.caseId()
                        + "' order by epoch, transaction_id, position"))
                .extracting(r -> r.get("sequence"))
                .isSorted();
    }

    @Test
    void statementsThatTakeTheSameCasesInOppositeOrderDoNotDeadlock() throws Exception {
        // given
        List<StoredCase> cases = IntStream.range(0, 6).mapToObj(i -> openedCase()).toList();
        long deadlocks = deadlocks();
        AppendAssembly assembly = store.assembly();

        // when
        inParallel(IntStream.range(0, 8).<Callable<Void>>mapToObj(w -> () -> {
            for (int i = 0; i < 20; i++) {
                List<AppendUnit> units = new ArrayList<>(cases.stream()
                        .map(c -> assembly.assemble(record(store.events().load(c.caseId()).orElseThrow(), "batched")))
                        .toList());
                if (w % 2 == 1) {
                    java.util.Collections.reverse(units);
                }
                store.pool().preparedQuery(AppendStatement.SQL).execute(AppendStatement.values(units))
                        .toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
            }
            return null;
        }).toList());

        // then
        assertThat(deadlocks()).isEqualTo(deadlocks);
        assertThat(cases).allSatisfy(c -> assertThat(
                StoredChain.firstBroken(store.events().load(c.caseId()).orElseThrow().events())).isEmpty());
    }

    private static long deadlocks() {
        return store.number("select deadlocks from pg_stat_database where datname = current_database()");
    }

    @Test
    void oneStatementStoresTheUnitsThatWinAndLeavesTheOthersOut() throws Exception {
        // given
        StoredCase moved = openedCase();
        StoredCase free = openedCase();
        AppendAssembly assembly = store.assembly();
        AppendRequest loses = record(moved, "loses");
        AppendRequest wins = request(free.caseId(), free.expected(), List.of(event(signal("wins")), event(signal("whole"))));
        AppendRequest opens = open(UUID.randomUUID());
        store.events().append(record(moved, "came first"));

        // when
        store.pool()
                .preparedQuery(AppendStatement.SQL)
                .execute(AppendStatement.values(List.of(assembly.assemble(loses), assembly.assemble(wins), assembly.assemble(opens))))
                .toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);

        // then
        assertThat(traces(moved.caseId(), loses.commandId())).isZero();
        assertThat(traces(free.caseId(), wins.commandId())).isEqualTo(2);
        assertThat(traces(opens.caseId(), opens.commandId())).isEqualTo(1);
    }

    @Test
    void aCommandThatFailsHalfWayLeavesNoTrace() {
        // given: its second event has the id of an event that is there, so the insert fails after the head was advanced
        StoredCase opened = openedCase();
        NewEvent taken = new NewEvent(opened.events().getFirst().eventId(), signal("second"), null, null, List.of(), null);
        AppendRequest request = request(opened.caseId(), opened.expected(), List.of(event(signal("first")), taken));

        // when
        AppendResult result = store.events().append(request);

        // then
        assertThat(result).isEqualTo(new Conflict(1));
        assertThat(traces(opened.caseId(), request.commandId())).isZero();
        assertThat(store.heads().find(opened.caseId()).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void whatPostgresCannotStoreIsADefectAndLeavesNoTrace() {
        // given
        StoredCase opened = openedCase();
        AppendRequest request = request(opened.caseId(), opened.expected(),
                List.of(new NewEvent(UUID.randomUUID(), signal("x"), null, null, List.of("a\u0000b"), null)));

        // when, then
        assertThatThrownBy(() -> store.events().append(request)).isInstanceOf(IllegalStateException.class);
        assertThat(store.heads().find(opened.caseId()).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void anIdempotencyKeyIsRememberedWithTheCommandAndHoldsOnce() {
        // given
        UUID caseId = UUID.randomUUID();
        IdempotencyClaim claim = new IdempotencyClaim("scope-" + caseId, "key", "fingerprint");
        AppendRequest first = Commands.under(claim, open(caseId));
        store.events().append(first);

        // when
        AppendResult other = store.events().append(
                Commands.under(claim, record(store.events().load(caseId).orElseThrow(), "another command, same key")));
        AppendResult opening = store.events().append(Commands.under(claim, open(UUID.randomUUID())));

        // then
        RememberedCommand remembered = store.idempotency().find("de-linde", "scope-" + caseId, "key").orElseThrow();
        assertThat(remembered).isEqualTo(new RememberedCommand(
                "fingerprint", caseId, first.commandId(), 1, 1, store.events().load(caseId).orElseThrow().expected().recordedAt()));
        assertThat(other).isEqualTo(new Replayed(remembered));
        assertThat(opening).isEqualTo(new Replayed(remembered));
        assertThat(store.events().load(caseId).orElseThrow().version()).isEqualTo(1);
        assertThat(store.idempotency().find("waterland", "scope-" + caseId, "key")).isEmpty();
        assertThat(store.idempotency().find("de-linde", "somebody else", "key")).isEmpty();
    }

    @Test
    void theSameCommandSentTwiceIsStoredOnce() {
        // given
        AppendRequest request = open(UUID.randomUUID());
        AppendUnit unit = store.assembly().assemble(request);
        Appender appender = new Appender(store.database());

        // when
        AppendResult first = appender.append(unit);
        AppendResult again = appender.append(unit);

        // then
        assertThat(again).isEqualTo(first).isInstanceOf(Appended.class);
        assertThat(store.number("select count(*) from case_event where case_id = '" + request.caseId() + "'")).isEqualTo(1);
    }

    @Test
    void recordedAtNeverGoesBackAndIsCutToMilliseconds() {
        // given
        StoredCase opened = openedCase();
        AppendRequest request = record(opened, "the clock went back");
        Instant earlier = Commands.NOW.minusSeconds(3_600);
        AppendRequest withEarlierClock = new AppendRequest(request.organisation(), request.caseId(), request.expected(), request.events(),
                request.actor(), request.reach(), request.lookups(), request.commandId(), null, request.correlationId(), null, null, earlier);

        // when
        store.events().append(withEarlierClock);

        // then
        assertThat(store.events().load(opened.caseId()).orElseThrow().events())
                .extracting(StoredEvent::recordedAt)
                .containsExactly(Instant.parse("2026-03-02T09:00:00.123Z"), Instant.parse("2026-03-02T09:00:00.123Z"));
    }

    @Test
    void theVictimOfADeadlockIsTriedAgainInANewTransaction() throws Exception {
        // given: ours holds the head and waits for the key, a rival holds the key and will want the head
        StoredCase opened = openedCase();
        String key = UUID.randomUUID().toString();
        AppendRequest request = Commands.under(new IdempotencyClaim("s", key, "f"), record(opened, "victim"));
        long deadlocks = deadlocks();
        ExecutorService ours = Executors.newSingleThreadExecutor();
        try (var rival = store.superuser()) {
            rival.setAutoCommit(false);
            rival.createStatement().execute("set local deadlock_timeout = '20s'");
            rival.createStatement().execute("insert into idempotency values ('de-linde', 's', '" + key
                    + "', 'f', gen_random_uuid(), gen_random_uuid(), 1, 1, now())");
            Future<AppendResult> result = ours.submit(() -> store.events().append(request));
            Waiting.until(() -> store.number(
                            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like 'with identity%'")
                    == 1);

            // when
            rival.createStatement().execute("select 1 from case_head where case_id = '" + opened.caseId() + "' for update");
            rival.rollback();

            // then
            assertThat(result.get(20, TimeUnit.SECONDS)).isInstanceOf(Appended.class);
            Waiting.until(() -> deadlocks() == deadlocks + 1);
        } finally {
            ours.shutdownNow();
        }
    }

    static <T> void inParallel(List<Callable<T>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            for (Future<T> done : threads.invokeAll(tasks, 60, TimeUnit.SECONDS)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
