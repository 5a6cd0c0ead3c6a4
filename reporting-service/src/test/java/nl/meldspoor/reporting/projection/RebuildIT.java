package nl.meldspoor.reporting.projection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.meldspoor.embedded.CannotStart;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedParts;
import nl.meldspoor.embedded.ProjectionRebuild;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.SignedTokens;
import nl.meldspoor.reporting.support.CaseStory;
import nl.meldspoor.reporting.support.RealParts;
import nl.meldspoor.reporting.support.Topic;
import nl.meldspoor.terms.AmsterdamDay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The projection is built anew beside the one that is served. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(SignedTokens.class)
class RebuildIT {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final PersonRefs REFS = RealParts.refs();
    private static final LocalDate TODAY = AmsterdamDay.of(Instant.now());

    private final String organisation = "org-" + UUID.randomUUID();
    private final String board = SignedTokens.person("dirk", organisation, "board");

    /** Indexes, constraints, rights, triggers and columns of the tables, by name. */
    private static final String STRUCTURE =
            """
            select string_agg(line, chr(10) order by line)
              from (select indexdef as line
                      from pg_indexes
                     where schemaname = 'public' and tablename = any (projection_tables())
                    union all
                    select t.relname || ' ' || c.conname || ' ' || pg_get_constraintdef(c.oid)
                      from pg_constraint c
                      join pg_class t on t.oid = c.conrelid
                     where t.relnamespace = 'public'::regnamespace and t.relname = any (projection_tables())
                    union all
                    select table_name || ' ' || privilege_type
                      from information_schema.role_table_grants
                     where table_schema = 'public' and table_name = any (projection_tables()) and grantee = 'reporting_service'
                    union all
                    select replace(pg_get_triggerdef(g.oid), 'public.', '') || ' ' || g.tgenabled::text
                      from pg_trigger g
                      join pg_class t on t.oid = g.tgrelid
                     where t.relnamespace = 'public'::regnamespace and t.relname = any (projection_tables()) and not g.tgisinternal
                    union all
                    select concat_ws(' ', table_name, ordinal_position, column_name, data_type, is_nullable, column_default)
                      from information_schema.columns
                     where table_schema = 'public' and table_name = any (projection_tables())) structure
            """;

    private static final String RUNNING =
            "insert into rebuild (state, requested_at) values ('RUNNING', now()) on conflict (one) do update set state = 'RUNNING'";

    private final List<String> said = new CopyOnWriteArrayList<>();

    @Inject
    Pool pool;

    @Inject
    Projector projector;

    @Inject
    Told told;

    @Inject
    RebuildStore store;

    /** What is told of new rows. */
    @ApplicationScoped
    public static class Told {

        private final Set<UUID> cases = ConcurrentHashMap.newKeySet();

        Set<UUID> cases() {
            return cases;
        }

        void of(@Observes CasesProjected event) {
            cases.addAll(event.cases());
        }
    }

    /** Other tests of this database project what never was on the topic: it could not be built anew from there. */
    @BeforeEach
    void onlyWhatIsOnTheTopic() throws SQLException {
        asOwner("do $$ begin execute 'truncate ' || array_to_string(projection_tables(), ', '); end $$");
    }

    @AfterEach
    void noneIsUnderWay() {
        await().atMost(SOON).until(() -> number("select count(*) from rebuild where state <> 'DONE'") == 0);
    }

    @Test
    void theNewTablesComeInPlaceOfTheOldOnesWhileTheseAreServed() throws Exception {
        // given: cases, one row of which went wrong, and something a person must not be told again
        List<CaseStory> stories = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            stories.add(story());
        }
        publish(stories);
        stories.forEach(this::awaitVersion);
        long rungs = number("select count(*) from tracker.rung");
        asOwner("update case_view set unit = 'Team Wrong' where organisation = '" + organisation + "'");
        String structure = ofOwner(STRUCTURE);

        // when: asked for, while new cases come in and people look
        CompletableFuture<Void> command = command();
        CaseStory during = story();
        publish(List.of(during));
        await().atMost(SOON).until(() -> {
            assertThat(given().auth().oauth2(board).get("/v1/dashboard").statusCode()).isEqualTo(200);
            return command.isDone();
        });
        command.join();

