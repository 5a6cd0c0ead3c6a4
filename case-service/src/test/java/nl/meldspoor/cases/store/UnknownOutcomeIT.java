package nl.meldspoor.cases.store;

import static nl.meldspoor.cases.store.Commands.open;
import static nl.meldspoor.cases.store.Commands.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.meldspoor.cases.store.AppendResult.Appended;
import nl.meldspoor.cases.store.AppendResult.OutcomeUnknown;
import nl.meldspoor.cases.store.CuttingProxy.Cut;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A connection lost during commit: sent again, compared, only then answered. Never a wrong answer, never twice. */
class UnknownOutcomeIT {

    private EmbeddedPostgres postgres;
    private CuttingProxy proxy;
    private StoreFixture direct;
    private StoreFixture store;
    private StoredCase opened;

    @BeforeEach
    void start() throws Exception {
        postgres = StoreParts.get().postgres(Database.CASES);
        proxy = new CuttingProxy(postgres.port());
        direct = StoreFixture.on(postgres);
        store = StoreFixture.through(postgres, proxy.port(), Duration.ofSeconds(4));
        // the keys are there and the statement is prepared: the next execution is the append itself
        UUID caseId = UUID.randomUUID();
        store.events().append(open(caseId));
        opened = store.events().load(caseId).orElseThrow();
    }

    @AfterEach
    void stop() throws Exception {
        store.close();
        direct.close();
        proxy.close();
    }

    private long stored(AppendRequest request) {
        return direct.number("select count(*) from case_event where command_id = '" + request.commandId() + "'");
    }

    @Test
    void aConnectionThatComesWhenNobodyWaitsForItAnyMoreIsUsedByTheNext() throws Exception {
        try (StoreFixture impatient = StoreFixture.through(postgres, postgres.port(), Duration.ofMillis(500))) {
            // given: its only connection is taken
            SqlConnection only = impatient.pool().getConnection().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
            assertThatThrownBy(() -> impatient.database().connection()).isInstanceOf(StoreUnavailable.class);

            // when it comes back
            only.close();

            // then
            await().atMost(Duration.ofSeconds(20))
                    .ignoreException(StoreUnavailable.class)
                    .until(() -> impatient.events().load(opened.caseId()).isPresent());
        }
    }

    @Test
    void whatWasCommittedBeforeTheCutIsAnsweredAsStoredAndStoredOnce() {
        // given
        AppendRequest request = record(opened, "committed, not heard");
        proxy.arm(Cut.AFTER_THE_COMMIT);

        // when
        AppendResult result = store.events().append(request);

        // then
        assertThat(proxy.cuts()).isEqualTo(1);
        assertThat(result).isInstanceOf(Appended.class);
        assertThat(((Appended) result).events()).isEqualTo(direct.events().events(opened.caseId(), 1, 10));
        assertThat(stored(request)).isEqualTo(1);
    }

    @Test
    void whatNeverArrivedIsSentAgainAndStoredOnce() {
        // given
        AppendRequest request = record(opened, "never arrived");
        proxy.arm(Cut.BEFORE_IT_ARRIVES);

        // when
        AppendResult result = store.events().append(request);

        // then
        assertThat(proxy.cuts()).isEqualTo(1);
        assertThat(result).isInstanceOf(Appended.class);
        assertThat(stored(request)).isEqualTo(1);
    }

    @Test
    void anOpeningWithAnIdempotencyKeyIsTheSameCaseAfterTheCut() {
        // given
        String key = UUID.randomUUID().toString();
        AppendRequest request = Commands.under(new IdempotencyClaim("s", key, "f"), record(opened, "with a key"));
        proxy.arm(Cut.AFTER_THE_COMMIT);

        // when
        AppendResult result = store.events().append(request);

        // then: ours, not a replay of an earlier use
        assertThat(result).isInstanceOf(Appended.class);
        assertThat(direct.idempotency().find("de-linde", "s", key)).isPresent();
    }

    @Test
    void whenNobodyCanTellTheOutcomeIsUnknownAndASecondTryFindsOut() {
        // given
        AppendRequest request = record(opened, "nobody can tell");
        AppendUnit unit = store.assembly().assemble(request);
        proxy.arm(Cut.AFTER_THE_COMMIT_AND_STAY_AWAY);

        // when
        AppendResult result = new Appender(store.database()).append(unit);

        // then
        assertThat(result).isEqualTo(new OutcomeUnknown());
        assertThat(stored(request)).isEqualTo(1);
        assertThat(new Appender(direct.database()).append(unit)).isInstanceOf(Appended.class);
        assertThat(stored(request)).isEqualTo(1);
    }

    @Test
    void aServerThatIsDownBeforeAnythingWasSentIsUnavailableNotUnknown() {
        // given
        AppendRequest request = record(opened, "down");
        postgres.stop();

        // when, then
        try {
            assertThatThrownBy(() -> direct.events().append(request)).isInstanceOf(StoreUnavailable.class);
        } finally {
            postgres.start();
        }
        Waiting.until(() -> stored(request) == 0);
    }

    @Test
    void afterAKillOfPostgresEveryAnswerIsTrue() throws Exception {
        // given: writers of a case each
        int writers = 6;
        List<StoredCase> cases = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            UUID caseId = UUID.randomUUID();
            direct.events().append(open(caseId));
            cases.add(direct.events().load(caseId).orElseThrow());
        }
        AtomicInteger appended = new AtomicInteger();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        List<Future<List<AppendRequest>>> accepted = new ArrayList<>();
        for (StoredCase start : cases) {
            accepted.add(threads.submit(() -> {
                List<AppendRequest> mine = new ArrayList<>();
                StoredCase now = start;
                while (mine.size() < 60) {
                    AppendRequest request = record(now, "under fire");
                    AppendResult result = tried(request);
                    if (result instanceof Appended a) {
                        mine.add(request);
                        appended.incrementAndGet();
                        List<StoredEvent> events = new ArrayList<>(now.events());
                        events.addAll(a.events());
                        now = new StoredCase(now.organisation(), now.caseId(), events);
                    } else if (result != null) {
                        throw new AssertionError("expected stored or unavailable, but was " + result);
                    }
                }
                return mine;
            }));
        }

        // when
        Waiting.until(() -> appended.get() > 60);
        postgres.kill();
        postgres.start();

        // then
        for (int i = 0; i < writers; i++) {
            List<AppendRequest> mine = accepted.get(i).get(60, TimeUnit.SECONDS);
            List<StoredEvent> stored = direct.events().load(cases.get(i).caseId()).orElseThrow().events();
            assertThat(stored.stream().skip(1).map(StoredEvent::commandId))
                    .containsExactlyElementsOf(mine.stream().map(AppendRequest::commandId).toList());
            assertThat(StoredChain.firstBroken(stored)).isEmpty();
        }
        threads.shutdownNow();
    }

    /** The answer, or null when nothing was stored for now. */
    private AppendResult tried(AppendRequest request) {
        try {
            return direct.events().append(request);
        } catch (StoreUnavailable e) {
            return null;
        }
    }
}
