package nl.meldspoor.reporting.tracker;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.function.Function;

/** Statements and transactions of the tracker, awaited: for its own threads, never for an event loop. */
final class TrackerDatabase {

    private static final Duration AT_MOST = Duration.ofSeconds(15);

    private final Pool pool;

    TrackerDatabase(Pool pool) {
        this.pool = pool;
    }

    /** One transaction at work. */
    record Work(SqlConnection connection) {
        RowSet<Row> execute(String sql, Tuple parameters) {
            return connection.preparedQuery(sql).execute(parameters).await().atMost(AT_MOST);
        }
    }

    RowSet<Row> execute(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).await().atMost(AT_MOST);
    }

    /** Committed when it returns, rolled back when it throws. */
    <T> T inTransaction(Function<Work, T> todo) {
        SqlConnection connection = pool.getConnection().await().atMost(AT_MOST);
        try {
            Transaction transaction = connection.begin().await().atMost(AT_MOST);
            T result = todo.apply(new Work(connection));
            transaction.commit().await().atMost(AT_MOST);
            return result;
        } finally {
            // Closing inside a transaction rolls it back.
            connection.close().subscribe().with(done -> {}, broken -> {});
        }
    }
}
