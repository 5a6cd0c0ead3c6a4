package nl.meldspoor.notifications.database;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * The reactive driver for code that waits: on virtual threads at the REST edge, on a worker thread in the intake. Never call it on an
 * event loop. Every wait is bounded; statements end earlier by {@code statement_timeout}.
 */
@ApplicationScoped
public class Database {

    private static final long WAIT_AT_MOST_SECONDS = 45;

    private final Pool pool;

    Database(Pool pool) {
        this.pool = pool;
    }

    /** One statement in a transaction of its own. */
    public RowSet<Row> query(String sql, Tuple parameters) {
        return query(pool, sql, parameters);
    }

    /** One statement on that connection. */
    public static RowSet<Row> query(SqlClient client, String sql, Tuple parameters) {
        return await(client.preparedQuery(sql).execute(parameters));
    }

    /**
     * All statements of {@code work} or none of them. When this throws, it is not known whether they were committed: the connection may
     * have gone during the commit.
     */
    public <T> T inTransaction(Function<SqlConnection, T> work) {
        SqlConnection connection = await(pool.getConnection());
        try {
            Transaction transaction = await(connection.begin());
            T result;
            try {
                result = work.apply(connection);
            } catch (RuntimeException e) {
                transaction.rollback();
                throw e;
            }
            await(transaction.commit());
            return result;
        } finally {
            connection.close();
        }
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(WAIT_AT_MOST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException r ? r : new CompletionException(e.getCause());
        } catch (TimeoutException e) {
            throw new CompletionException("expected an answer of PostgreSQL within " + WAIT_AT_MOST_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException("interrupted while waiting for PostgreSQL", e);
        }
    }
}
