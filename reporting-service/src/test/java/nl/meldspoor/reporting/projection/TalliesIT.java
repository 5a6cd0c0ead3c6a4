package nl.meldspoor.reporting.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedParts;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.SignedTokens;
import nl.meldspoor.reporting.projection.ProjectionStore.Tables;
import nl.meldspoor.reporting.support.CaseStory;
import nl.meldspoor.reporting.support.RealParts;
import nl.meldspoor.terms.AmsterdamDay;
import org.junit.jupiter.api.Test;

/** A tally is its table of figures, grouped and counted, whoever changes the rows and however. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(SignedTokens.class)
class TalliesIT {

    private static final PersonRefs REFS = RealParts.refs();
    private static final LocalDate TODAY = AmsterdamDay.of(java.time.Instant.now());

    /** Lines of a tally that are not counted rows, and counted rows that are not in it, of one organisation. */
    private static final String DIFFERENCES =
            """
            with tallied as (
                select 'standing ' || concat_ws('|', route, status, step, open_obligations) as what, sum(times) as times
                  from standing_tally where organisation = $1 group by 1
                 union all
                select 'term ' || concat_ws('|', route, kind, state, day, half_on, at_once), sum(times)
                  from term_tally where organisation = $1 group by 1
                 union all
                select 'fact ' || concat_ws('|', route, kind, value, days, day), sum(times)
                  from fact_tally where organisation = $1 group by 1
            ),
            counted as (
                select 'standing ' || concat_ws('|', route, status, step, open_obligations) as what, count(*) as times
                  from case_standing
                 where organisation = $1 and valid_to is null and (status = 'OPEN' or open_obligations <> '') group by 1
                 union all
                select 'term ' || concat_ws('|', route, kind,
                           case when met_on is null then 'UNMET' when met_on <= due_on then 'MET' else 'LATE' end,
                           case when met_on <= due_on then met_on else due_on end,
                           case when met_on is null then half_on else due_on end,
                           met_on is null and started_on >= due_on), count(*)
                  from term_standing where organisation = $1 and valid_to is null group by 1
                 union all
                select 'fact ' || concat_ws('|', route, kind, coalesce(value, ''), coalesce(days, -1), happened_on), count(*)
                  from counted_fact
                 where organisation = $1 and valid_to is null
                   and kind in ('ASSESSMENT', 'ADVICE', 'MELDING', 'DEVIATION', 'LEAD_TIME') group by 1
            )
            select what, coalesce(t.times, 0) as tallied, coalesce(c.times, 0) as counted
              from (select * from tallied where times <> 0) t
              full join counted c using (what)
             where t.times is distinct from c.times
            """;

    private final String organisation = "org-" + UUID.randomUUID();

    @Inject
    Projector projector;

    @Inject
    ProjectionStore store;

    @Inject
    io.vertx.mutiny.sqlclient.Pool pool;

    @Test
    void aTallyIsWhatItsRowsCountTo() throws SQLException {
        // given: cases that arrive event by event, in any order
        long seed = new Random().nextLong();
        System.out.println("TalliesIT seed " + seed);
        Random random = new Random(seed);
        List<CaseStory> stories = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            stories.add(CaseStory.careRelation(REFS, organisation, "anna")
                    .signal()
                    .reported("berend", "carel", TODAY.minusDays(random.nextInt(60)))
                    .judgedViolent(TODAY.minusDays(random.nextInt(20)))
                    .reportedToIgj(TODAY.minusDays(random.nextInt(20))));
        }
        for (int sequence = 1; sequence <= 5; sequence++) {
            for (CaseStory story : stories) {
                projector.project(Arrivals.of(List.of(story.event(sequence))));
            }
        }
        assertThat(differences()).as("seed %d", seed).isEmpty();
        assertThat(lines("standing_tally")).isPositive();

        // when: lines are added up, by two at once
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> store.settleFigures(Tables.SERVED)),
                        CompletableFuture.runAsync(() -> store.settleFigures(Tables.SERVED)))
                .join();
        store.settleFigures(Tables.SERVED);

        // then: the same, in as few lines as there are groups
        assertThat(differences()).as("seed %d", seed).isEmpty();
        assertThat(lines("standing_tally"))
                .isEqualTo(number("select count(distinct (route, status, step, open_obligations)) from case_standing"
                        + " where valid_to is null and (status = 'OPEN' or open_obligations <> '') and organisation = $1"));

        // when: a case is forgotten, another changed by hand
        asOwner("select meldspoor_release('" + stories.getFirst().caseId() + "')");
        asOwner("update term_standing set due_on = due_on + 1 where case_id = '" + stories.getLast().caseId() + "'");

        // then
        assertThat(differences()).as("seed %d", seed).isEmpty();

        // when: all are forgotten
        for (CaseStory story : stories) {
            asOwner("select meldspoor_release('" + story.caseId() + "')");
        }
        store.settleFigures(Tables.SERVED);

        // then
        assertThat(Stream.of("standing_tally", "term_tally", "fact_tally").mapToLong(this::lines).sum()).isZero();
    }

    private List<String> differences() {
        List<String> found = new ArrayList<>();
        pool.preparedQuery(DIFFERENCES)
                .execute(io.vertx.mutiny.sqlclient.Tuple.of(organisation))
                .await()
                .indefinitely()
                .forEach(row -> found.add(row.getString("what") + ": " + row.getLong("tallied") + " for " + row.getLong("counted")));
        return found;
    }

    private long lines(String tally) {
        return number("select count(*) from " + tally + " where organisation = $1");
    }

    private long number(String sql) {
        return pool.preparedQuery(sql)
                .execute(io.vertx.mutiny.sqlclient.Tuple.of(organisation))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    private static void asOwner(String sql) throws SQLException {
        try (Connection owner = EmbeddedParts.shared().postgres().connect(Database.REPORTING, Database.REPORTING.ownerRole());
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
