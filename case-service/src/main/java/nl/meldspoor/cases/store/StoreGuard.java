package nl.meldspoor.cases.store;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether anything may be served: only from a server that keeps what it confirms, and only from the cluster the events were written in.
 * Every new connection is examined before it is used, so that a restored database never answers under a running service either.
 */
public final class StoreGuard {

    private static final String EXAMINE = """
            select i.epoch,
                   i.system_identifier = c.system_identifier as known,
                   current_setting('fsync') = 'on'
                       and current_setting('full_page_writes') = 'on'
                       and current_setting('synchronous_commit') not in ('off', 'local') as durable
            from store_identity i, pg_control_system() c
            """;

    private static final String UNDEFINED_TABLE = "42P01";

    /** What was found. */
    public sealed interface State {

        /** Nobody has been able to look yet. */
        record NotExamined(String reason) implements State {}

        /** All is well. */
        record Serving(int epoch) implements State {}

        /** The cluster is another one than the events were written in: {@code ./meldspoor restore} comes first. */
        record OtherCluster() implements State {}

        /** The server may lose what it confirmed. The service ends. */
        record NotDurable() implements State {}

        /** The migrations have not run. */
        record NoSchema() implements State {}

        /** For logs, health and problem details. */
        default String reason() {
            return switch (this) {
                case NotExamined n -> n.reason();
                case Serving s -> "serving epoch " + s.epoch();
                case OtherCluster o -> "the case database was restored into another cluster: run ./meldspoor restore";
                case NotDurable n ->
                    "PostgreSQL runs with fsync, full_page_writes or synchronous_commit off: what it confirms could be lost";
                case NoSchema n -> "the tables of the case database are not there: the migrations have not run";
            };
        }
    }

    private final AtomicReference<State> state =
            new AtomicReference<>(new State.NotExamined("the case database has not been reached yet"));

    public State state() {
        return state.get();
    }

    /** Whether events may be written and read. */
    public boolean serves() {
        return state.get() instanceof State.Serving;
    }

    /** Nothing that came from the store may be served unless this returns. */
    public void require() {
        State now = state.get();
        if (!(now instanceof State.Serving)) {
            throw new StoreUnavailable(now.reason());
        }
    }

    /** Nothing is asked unless this returns; before the first look it does, for a connection is examined before it is used. */
    void requireNotRefused() {
        if (!(state.get() instanceof State.NotExamined)) {
            require();
        }
    }

    /** Looks at the server behind that client or connection. Fails only when it cannot be asked. */
    public Future<State> examine(SqlClient client) {
        return client.query(EXAMINE)
                .execute()
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return judge(row.getInteger("epoch"), row.getBoolean("known"), row.getBoolean("durable"));
                })
                .recover(failure -> failure instanceof PgException e && UNDEFINED_TABLE.equals(e.getSqlState())
                        ? Future.succeededFuture(new State.NoSchema())
                        : Future.failedFuture(failure))
                .onSuccess(state::set);
    }

    private static State judge(int epoch, boolean known, boolean durable) {
        if (!durable) {
            return new State.NotDurable();
        }
        return known ? new State.Serving(epoch) : new State.OtherCluster();
    }

    /** A statement found the cluster changed. */
    void foundOtherCluster() {
        state.set(new State.OtherCluster());
    }
}
