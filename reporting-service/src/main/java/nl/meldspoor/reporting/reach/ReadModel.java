package nl.meldspoor.reporting.reach;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import nl.meldspoor.http.ProblemException;
import org.jboss.logging.Logger;

/** Asks the projected tables a question, for an answer over HTTP. Blocking: for virtual threads. */
@ApplicationScoped
public class ReadModel {

    private static final Logger LOG = Logger.getLogger(ReadModel.class);
    private static final Duration AT_MOST = Duration.ofSeconds(10);
    private static final int RETRY_AFTER_SECONDS = 2;

    @Inject
    Pool pool;

    /** The rows; 503 while the database does not answer. */
    public RowSet<Row> ask(String sql, Tuple parameters) {
        return answer(pool.preparedQuery(sql).execute(parameters));
    }

    /**
     * The same, for a query whose text says all that the planner must know. By itself PostgreSQL plans a statement for each set of parameters as
     * long as it thinks that this is cheaper, and does not count what planning costs. All three statements are sent at once.
     */
    public RowSet<Row> askByOnePlan(String sql, Tuple parameters) {
        return answer(pool.withConnection(connection -> Uni.join()
                .all(
                        connection.query("begin read only; set local plan_cache_mode = force_generic_plan").execute(),
                        connection.preparedQuery(sql).execute(parameters),
                        connection.query("commit").execute())
                .andFailFast()
                .map(answers -> answers.get(1))));
    }

    /**
     * The same, in turn with whoever names the same turn: what the one wrote the next one reads.
     *
     * @param turn any name
     */
    public RowSet<Row> askInTurn(String turn, String sql, Tuple parameters) {
        return answer(pool.withTransaction(connection -> connection
                .preparedQuery("select pg_advisory_xact_lock(hashtextextended($1, 0))")
                .execute(Tuple.of(turn))
                .flatMap(mine -> connection.preparedQuery(sql).execute(parameters))));
    }

    private static RowSet<Row> answer(Uni<RowSet<Row>> asked) {
        try {
            return asked.await().atMost(AT_MOST);
        } catch (PgException e) {
            // Class 57: it is being shut down or started. Any other answer of PostgreSQL to our own query is a defect.
            if (e.getSqlState() != null && e.getSqlState().startsWith("57")) {
                throw unavailable(e);
            }
            throw e;
        } catch (CompletionException | TimeoutException e) {
            throw unavailable(e);
        }
    }

    private static ProblemException unavailable(RuntimeException cause) {
        LOG.warnf("database-unavailable cause=%s", cause.getClass().getSimpleName());
        return ProblemException.unavailable(RETRY_AFTER_SECONDS);
    }
}