        // then
        assertThat(said).first().asString().startsWith("The projection is built anew");
        assertThat(said).last().asString().endsWith("the new tables are served.");
        assertThat(number("select count(*) from case_view where unit = 'Team Wrong'")).isZero();
        stories.forEach(this::awaitVersion);
        awaitVersion(during);
        assertThat(number("select records from rebuild")).isPositive();
        assertThat(number("select count(*) from tracker.rung")).isGreaterThanOrEqualTo(rungs);
        assertThat(number("select count(*) from information_schema.schemata where schema_name = 'next'")).isZero();
        // and it goes on: new events, the same indexes, constraints and rights
        CaseStory after = story();
        publish(List.of(after));
        awaitVersion(after);
        assertThat(ofOwner(STRUCTURE)).isEqualTo(structure).contains("case_view_organisation", "applied_event INSERT", "TRIGGER tally_came");
    }

    @Test
    void everyTableOfTheProjectionIsBuiltAnew() throws Exception {
        assertThat(ofOwner("select string_agg(tablename, ' ' order by tablename) from pg_tables where schemaname = 'public'"
                        + " and tablename <> all (projection_tables())"))
                .isEqualTo("flyway_schema_history rebuild rejected_record topic_identity warning");
    }

    @Test
    void nobodyHearsOfWhatIsBuiltBeforeItIsServed() throws Exception {
        // given
        CaseStory story = story();
        publish(List.of(story));
        awaitVersion(story);
        CaseStory built = story();

        // when: a case is in the new tables only
        store.alone(() -> {
            store.begin();
            told.cases().clear();
            projector.project(Arrivals.of(built.events()), ProjectionStore.Tables.NEXT);
            assertThat(number("select count(*) from next.deadline where case_id = '" + built.caseId() + "'")).isPositive();
            assertThat(number("select count(*) from deadline where case_id = '" + built.caseId() + "'")).isZero();
        });

        // then: of others one may hear at any moment
        assertThat(told.cases()).doesNotContain(built.caseId());

        // and when
        command().join();

        // then: every case that is served may have changed
        await().atMost(SOON).untilAsserted(() -> assertThat(told.cases()).contains(story.caseId()).doesNotContain(built.caseId()));
    }

    @Test
    void anInstanceGoesOnServingWhileAnotherRebuildsAndTakesOverWhenThatIsKilled() throws Exception {
        // given
        CaseStory story = story();
        publish(List.of(story));
        awaitVersion(story);
        CaseStory during = story();
        CompletableFuture<Void> command;

        // when: the other instance is in the middle
        try (Connection other = owner();
                var statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(" + RebuildStore.LOCK + ")");
            statement.execute("select rebuild_begin(); insert into next.case_progress (case_id, last_sequence) values ('" + UUID.randomUUID()
                    + "', 7); " + RUNNING);
            command = command();
            publish(List.of(during));
            awaitVersion(during);

            // then
            store.alone(() -> fail("expected one instance to rebuild"));
            await().atMost(SOON).until(() -> said.contains("0 of 0 records are read"));
            assertThat(said).first().isEqualTo("A rebuild is already under way.");
            assertThat(ofOwner("select count(*) from next.case_progress")).isEqualTo("1");

            // and when
            asOwner("select pg_terminate_backend(" + text(statement.executeQuery("select pg_backend_pid()")) + ")");
        }

        // then
        command.join();
        awaitVersion(story);
        awaitVersion(during);
        assertThat(number("select count(*) from case_progress where last_sequence = 7 and last_hash is null")).isZero();
    }

    @Test
    void whatABrokenOffRebuildLeftIsThrownAwayAndBegunAnew() throws Exception {
        // given
        CaseStory story = story();
        publish(List.of(story));
        awaitVersion(story);

        // when: an instance died in the middle
        asOwner("select rebuild_begin(); insert into next.case_progress (case_id, last_sequence) values ('" + UUID.randomUUID() + "', 7);"
                + RUNNING);

        // then
        await().atMost(SOON).until(() -> number("select count(*) from rebuild where state = 'DONE'") == 1);
        awaitVersion(story);
        assertThat(number("select count(*) from case_progress where last_sequence = 7 and last_hash is null")).isZero();
    }

    @Test
    void theOldTablesStayServedWhileACaseIsLessFarInTheNewOnes() {
        // given: a case that is no more on the topic, and one of which a record waits that is not there either
        CaseStory gone = story();
        projector.project(Arrivals.of(gone.events()));
        CaseStory waiting = story();
        projector.project(Arrivals.of(waiting.events().subList(1, 2)));

        // when
        assertThatThrownBy(() -> new ProjectionRebuild(EmbeddedParts.shared().postgres(), said::add, SOON, Duration.ofSeconds(3)).run())
                // then
                .isInstanceOf(CannotStart.class)
                .hasMessageContainingAll("old tables stay served", gone.caseId().toString(), waiting.caseId().toString());
        awaitVersion(gone);

        // and when: the store sends them again
        publish(List.of(gone, waiting));
        command().join();

        // then
        awaitVersion(gone);
        awaitVersion(waiting);
    }

    @Test
    void aCaseThatIsReleasedMeanwhileIsForgottenInTheNewTablesToo() throws Exception {
        // given
        CaseStory story = story();
        store.alone(() -> {
            store.begin();
            projector.project(Arrivals.of(story.events()), ProjectionStore.Tables.NEXT);

            // when
            projector.project(Arrivals.of(story.events()));
            assertThat(unchecked(() -> ofOwner("select meldspoor_release('" + story.caseId() + "')"))).isEqualTo("t");

            // then
            assertThat(number("select last_sequence from next.case_progress where case_id = '" + story.caseId() + "'")).isZero();
            assertThat(number("select count(*) from next.deadline where case_id = '" + story.caseId() + "'")).isZero();
        });
        command().join();
    }

    @Test
    void whoIsFoundToBeTheAccusedByARebuildIsKeptOutAlthoughHeLookedWhileItWasBuilt() {
        // given: rows that do not say who is accused, and new ones beside them that do
        CaseStory story = story();
        publish(List.of(story));
        awaitVersion(story);
        String accused = SignedTokens.person("carel", organisation, "report-team");
        unchecked(() -> {
            asOwner("update case_view set accused_refs = '{}' where organisation = '" + organisation + "'");
            return null;
        });
        store.alone(() -> {
            store.begin();
            projector.project(Arrivals.of(story.events()), ProjectionStore.Tables.NEXT);
            assertThat(openCases(accused)).isEqualTo(1);

            // when
            await().atMost(SOON).until(() -> store.switchOver() == 0);
        });

        // then
        assertThat(openCases(accused)).isZero();
        assertThat(openCases(board)).isEqualTo(1);
    }

    private static int openCases(String token) {
        return given().auth().oauth2(token).get("/v1/dashboard").jsonPath().getList("openCases").size();
    }

    private CompletableFuture<Void> command() {
        return CompletableFuture.runAsync(() -> unchecked(() -> {
            new ProjectionRebuild(EmbeddedParts.shared().postgres(), said::add, SOON, SOON).run();
            return null;
        }));
    }

    private static <T> T unchecked(Callable<T> question) {
        try {
            return question.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private CaseStory story() {
        return CaseStory.careRelation(REFS, organisation, "anna").signal().reported("berend", "carel", TODAY);
    }

    private static void publish(List<CaseStory> stories) {
        try (Topic topic = new Topic()) {
            stories.forEach(story -> topic.publish(story.events()));
        }
    }

    private void awaitVersion(CaseStory story) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(given().auth()
                                .oauth2(board)
                                .get("/v1/cases/" + story.caseId() + "/timeline")
                                .jsonPath()
                                .<Integer>get("version"))
                        .isEqualTo(story.events().size()));
    }

    private static Connection owner() throws SQLException {
        return EmbeddedParts.shared().postgres().connect(Database.REPORTING, Database.REPORTING.ownerRole());
    }

    private static void asOwner(String sql) throws SQLException {
        try (Connection owner = owner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ofOwner(String sql) throws SQLException {
        try (Connection owner = owner();
                var statement = owner.createStatement()) {
            return text(statement.executeQuery(sql));
        }
    }

    private static String text(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getString(1);
    }

    private long number(String sql) {
        return pool.query(sql).execute().await().indefinitely().iterator().next().getLong(0);
    }
}
