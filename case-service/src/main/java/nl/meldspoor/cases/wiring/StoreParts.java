package nl.meldspoor.cases.wiring;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import nl.meldspoor.cases.seal.MasterKey;
import nl.meldspoor.cases.seal.Seal;
import nl.meldspoor.cases.seal.SealedNames;
import nl.meldspoor.cases.store.AccessLog;
import nl.meldspoor.cases.store.CaseHeads;
import nl.meldspoor.cases.store.CasePool;
import nl.meldspoor.cases.store.CasesDatabase;
import nl.meldspoor.cases.store.EventStore;
import nl.meldspoor.cases.store.Idempotency;
import nl.meldspoor.cases.store.KeyTable;
import nl.meldspoor.cases.store.StoreGuard;
import nl.meldspoor.events.PersonRefs;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Puts the store together from the configuration. Everything is made when it is first asked for, so that the service starts without
 * its database and serves as soon as that is there; until then each request is answered 503.
 */
@ApplicationScoped
class StoreParts {

    /** A pool of its own beside the one of Quarkus: every connection is examined by the guard before it is used. */
    private record Connections(Pool pool) {}

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    StoreGuard guard() {
        return new StoreGuard();
    }

    @Produces
    @Singleton
    PersonRefs personRefs(@ConfigProperty(name = "meldspoor.person-key") String key) {
        return new PersonRefs(Base64.getDecoder().decode(key));
    }

    @Produces
    @Singleton
    Connections connections(
            Vertx vertx,
            StoreGuard guard,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password,
            @ConfigProperty(name = "quarkus.datasource.reactive.max-size", defaultValue = "16") int maxSize) {
        var connect = PgConnectOptions.fromUri(url).setUser(user).setPassword(password);
        var bounds = new PoolOptions().setMaxSize(maxSize).setMaxWaitQueueSize(2_000);
        return new Connections(CasePool.create(vertx, List.of(connect), bounds, guard));
    }

    void close(@Disposes Connections connections) {
        connections.pool().close();
    }

    @Produces
    @Singleton
    CasesDatabase database(Connections connections, StoreGuard guard) {
        return new CasesDatabase(connections.pool(), guard, Duration.ofSeconds(10));
    }

    @Produces
    @Singleton
    MasterKey masterKey(CasesDatabase database, @ConfigProperty(name = "meldspoor.master-key-file") String file) {
        return MasterKey.open(Path.of(file), new KeyTable(database));
    }

    @Produces
    @Singleton
    Seal seal(MasterKey master, CasesDatabase database) {
        return new Seal(master, new KeyTable(database));
    }

    @Produces
    @Singleton
    EventStore store(CasesDatabase database, Seal seal) {
        return new EventStore(database, seal);
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
    AccessLog accessLog(CasesDatabase database, MasterKey master) {
        return new AccessLog(database, new SealedNames(master, new KeyTable(database)));
    }
}
