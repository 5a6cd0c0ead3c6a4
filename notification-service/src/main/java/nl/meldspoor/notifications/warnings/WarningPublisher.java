package nl.meldspoor.notifications.warnings;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.meldspoor.data.KeptTopic;
import nl.meldspoor.data.TopicWriter;
import nl.meldspoor.events.warnings.PublishedWarning;
import nl.meldspoor.notifications.database.Database;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * From the journal to {@code meldspoor.warning-events}, at least once: rows are marked after Kafka has them. Whoever reads the topic drops
 * what he has by id.
 */
@ApplicationScoped
class WarningPublisher {

    private static final Logger LOG = Logger.getLogger(WarningPublisher.class);
    private static final int AT_A_TIME = 500;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final String CLIENT = "notification-service-warnings";

    /** Less than the database lets a transaction idle. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    // Two instances take different rows; the order among the steps of one case does not matter, each has its moment.
    private static final String NEXT =
            """
            SELECT position, id, organisation, case_id, obligation, term_kind, due_on, rung, recipient_ref, recipient_role, channel, state, at
            FROM warning WHERE published_at IS NULL ORDER BY position LIMIT $1
            FOR UPDATE SKIP LOCKED
            """;

    private static final String DONE = "UPDATE warning SET published_at = $2 WHERE position = ANY ($1::bigint[])";

    // One row for the topic as a whole; a row comes back only when it is another topic than the one remembered.
    private static final String REMEMBER_TOPIC =
            """
            INSERT INTO topic_identity (topic, partition, cluster_id, topic_id) VALUES ($1, -1, '', $2)
            ON CONFLICT (topic, partition) DO UPDATE SET topic_id = EXCLUDED.topic_id
            WHERE topic_identity.topic_id <> EXCLUDED.topic_id
            RETURNING topic_id
            """;

    private static final String ALL_AGAIN = "UPDATE warning SET published_at = NULL WHERE published_at IS NOT NULL";

    private final Database database;
    private final Clock clock;
    private final String bootstrapServers;
    private final short replication;
    private final String source;
    private final long intervalMillis;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private TopicWriter writer;

    WarningPublisher(
            Database database,
            Clock clock,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "meldspoor.warnings.replication", defaultValue = "-1") short replication,
            @ConfigProperty(name = "meldspoor.source", defaultValue = "urn:nld:kvknr:12345678:systeem:meldspoor") String source,
            @ConfigProperty(name = "meldspoor.warnings.interval-millis", defaultValue = "250") long intervalMillis) {
        this.database = database;
        this.clock = clock;
        this.bootstrapServers = bootstrapServers;
        this.replication = replication;
        this.source = source;
        this.intervalMillis = intervalMillis;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().daemon().name("warnings").start(this::publishUntilStopped);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    private void publishUntilStopped() {
        long pause = intervalMillis;
        try {
            while (!stopping.await(pause, TimeUnit.MILLISECONDS)) {
                try {
                    connect();
                    while (stopping.getCount() > 0 && publishSome() == AT_A_TIME) {
                        // there is more
                    }
                    pause = intervalMillis;
                } catch (RuntimeException e) {
                    LOG.warnf("warnings not published, trying again failure=%s", e.getClass().getName());
                    disconnect();
                    pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            disconnect();
        }
    }

    private int publishSome() {
        return database.inTransaction(connection -> {
            List<Long> positions = new ArrayList<>();
            List<TopicWriter.Outgoing> records = new ArrayList<>();
            for (Row row : Database.query(connection, NEXT, Tuple.of(AT_A_TIME))) {
                positions.add(row.getLong("position"));
                PublishedWarning warning = warning(row);
                records.add(new TopicWriter.Outgoing(warning.key(), warning.headers(), warning.value()));
            }
            if (!positions.isEmpty()) {
                writer.write(records);
                Database.query(
                        connection,
                        DONE,
                        Tuple.tuple()
                                .addArrayOfLong(positions.toArray(Long[]::new))
                                .addOffsetDateTime(
                                        clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC)));
            }
            return positions.size();
        });
    }

    private PublishedWarning warning(Row row) {
        return new PublishedWarning(
                row.getUUID("id"),
                source,
                row.getString("organisation"),
                row.getUUID("case_id"),
                row.getString("obligation"),
                row.getString("term_kind"),
                row.getLocalDate("due_on"),
                row.getString("rung"),
                row.getString("recipient_ref"),
                row.getString("recipient_role"),
                PublishedWarning.Channel.valueOf(row.getString("channel")),
                PublishedWarning.State.valueOf(row.getString("state")),
                row.getOffsetDateTime("at").toInstant());
    }

    private void connect() {
        if (writer == null) {
            try (KeptTopic topic = new KeptTopic(bootstrapServers, PublishedWarning.TOPIC, CLIENT + "-admin", replication)) {
                KeptTopic.Identity identity = topic.ensure();
                startAgainOnAnotherTopic(identity.clusterId() + "/" + identity.topicId());
            }
            writer = new TopicWriter(bootstrapServers, PublishedWarning.TOPIC, CLIENT, PATIENCE);
        }
    }

    /** Kafka was wiped or replaced: the journal fills the topic again, under the same ids. */
    private void startAgainOnAnotherTopic(String identity) {
        database.inTransaction(connection -> {
            if (Database.query(connection, REMEMBER_TOPIC, Tuple.of(PublishedWarning.TOPIC, identity)).size() > 0) {
                Database.query(connection, ALL_AGAIN, Tuple.tuple());
            }
            return null;
        });
    }

    private void disconnect() {
        if (writer != null) {
            writer.close();
            writer = null;
        }
    }
}
