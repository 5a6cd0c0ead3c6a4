package nl.meldspoor.reporting.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import nl.meldspoor.data.StatementsKept;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedParts;
import nl.meldspoor.http.SignedTokens;
import nl.meldspoor.reporting.support.RealParts;
import org.junit.jupiter.api.Test;

/** Whoever waited in vain for a connection does not take it away from the others when it comes after all. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(SignedTokens.class)
class TrackerDatabaseIT {

    @Inject
    Vertx vertx;

    @Test
    void aConnectionThatNobodyWaitsForAnyMoreIsUsedByTheNext() {
        Pool pool = poolOfOne();
        try {
            // given
            TrackerDatabase database = new TrackerDatabase(pool);
            SqlConnection only = pool.getConnection().await().indefinitely();
            assertThatThrownBy(() -> database.inTransaction(TrackerDatabaseIT::ask)).isInstanceOf(RuntimeException.class);

            // when
            only.close().await().indefinitely();

            // then
            assertThat(database.inTransaction(TrackerDatabaseIT::ask)).isEqualTo(1);
        } finally {
            pool.close().await().indefinitely();
        }
    }

    private static int ask(TrackerDatabase.Work work) {
        return work.execute("select 1", Tuple.tuple()).iterator().next().getInteger(0);
    }

    /** As the services make it, but for its size. */
    private Pool poolOfOne() {
        Map<String, String> config = EmbeddedParts.shared().config(Database.REPORTING);
        PgConnectOptions connect = PgConnectOptions.fromUri(config.get("quarkus.datasource.reactive.url"))
                .setUser(config.get("quarkus.datasource.username"))
                .setPassword(config.get("quarkus.datasource.password"));
        return new Pool(new StatementsKept().create(new PgPoolCreator.Input() {
            @Override
            public Vertx vertx() {
                return vertx;
            }

            @Override
            public PoolOptions poolOptions() {
                return new PoolOptions().setMaxSize(1);
            }

            @Override
            public List<PgConnectOptions> pgConnectOptionsList() {
                return List.of(connect);
            }
        }));
    }
}
