package nl.meldspoor.cases.store;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import java.util.List;
import java.util.Map;

/** Makes the pool of connections to the case database: bounded sessions, and every new one examined by the guard before it is used. */
public final class CasePool {

    /**
     * Bounds of every session, in milliseconds. A forgotten write transaction holds the reading order of the whole cluster
     * ({@code transaction_timeout}); a statement that waits longer than this is better tried again.
     */
    private static final Map<String, String> SESSION = Map.of(
            "statement_timeout", "10000",
            "transaction_timeout", "20000",
            "idle_in_transaction_session_timeout", "10000",
            "application_name", "meldspoor-case-service");

    /** Most requests that wait for a connection; the next is refused at once. */
    private static final int MOST_WAITING = 2_000;

    private CasePool() {}

    /** A pool for these options. */
    public static Pool create(Vertx vertx, List<PgConnectOptions> connect, PoolOptions pool, StoreGuard guard) {
        return PgBuilder.pool()
                .connectingTo(connect.stream().<SqlConnectOptions>map(CasePool::bounded).toList())
                .with(bounded(pool))
                .using(vertx)
                .withConnectHandler(
                        connection -> guard.examine(connection).onComplete(examined -> connection.close()))
                .build();
    }

    private static PoolOptions bounded(PoolOptions options) {
        return options.getMaxWaitQueueSize() < 0 ? new PoolOptions(options).setMaxWaitQueueSize(MOST_WAITING) : options;
    }

    private static PgConnectOptions bounded(PgConnectOptions options) {
        PgConnectOptions bounded = new PgConnectOptions(options);
        SESSION.forEach(bounded::addProperty);
        bounded.setCachePreparedStatements(true);
        // the driver leaves out statements over 2,048 characters: the append would be parsed and planned for every batch
        bounded.setPreparedStatementCacheSqlFilter(sql -> true);
        return bounded;
    }
}
