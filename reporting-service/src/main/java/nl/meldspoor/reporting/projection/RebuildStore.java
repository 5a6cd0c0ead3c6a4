package nl.meldspoor.reporting.projection;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a rebuild asks of the database ({@code V23__rebuild.sql}). */
@ApplicationScoped
class RebuildStore {

    private static final Duration AT_MOST = Duration.ofSeconds(30);

    /** Any number that nothing else locks; {@code ./meldspoor rebuild} looks whether somebody holds it. */
    static final long LOCK = 0x4d454c4452454255L;

    @Inject
    Pool pool;

    /** @param doneAt when one was last finished, null before the first */
    record State(boolean askedFor, OffsetDateTime doneAt) {}

    /** Whether an operator asked for one that is not done, and when the tables were last switched. */
    State state() {
        RowIterator<Row> rows = pool.query("select state <> 'DONE', done_at from rebuild")
                .execute()
                .await()
                .atMost(AT_MOST)
                .iterator();
        if (!rows.hasNext()) {
            return new State(false, null);
        }
        Row row = rows.next();
        return new State(row.getBoolean(0), row.getOffsetDateTime(1));
    }

    /** The cases behind this one, in their order. */
    List<UUID> casesAfter(UUID last, int limit) {
        List<UUID> cases = new ArrayList<>(limit);
        pool.preparedQuery("select case_id from case_progress where case_id > $1 order by case_id limit $2")
                .execute(Tuple.of(last, limit))
                .await()
                .atMost(AT_MOST)
                .forEach(row -> cases.add(row.getUUID(0)));
        return cases;
    }

    /** Runs {@code work} unless another instance is at it. The lock goes with the connection, also when the process dies. */
    void alone(Runnable work) {
        SqlConnection connection = pool.getConnection().await().atMost(AT_MOST);
        try {
            boolean ours = connection
                    .preparedQuery("select pg_try_advisory_lock($1)")
                    .execute(Tuple.of(LOCK))
                    .await()
                    .atMost(AT_MOST)
                    .iterator()
                    .next()
                    .getBoolean(0);
            if (ours) {
                try {
                    work.run();
                } finally {
                    connection
                            .preparedQuery("select pg_advisory_unlock($1)")
                            .execute(Tuple.of(LOCK))
                            .await()
                            .atMost(AT_MOST);
                }
            }
        } finally {
            connection.close().subscribe().with(done -> {}, broken -> {});
        }
    }

    /** Empty tables beside those that are served. */
    void begin() {
        pool.query("select rebuild_begin()").execute().await().atMost(AT_MOST);
    }

    void progress(long records, long ofRecords) {
        pool.preparedQuery("update rebuild set records = $1, of_records = $2")
                .execute(Tuple.of(records, ofRecords))
                .await()
                .atMost(AT_MOST);
    }

    /** Serves the new tables from now on and answers 0, unless cases are less far in them: how many; or others are at the tables: -1. */
    long switchOver() {
        return pool.query("select rebuild_switch()")
                .execute()
                .await()
                .atMost(AT_MOST)
                .iterator()
                .next()
                .getLong(0);
    }
}
