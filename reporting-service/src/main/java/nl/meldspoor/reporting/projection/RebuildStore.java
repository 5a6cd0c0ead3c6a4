package nl.meldspoor.reporting.projection;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** What a rebuild asks of the database ({@code V23__rebuild.sql}). */
@ApplicationScoped
class RebuildStore {

    private static final Duration AT_MOST = Duration.ofSeconds(30);

    /** Any number that nothing else locks. */
    private static final long LOCK = 0x4d454c4452454255L;

    @Inject
    Pool pool;

    /** Whether an operator asked for one that is not done. */
    boolean isAskedFor() {
        return pool.query("select 1 from rebuild where state <> 'DONE'")
                        .execute()
                        .await()
                        .atMost(AT_MOST)
                        .size()
                > 0;
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

    /** Serves the new tables from now on, unless cases are less far in them: how many those are, 0 when it was done. */
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
