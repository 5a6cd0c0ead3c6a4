package nl.meldspoor.cases.store;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.meldspoor.cases.seal.MasterKeyFile;
import nl.meldspoor.cases.seal.Seal;
import nl.meldspoor.cases.seal.SealedNames;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedPostgres;

/** The store put together by hand, without Quarkus, on an embedded PostgreSQL. */
public final class StoreFixture implements AutoCloseable {

    private static final Path KEYS = temporary();

    private final Vertx vertx = Vertx.vertx();
    private final EmbeddedPostgres postgres;
    private final Pool pool;
    private final StoreGuard guard = new StoreGuard();
    private final CasesDatabase database;
    private final MasterKeyFile masterKey;
    private final Seal seal;
    private final EventStore events;

    private StoreFixture(EmbeddedPostgres postgres, int port, int connections, Duration patience, EventStore.Bounds bounds) {
        this.postgres = postgres;
        PgConnectOptions connect = new PgConnectOptions()
                .setHost("localhost")
                .setPort(port)
                .setDatabase(Database.CASES.databaseName())
                .setUser(Database.CASES.serviceRole())
                .setPassword(postgres.password(Database.CASES.serviceRole()));
        this.pool = CasePool.create(
                vertx, List.of(connect), new PoolOptions().setMaxSize(connections).setConnectionTimeout(2), guard);
        this.database = new CasesDatabase(pool, guard, patience);
        KeyTable keys = new KeyTable(database);
        this.masterKey = new MasterKeyFile(keyFile(postgres), keys);
        this.seal = new Seal(masterKey, keys);
        this.events = new EventStore(database, seal, accessLog(), new WakeUp(pool), bounds);
    }

    /** On the cluster of these tests, with the newest tables. */
    public static StoreFixture start() {
        return on(StoreParts.get().postgres(Database.CASES));
    }

    public static StoreFixture on(EmbeddedPostgres postgres) {
        return on(postgres, EventStore.Bounds.DEFAULT);
    }

    static StoreFixture on(EmbeddedPostgres postgres, EventStore.Bounds bounds) {
        return new StoreFixture(postgres, postgres.port(), 10, Duration.ofSeconds(15), bounds);
    }

    /** With one connection, through another port: a proxy that cuts it. */
    static StoreFixture through(EmbeddedPostgres postgres, int port, Duration patience) {
        return new StoreFixture(postgres, port, 1, patience, EventStore.Bounds.DEFAULT);
    }

    public Path masterKeyFile() {
        return keyFile(postgres);
    }

    /** One key file per cluster, as an installation has. */
    static Path keyFile(EmbeddedPostgres postgres) {
        return KEYS.resolve("master-key-" + postgres.port() + ".json");
    }

    public EventStore events() {
        return events;
    }

    public Pool pool() {
        return pool;
    }

    public CasesDatabase database() {
        return database;
    }

    public StoreGuard guard() {
        return guard;
    }

    public Seal seal() {
        return seal;
    }

    AppendAssembly assembly() {
        return new AppendAssembly(seal, accessLog());
    }

    MasterKeyFile masterKey() {
        return masterKey;
    }

    CaseHeads heads() {
        return new CaseHeads(database);
    }

    Idempotency idempotency() {
        return new Idempotency(database);
    }

    AccessLog accessLog() {
        return new AccessLog(database, new SealedNames(masterKey, new KeyTable(database)));
    }

    public Inspections inspections() {
        return new Inspections(database, new SealedNames(masterKey, new KeyTable(database)));
    }

    /** As the superuser, to look at what is stored and to do what the service may not. */
    public Connection superuser() throws SQLException {
        return postgres.connectAsSuperuser(Database.CASES.databaseName());
    }

    public List<Map<String, Object>> rows(String sql) {
        try (Connection connection = superuser();
                var rows = connection.createStatement().executeQuery(sql)) {
            List<Map<String, Object>> read = new ArrayList<>();
            while (rows.next()) {
                Map<String, Object> row = new java.util.LinkedHashMap<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.put(rows.getMetaData().getColumnName(i), rows.getObject(i));
                }
                read.add(row);
            }
            return read;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one number a query answers. */
    public long number(String sql) {
        return ((Number) rows(sql).getFirst().values().iterator().next()).longValue();
    }

    @Override
    public void close() {
        try {
            pool.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
            vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path temporary() {
        try {
            Path folder = Files.createTempDirectory("meldspoor-keys-");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
