package nl.meldspoor.cases.store;

import static nl.meldspoor.cases.store.Commands.event;
import static nl.meldspoor.cases.store.Commands.open;
import static nl.meldspoor.cases.store.Commands.signal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import nl.meldspoor.cases.store.AppendResult.Appended;
import nl.meldspoor.cases.store.AppendResult.DecideAgain;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.history.CaseHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Commands that wait together are stored together: none is lost, none twice, in the order in which they were answered. */
class GroupCommitIT {

    private static StoreFixture store;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @BeforeAll
    static void start() {
        store = StoreFixture.start();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private static UUID openedCase() {
        UUID caseId = UUID.randomUUID();
        assertThat(store.events().append(open(caseId))).isInstanceOf(Appended.class);
        return caseId;
    }

    private static Optional<CaseTurn.Handed> hand(StoreFixture store, UUID caseId, NewEvent event, boolean alone) {
        return store.events().inTurn(caseId, turn -> {
            CaseHead head = store.heads().find(caseId).orElseThrow();
            Optional<FoldedCase> before = turn.pending(head.version(), Optional.empty());
            if (before.isEmpty()) {
                turn.settle();
                CaseHead settled = store.heads().find(caseId).orElseThrow();
                before = store.events().fold(caseId, settled.version(), settled.hash());
            }
            return before.map(on -> turn.hand(on, Commands.request(caseId, Expected.noCase(), List.of(event)), after(on, event), alone));
        });
    }

    /** Where something was to be read on the connection that is cut nothing was handed in: whoever asked is told so, and comes again. */
    private static Optional<CaseTurn.Handed> handUnlessCut(StoreFixture store, UUID caseId, NewEvent event, boolean alone) {
        try {
            return hand(store, caseId, event, alone);
        } catch (StoreUnavailable e) {
            return Optional.empty();
        }
    }

    /** Records a signal as the service does: on what waits, else on what is stored; again when that did not come to be. */
    private static Appended signalOn(StoreFixture store, UUID caseId, NewEvent event) {
        boolean alone = false;
        while (true) {
            Optional<CaseTurn.Handed> handed = handUnlessCut(store, caseId, event, alone);
            if (handed.isEmpty()) {
                continue;
            }
            switch (handed.get().await()) {
                case Appended appended -> {
                    return appended;
                }
                case DecideAgain again -> alone |= again.alone();
                case AppendResult.Conflict moved -> {}
                case AppendResult other -> throw new AssertionError("expected stored or moved, but was " + other);
            }
        }
    }

    private static FoldedCase after(FoldedCase before, NewEvent event) {
        EventType type = EventType.of(event.data());
        CaseHistory history = before.history().with(new RecordedEvent(
                event.eventId(), before.caseId(), before.version() + 1, before.recordedAt(), before.recordedAt(), Commands.actor().personRef(),
                null, event.deviatedFrom(), EventJson.read(type, EventJson.facts(event.data())), Set.of("description")));
        // the reach of these tests, so that it is that of the head
        return new FoldedCase(before.organisation(), history, before.reach(), null);
    }

    private <T> List<Future<T>> together(int times, Callable<T> task) {
        return IntStream.range(0, times).mapToObj(i -> threads.submit(task)).toList();
    }

    private static <T> List<T> answers(List<Future<T>> futures) throws Exception {
        List<T> answers = new ArrayList<>();
        for (Future<T> future : futures) {
            answers.add(future.get(60, TimeUnit.SECONDS));
        }
        return answers;
    }

    private static long statements(UUID caseId) {
        return store.number("select count(distinct transaction_id) from case_event where case_id = '" + caseId + "'");
    }

    /** Holds the heads of these cases, so that whatever is sent waits until {@link AutoCloseable#close}. */
    private static AutoCloseable holding(UUID... cases) throws SQLException {
        Connection holder = store.superuser();
        holder.setAutoCommit(false);
        for (UUID caseId : cases) {
            holder.createStatement().execute("select from case_head where case_id = '" + caseId + "' for update");
        }
        return () -> {
            holder.rollback();
            holder.close();
        };
    }

    private static void waitUntilABatchIsHeld() {
        waitUntilBatchesAreHeld(1);
    }

    private static void waitUntilBatchesAreHeld(int batches) {
        Waiting.until(() -> store.number(
                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like 'with identity%'")
                == batches);
    }

    @Test
    void aHotCaseStoresAllInTheOrderOfTheAnswersInFewStatements() throws Exception {
        // given
        UUID caseId = openedCase();
        int writers = 200;

        // when
        List<Appended> appended = answers(together(writers, () -> signalOn(store, caseId, event(signal("hot")))));

        // then
        List<StoredEvent> events = store.events().load(caseId).orElseThrow().events();
        assertThat(events.stream().skip(1).map(StoredEvent::eventId))
                .containsExactlyInAnyOrderElementsOf(appended.stream().map(a -> a.events().getFirst().eventId()).toList());
        assertThat(appended.stream().map(a -> a.events().getFirst()))
                .allSatisfy(answered -> assertThat(events.get((int) answered.sequence() - 1)).isEqualTo(answered));
        assertThat(appended.stream().mapToLong(a -> a.events().getFirst().sequence()).sorted())
                .containsExactlyElementsOf(LongStream.rangeClosed(2, 1 + writers).boxed().toList());
        assertThat(StoredChain.firstBroken(events)).isEmpty();
        assertThat(statements(caseId)).isLessThan(writers / 2);
        assertThat(store.rows("select sequence from case_event where case_id = '" + caseId + "' order by epoch, transaction_id, position"))
                .extracting(row -> row.get("sequence"))
                .isSorted();
    }

    @Test
    void commandsOfManyCasesThatWaitTogetherAreOneStatement() throws Exception {
        // given: a batch is on its way and held up
        UUID held = openedCase();
        List<UUID> cases = IntStream.range(0, 20).mapToObj(i -> openedCase()).toList();
        Future<Appended> first;
        List<Future<Appended>> others;
        try (AutoCloseable holder = holding(held)) {
            first = threads.submit(() -> signalOn(store, held, event(signal("held"))));
            waitUntilABatchIsHeld();

            // when
            others = cases.stream().map(caseId -> threads.submit(() -> signalOn(store, caseId, event(signal("waits"))))).toList();
            Waiting.until(() -> store.events().waiting() == cases.size());
        }

        // then
        List<Appended> appended = answers(others);
        assertThat(first.get(30, TimeUnit.SECONDS).events().getFirst().sequence()).isEqualTo(2);
        assertThat(appended.stream().map(a -> a.events().getFirst().transactionId()).distinct()).hasSize(1);
        assertThat(appended.getFirst().events().getFirst().transactionId())
                .isNotEqualTo(first.get().events().getFirst().transactionId());
    }

    @Test
    void twoInstancesOnOneDatabaseStoreAllOfBothInOneChain() throws Exception {
        // given
        UUID caseId = openedCase();
        int each = 40;

        // when
        try (StoreFixture other = StoreFixture.start()) {
            List<Future<Appended>> writers = new ArrayList<>(together(each, () -> signalOn(store, caseId, event(signal("here")))));
            writers.addAll(together(each, () -> signalOn(other, caseId, event(signal("there")))));
            List<Appended> appended = answers(writers);

            // then
            List<StoredEvent> events = store.events().load(caseId).orElseThrow().events();
            assertThat(events.stream().skip(1).map(StoredEvent::eventId))
                    .containsExactlyInAnyOrderElementsOf(appended.stream().map(a -> a.events().getFirst().eventId()).toList());
            assertThat(StoredChain.firstBroken(events)).isEmpty();
        }
    }

    @Test
    void aPoisonousCommandInABatchFailsAloneAlsoOnAHotCase() throws Exception {
        // given: a batch is on its way and held up
        UUID held = openedCase();
        UUID hot = openedCase();
        List<UUID> cases = IntStream.range(0, 20).mapToObj(i -> openedCase()).toList();
        NewEvent poison = new NewEvent(UUID.randomUUID(), signal("x"), null, null, List.of("a\u0000b"), null);
        List<Future<Appended>> healthy = new ArrayList<>();
        Future<Appended> poisonous;
        try (AutoCloseable holder = holding(held)) {
            healthy.add(threads.submit(() -> signalOn(store, held, event(signal("held")))));
            waitUntilABatchIsHeld();

            // when: it waits between others of its own case, and of other cases
            cases.forEach(caseId -> healthy.add(threads.submit(() -> signalOn(store, caseId, event(signal("healthy"))))));
            healthy.addAll(together(5, () -> signalOn(store, hot, event(signal("before it")))));
            Waiting.until(() -> store.events().waiting() == cases.size() + 5);
            poisonous = threads.submit(() -> signalOn(store, hot, poison));
            Waiting.until(() -> store.events().waiting() == cases.size() + 6);
            healthy.addAll(together(5, () -> signalOn(store, hot, event(signal("after it")))));
            Waiting.until(() -> store.events().waiting() == cases.size() + 11);
        }

        // then
        assertThat(answers(healthy)).hasSize(cases.size() + 11);
        assertThatThrownBy(() -> poisonous.get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
        List<StoredEvent> events = store.events().load(hot).orElseThrow().events();
        assertThat(events).hasSize(11);
        assertThat(StoredChain.firstBroken(events)).isEmpty();
        assertThat(cases).allSatisfy(caseId -> assertThat(store.heads().find(caseId).orElseThrow().version()).isEqualTo(2));
    }

    @Test
    void whatWasDecidedOnACommandThatWasNotStoredIsDecidedAgain() throws Exception {
        // given: another instance comes first to the head, ours second, and one more is decided on ours
        UUID caseId = openedCase();
        AppendRequest rival = Commands.record(store.events().load(caseId).orElseThrow(), "there");
        Future<AppendResult> there;
        List<Future<Appended>> here = new ArrayList<>();
        try (StoreFixture other = StoreFixture.start()) {
            try (AutoCloseable holder = holding(caseId)) {
                there = threads.submit(() -> other.events().append(rival));
                waitUntilBatchesAreHeld(1);
                here.add(threads.submit(() -> signalOn(store, caseId, event(signal("first here")))));
                waitUntilBatchesAreHeld(2);
                here.add(threads.submit(() -> signalOn(store, caseId, event(signal("second here")))));

                // when: the head is let go
                Waiting.until(() -> store.events().waiting() == 1);
            }
            assertThat(there.get(30, TimeUnit.SECONDS)).isInstanceOf(Appended.class);
        }

        // then
        assertThat(answers(here)).hasSize(2);
        List<StoredEvent> events = store.events().load(caseId).orElseThrow().events();
        assertThat(events).hasSize(4);
        assertThat(events.get(1).commandId()).isEqualTo(rival.commandId());
        assertThat(StoredChain.firstBroken(events)).isEmpty();
    }

    @Test
    void aFullQueueRefusesAndStoresNothingOfIt() throws Exception {
        // given: a batch is on its way and held up, and as many wait as may
        UUID held = openedCase();
        List<UUID> cases = IntStream.range(0, 3).mapToObj(i -> openedCase()).toList();
        UUID tooMany = openedCase();
        try (StoreFixture small = StoreFixture.on(StoreParts.get().postgres(Database.CASES), new EventStore.Bounds(3, 100))) {
            List<Future<Appended>> taken = new ArrayList<>();
            try (AutoCloseable holder = holding(held)) {
                taken.add(threads.submit(() -> signalOn(small, held, event(signal("held")))));
                waitUntilABatchIsHeld();
                cases.forEach(caseId -> taken.add(threads.submit(() -> signalOn(small, caseId, event(signal("waits"))))));
                Waiting.until(() -> small.events().waiting() == 3);

                // when, then
                assertThatThrownBy(() -> signalOn(small, tooMany, event(signal("one too many")))).isInstanceOf(StoreBusy.class);
            }
            assertThat(answers(taken)).hasSize(4);
            assertThat(store.heads().find(tooMany).orElseThrow().version()).isEqualTo(1);
            assertThat(signalOn(small, tooMany, event(signal("later"))).events().getFirst().sequence()).isEqualTo(2);
        }
    }

    @Test
    void aConnectionCutWhileABatchIsCommittedLosesAndDoublesNothing() throws Exception {
        // given
        try (CuttingProxy proxy = new CuttingProxy(StoreParts.get().postgres(Database.CASES).port());
                StoreFixture cut = StoreFixture.through(
                        StoreParts.get().postgres(Database.CASES), proxy.port(), Duration.ofSeconds(10))) {
            List<UUID> cases = IntStream.range(0, 12).mapToObj(i -> openedCase()).toList();
            UUID hot = openedCase();
            answers(cases.stream().map(caseId -> threads.submit(() -> signalOn(cut, caseId, event(signal("keys are there"))))).toList());

            // when
            proxy.arm(CuttingProxy.Cut.AFTER_THE_COMMIT, "SignalRecorded");
            List<Future<Appended>> writers = new ArrayList<>();
            cases.forEach(caseId -> writers.add(threads.submit(() -> signalOn(cut, caseId, event(signal("cut"))))));
            writers.addAll(together(12, () -> signalOn(cut, hot, event(signal("cut, hot")))));
            List<Appended> appended = answers(writers);

            // then
            assertThat(proxy.cuts()).isEqualTo(1);
            assertThat(appended).hasSize(24);
            assertThat(cases).allSatisfy(caseId -> {
                List<StoredEvent> events = store.events().load(caseId).orElseThrow().events();
                assertThat(events).hasSize(3);
                assertThat(StoredChain.firstBroken(events)).isEmpty();
            });
            assertThat(store.events().load(hot).orElseThrow().events()).hasSize(13);
        }
    }
}
