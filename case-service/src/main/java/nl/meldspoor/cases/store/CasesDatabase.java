package nl.meldspoor.cases.store;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks PostgreSQL and waits for the answer, never longer than {@code patience}. Call it from a virtual thread or a thread of your own,
 * never from an event loop. Serves only while the {@link StoreGuard} says so.
 */
public final class CasesDatabase {

    private final Pool pool;
    private final StoreGuard guard;
    private final Duration patience;

    public CasesDatabase(Pool pool, StoreGuard guard, Duration patience) {
        this.pool = pool;
        this.guard = guard;
        this.patience = patience;
    }

    /** One statement in its own transaction. The rows are given out only when the cluster they came from is the one we know. */
    public RowSet<Row> query(String sql, Object... values) {
        return query(sql, tuple(values));
    }

    /** The same with the values as the driver takes them. */
    public RowSet<Row> query(String sql, Tuple values) {
        guard.requireNotRefused();
        RowSet<Row> rows = ask(pool.preparedQuery(sql).execute(values));
        guard.require();
        return rows;
    }

    /** A connection for one statement whose outcome must be told apart; the caller closes it. Fails only when nothing was sent. */
    SqlConnection connection() {
        guard.requireNotRefused();
        Future<SqlConnection> asked = pool.getConnection();
        SqlConnection connection;
        try {
            connection = ask(asked);
        } catch (StoreUnavailable e) {
            giveBack(asked);
            throw e;
        }
        try {
            guard.require();
        } catch (StoreUnavailable e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    /** A connection that comes when nobody waits for it any more would be gone from the pool for ever. */
    static void giveBack(Future<SqlConnection> asked) {
        asked.onSuccess(SqlConnection::close);
    }

    /** Waits for the answer; a failure comes out as it is, a late answer as {@link TimeoutException}. */
    <T> T await(Future<T> future) throws ExecutionException, TimeoutException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted while waiting for PostgreSQL");
        }
    }

    private <T> T ask(Future<T> future) {
        try {
            return await(future);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PgException defect && !Failure.isOfTheServer(defect)) {
                throw defect;
            }
            throw new StoreUnavailable("PostgreSQL cannot be asked now", e.getCause());
        } catch (TimeoutException e) {
            throw new StoreUnavailable("PostgreSQL did not answer within " + patience);
        }
    }

    StoreGuard guard() {
        return guard;
    }

    Duration patience() {
        return patience;
    }

    private static Tuple tuple(Object... values) {
        Tuple tuple = Tuple.tuple();
        for (Object value : values) {
            tuple.addValue(value instanceof List<?> texts ? texts.toArray(String[]::new) : value);
        }
        return tuple;
    }
}
