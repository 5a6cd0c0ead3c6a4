package nl.meldspoor.reporting.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedParts;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.events.PublishedEvent;
import nl.meldspoor.events.warnings.PublishedWarning;
import nl.meldspoor.http.SignedTokens;
import nl.meldspoor.reporting.support.CaseStory;
import nl.meldspoor.reporting.support.RealParts;
import nl.meldspoor.reporting.support.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/**
 * While the database holds up a batch, none behind it is taken: its offset would say that the batch is there, too, and whoever is
 * killed then would never read it again.
 */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(SignedTokens.class)
class OneBatchAfterAnotherIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration A_WHILE = Duration.ofSeconds(2);
    private static final PersonRefs REFS = RealParts.refs();

    private final String organisation = "org-" + UUID.randomUUID();

    @Test
    void noCaseOvertakesTheOneThatIsHeldUp() throws Exception {
        CaseStory heldUp = story();
        CaseStory behind = Stream.generate(this::story).filter(s -> partition(s) == partition(heldUp)).findFirst().orElseThrow();
        TopicPartition partition = new TopicPartition(PublishedEvent.TOPIC, partition(heldUp));
        try (Topic topic = new Topic();
                Connection database = database()) {
            // given
            topic.publish(heldUp.event(1));
            await().atMost(SOON).until(() -> count("case_progress where last_sequence = 1 and case_id = '" + heldUp.caseId() + "'") == 1);
            await().atMost(SOON).until(() -> committed("meldspoor-reporting", partition) == end(partition));
            long before = end(partition);
            run(database, "select from case_progress where case_id = '" + heldUp.caseId() + "' for update");

            // when
            topic.publish(heldUp.event(2));
            await().atMost(SOON).until(this::somethingIsHeldUp);
            topic.publish(behind.events());

            // then
            await().during(A_WHILE).atMost(SOON).until(() -> committed("meldspoor-reporting", partition) == before
                    && count("case_progress where case_id = '" + behind.caseId() + "'") == 0);

            // and when
            database.rollback();

            // then
            await().atMost(SOON).until(() -> committed("meldspoor-reporting", partition) == end(partition));
            assertThat(count("case_view where case_id in ('" + heldUp.caseId() + "', '" + behind.caseId() + "') and version = 2"))
                    .isEqualTo(2);
        }
    }

    @Test
    void noWarningOvertakesTheOneThatIsHeldUp() throws Exception {
        PublishedWarning heldUp = warning(UUID.randomUUID());
        PublishedWarning behind = warning(heldUp.caseId());
        try (Topic topic = new Topic();
                Connection database = database()) {
            // given: somebody else is about to write the same warning
            run(
                    database,
                    """
                    insert into warning (id, organisation, case_id, obligation, rung, channel, state, at)
                    values ('%s', '%s', '%s', 'OB-INVESTIGATE', 'MISSED', 'INBOX', 'DELIVERED', now())
                    """
                            .formatted(heldUp.id(), organisation, heldUp.caseId()));

            // when
            TopicPartition partition = topic.publish(heldUp);
            await().atMost(SOON).until(this::somethingIsHeldUp);
            topic.publish(behind);

            // then
            await().during(A_WHILE).atMost(SOON).until(() -> committed("meldspoor-reporting-warnings", partition) < end(partition) - 1
                    && count("warning where id = '" + behind.id() + "'") == 0);

            // and when
            database.rollback();

            // then
            await().atMost(SOON).until(() -> committed("meldspoor-reporting-warnings", partition) == end(partition));
            assertThat(count("warning where case_id = '" + heldUp.caseId() + "'")).isEqualTo(2);
        }
    }

    private CaseStory story() {
        return CaseStory.careRelation(REFS, organisation, "anna").signal();
    }

    private PublishedWarning warning(UUID caseId) {
        return new PublishedWarning(UUID.randomUUID(), "urn:test", organisation, caseId, "OB-INVESTIGATE", "IGJ-DETERMINE",
                LocalDate.parse("2026-03-11"), "MISSED", null, "board", PublishedWarning.Channel.INBOX, PublishedWarning.State.DELIVERED,
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    private static int partition(CaseStory story) {
        return CatchUp.partitionOf(story.caseId());
    }

    /** In a transaction that the caller ends. */
    private static Connection database() throws SQLException {
        Connection connection = EmbeddedParts.shared().postgres().connectAsSuperuser(Database.REPORTING.databaseName());
        connection.setAutoCommit(false);
        return connection;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private boolean somethingIsHeldUp() throws SQLException {
        return count("pg_stat_activity where datname = current_database() and usename = 'reporting_service' and wait_event_type = 'Lock'") > 0;
    }

    private static long count(String rows) throws SQLException {
        try (Connection connection = database();
                var statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from " + rows)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static long committed(String group, TopicPartition partition) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            var offset = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().get(partition);
            return offset == null ? 0 : offset.offset();
        }
    }

    private static long end(TopicPartition partition) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", EmbeddedParts.shared().kafka().bootstrapServers()));
    }
}
