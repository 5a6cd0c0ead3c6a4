package nl.meldspoor.reporting.projection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedParts;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.SignedTokens;
import nl.meldspoor.reporting.support.CaseStory;
import nl.meldspoor.reporting.support.RealParts;
import nl.meldspoor.reporting.support.Topic;
import nl.meldspoor.terms.AmsterdamDay;
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

    @Inject
    Pool pool;

    @Inject
    RebuildStore store;

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

        // when: asked for, while new cases come in and people look
        asOwner("select meldspoor_rebuild()");
        CaseStory during = story();
        publish(List.of(during));
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(given().auth().oauth2(board).get("/v1/dashboard").statusCode()).isEqualTo(200);
            assertThat(text("select state from rebuild")).isEqualTo("DONE");
        });

        // then
        assertThat(number("select count(*) from case_view where unit = 'Team Wrong'")).isZero();
        stories.forEach(this::awaitVersion);
        awaitVersion(during);
        assertThat(number("select records from rebuild")).isPositive();
        assertThat(number("select count(*) from tracker.rung")).isGreaterThanOrEqualTo(rungs);
        assertThat(number("select count(*) from information_schema.schemata where schema_name = 'next'")).isZero();
        // and it goes on: new events, the same rights
        CaseStory after = story();
        publish(List.of(after));
        awaitVersion(after);
        assertThat(number("select count(*) from pg_tables where schemaname = 'public' and tablename = 'applied_event'"
                        + " and has_table_privilege('reporting_service', 'applied_event', 'DELETE')"))
                .isZero();
    }

    @Test
    void whatABrokenOffRebuildLeftIsThrownAwayAndBegunAnew() throws Exception {
        // given
        CaseStory story = story();
        publish(List.of(story));
        awaitVersion(story);

        // when: an instance died in the middle
        asOwner("select rebuild_begin(); insert into next.case_progress (case_id, last_sequence) values ('" + UUID.randomUUID() + "', 7);"
                + " insert into rebuild (state, requested_at) values ('RUNNING', now()) on conflict (one) do update set state = 'RUNNING'");

        // then
        await().atMost(SOON).untilAsserted(() -> assertThat(text("select state from rebuild")).isEqualTo("DONE"));
        awaitVersion(story);
        assertThat(number("select count(*) from case_progress where last_sequence = 7 and last_hash is null")).isZero();
    }

    @Test
    void theTablesAreNotSwitchedWhileACaseIsLessFarInTheNewOnes() throws Exception {
        // given
        CaseStory story = story();
        publish(List.of(story));
        awaitVersion(story);

        // when: nothing was read yet, and no instance is at it
        store.alone(() -> {
            store.begin();

            // then
            assertThat(store.switchOver()).isPositive();
        });
        awaitVersion(story);
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

    private static void asOwner(String sql) throws SQLException {
        try (Connection owner = EmbeddedParts.shared().postgres().connect(Database.REPORTING, Database.REPORTING.ownerRole());
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) {
        return pool.query(sql).execute().await().indefinitely().iterator().next().getLong(0);
    }

    private String text(String sql) {
        var rows = pool.query(sql).execute().await().indefinitely().iterator();
        return rows.hasNext() ? rows.next().getString(0) : null;
    }
}
