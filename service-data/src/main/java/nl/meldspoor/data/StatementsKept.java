package nl.meldspoor.data;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;

/**
 * Has every connection keep the statements it has prepared. By itself the driver leaves out those of more than 2,048 characters, which
 * are the dear ones: they would be parsed and planned each time, at the cost of one more round trip.
 *
 * <p>And has the pool give up before those do who wait for a connection: one that is handed to nobody would be gone from it for ever.
 */
@Singleton
public class StatementsKept implements PgPoolCreator {

    /** Less than anybody here waits for the database. */
    private static final int CONNECTION_WITHIN_SECONDS = 10;

    @Override
    public Pool create(Input input) {
        return PgBuilder.pool()
                .connectingTo(input.pgConnectOptionsList().stream()
                        .<SqlConnectOptions>map(StatementsKept::keeping)
                        .toList())
                .with(new PoolOptions(input.poolOptions()).setConnectionTimeout(CONNECTION_WITHIN_SECONDS))
                .using(input.vertx())
                .build();
    }

    private static PgConnectOptions keeping(PgConnectOptions options) {
        PgConnectOptions keeping = new PgConnectOptions(options);
        keeping.setCachePreparedStatements(true);
        keeping.setPreparedStatementCacheSqlFilter(sql -> true);
        return keeping;
    }
}
