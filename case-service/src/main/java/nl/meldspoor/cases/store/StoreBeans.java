package nl.meldspoor.cases.store;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import nl.meldspoor.cases.seal.KeyOfKms;
import nl.meldspoor.cases.seal.MasterKeyFile;
import nl.meldspoor.cases.seal.Seal;
import nl.meldspoor.cases.seal.SealedNames;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Makes beans of the store, and looks at the database when the service starts. */
@ApplicationScoped
public class StoreBeans {

    private static final Logger LOG = Logger.getLogger(StoreBeans.class);

    private final List<Meter> meters = new CopyOnWriteArrayList<>();

    /** Why nobody injects the pool itself: only {@link CasesDatabase} asks, and only while the guard lets it. */
    @Singleton
    static class GuardedPool implements PgPoolCreator {

        private final StoreGuard guard;

        GuardedPool(StoreGuard guard) {
            this.guard = guard;
        }

        @Override
        public Pool create(Input input) {
            return CasePool.create(input.vertx(), input.pgConnectOptionsList(), input.poolOptions(), guard);
        }
    }

    @Produces
    @Singleton
    StoreGuard guard() {
        return new StoreGuard();
    }

    @Produces
    @Singleton
    CasesDatabase database(
            Pool pool, StoreGuard guard, @ConfigProperty(name = "meldspoor.store.patience", defaultValue = "15S") Duration patience) {
        return new CasesDatabase(pool, guard, patience);
    }

    @Produces
    @Singleton
    KeyTable keyTable(CasesDatabase database) {
        return new KeyTable(database);
    }

    @Produces
    @Singleton
    MasterKeyFile masterKey(
            @ConfigProperty(name = "meldspoor.master-key-file") Path file,
            @ConfigProperty(name = "meldspoor.master-key-kms-uri") Optional<String> kmsUri,
            @ConfigProperty(name = "meldspoor.master-key-kms-clients") Optional<Path> kmsClients,
            KeyTable keys) {
        return kmsUri.map(uri -> new MasterKeyFile(file, keys, new KeyOfKms(uri, kmsClients))).orElseGet(() -> new MasterKeyFile(file, keys));
    }

    @Produces
    @Singleton
    KeyRotation keyRotation(
            CasesDatabase database,
            MasterKeyFile masterKey,
            @ConfigProperty(name = "meldspoor.key-rotation.look-every", defaultValue = "20S") Duration every) {
        return new KeyRotation(database, masterKey, every);
    }

    @Produces
    @Singleton
    Seal seal(MasterKeyFile masterKey, KeyTable keys) {
        return new Seal(masterKey, keys);
    }

    @Produces
    @Singleton
    EventStore events(
            CasesDatabase database,
            Seal seal,
            AccessLog accessLog,
            Pool pool,
            @ConfigProperty(name = "meldspoor.store.most-waiting", defaultValue = "2000") int mostWaiting,
            @ConfigProperty(name = "meldspoor.store.most-cached-events", defaultValue = "100000") long mostCachedEvents) {
        return new EventStore(database, seal, accessLog, new WakeUp(pool), new EventStore.Bounds(mostWaiting, mostCachedEvents));
    }

    /** Also while it is carried out the sealing keys are made anew from the store, not from memory. */
    @Produces
    @Singleton
    Forgets sealingKeys(Seal seal) {
        return seal::forget;
    }

    @Produces
    @Singleton
    Erasure erasure(CasesDatabase database, KeyTable keys, Instance<Forgets> memories) {
        return new Erasure(database, keys, memories);
    }

    @Produces
    @Singleton
    ErasureSweeper erasureSweeper(
            Erasure erasure, @ConfigProperty(name = "meldspoor.erasure.sweep-every", defaultValue = "60S") Duration every) {
        return new ErasureSweeper(erasure, every);
    }

    @Produces
    @Singleton
    CaseHeads heads(CasesDatabase database) {
        return new CaseHeads(database);
    }

    @Produces
    @Singleton
    Idempotency idempotency(CasesDatabase database) {
        return new Idempotency(database);
    }

    @Produces
    @Singleton
    AccessLog accessLog(CasesDatabase database, MasterKeyFile masterKey, KeyTable keys) {
        return new AccessLog(database, new SealedNames(masterKey, keys));
    }

    @Produces
    @Singleton
    Inspections inspections(CasesDatabase database, MasterKeyFile masterKey, KeyTable keys) {
        return new Inspections(database, new SealedNames(masterKey, keys));
    }

    @Produces
    @Singleton
    StoreWatch watch(Pool pool, StoreGuard guard, MasterKeyFile masterKey) {
        return new StoreWatch(pool, guard, masterKey, StoreBeans::end);
    }

    private static void end(String reason) {
        LOG.fatal("case-service ends reason=\"" + reason + "\"");
        Quarkus.asyncExit(1);
    }

    /** So that somebody sees that the store does not keep up before anybody is refused. */
    void measure(@Observes StartupEvent started, EventStore store, MeterRegistry metrics) {
        CommitFigures figures = store.figures();
        meters.add(Gauge.builder("meldspoor.store.waiting", store, EventStore::waiting)
                .description("Commands that wait to be stored now")
                .register(metrics));
        meters.add(FunctionCounter.builder("meldspoor.store.batches", figures, CommitFigures::batches)
                .description("Statements in which commands were sent to be stored")
                .register(metrics));
        meters.add(FunctionTimer.builder("meldspoor.store.wait", figures, CommitFigures::commands, CommitFigures::waitedNanos, TimeUnit.NANOSECONDS)
                .description("How long commands waited before they were sent, and how many were")
                .register(metrics));
        meters.add(FunctionCounter.builder("meldspoor.store.refused", figures, CommitFigures::refused)
                .description("Commands that were answered 503 because too much waited")
                .register(metrics));
    }

    /** A registry outlives a service that starts anew in the same process, and would go on telling of the old one's store. */
    void measureNoMore(@Observes ShutdownEvent stopping, MeterRegistry metrics) {
        meters.forEach(metrics::remove);
    }

    void start(@Observes StartupEvent started, StoreWatch watch, ErasureSweeper sweeper, KeyRotation rotation) {
        watch.start();
        sweeper.start();
        rotation.start();
    }

    void stop(@Observes ShutdownEvent stopping, StoreWatch watch, ErasureSweeper sweeper, KeyRotation rotation) {
        rotation.close();
        sweeper.close();
        watch.close();
    }
}
