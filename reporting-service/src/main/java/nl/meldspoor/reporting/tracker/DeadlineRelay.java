package nl.meldspoor.reporting.tracker;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.meldspoor.data.KeptTopic;
import nl.meldspoor.data.TopicWriter;
import nl.meldspoor.events.deadlines.PublishedDeadline;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Brings the journal to Kafka in its order. One instance at a time, by a lock that goes with its transaction; until the batch is on the
 * topic that transaction only reads, so that it holds nobody back. A killed relay sends its last batch again, with the same ids; a
 * topic that is another one, or shorter than it was, gets everything again.
 */
final class DeadlineRelay implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(DeadlineRelay.class);
    private static final int BATCH = 500;

    /** Less than the database lets a transaction idle. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    /** Any number, the same for every instance. */
    private static final long RELAYING = 0x4d656c6473706f32L;

    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock($1) as mine";
    private static final String READ = "select position, cluster_id, topic_id, end_offsets from tracker.relay_checkpoint";
    private static final String WRITE =
            "update tracker.relay_checkpoint set position = $1, cluster_id = $2, topic_id = $3, end_offsets = $4";

    private final TrackerDatabase database;
    private final Journal journal;
    private final String bootstrapServers;
    private final KeptTopic topic;
    private TopicWriter writer;

    DeadlineRelay(TrackerDatabase database, Journal journal, String bootstrapServers, short replication) {
        this.database = database;
        this.journal = journal;
        this.bootstrapServers = bootstrapServers;
        this.topic = new KeptTopic(bootstrapServers, PublishedDeadline.TOPIC, "reporting-service-tracker-admin", replication);
    }

    /** How a round went. */
    enum Round {
        /** There may be more. */
        PUBLISHED,
        NOTHING_TO_DO,
        /** Another instance relays. */
        STANDING_BY
    }

    /** One batch. Throws when database or Kafka do not answer; then nothing is lost, and the next round sends it again. */
    Round round() {
        KeptTopic.Identity there = topic.ensure();
        try {
            return database.inTransaction(work -> round(work, there));
        } catch (KafkaException e) {
            close(writer);
            writer = null;
            throw e;
        }
    }

    private Round round(TrackerDatabase.Work work, KeptTopic.Identity there) {
        if (!work.execute(TRY_LOCK, Tuple.of(RELAYING)).iterator().next().getBoolean("mine")) {
            return Round.STANDING_BY;
        }
        Row row = work.execute(READ, Tuple.tuple()).iterator().next();
        List<Long> ends = List.of(row.getArrayOfLongs("end_offsets"));
        boolean same = new KeptTopic.Identity(row.getString("cluster_id"), row.getString("topic_id")).equals(there)
                && topic.reaches(ends);
        List<Journal.Noted> batch = journal.after(work, same ? row.getLong("position") : 0, BATCH);
        if (batch.isEmpty()) {
            return Round.NOTHING_TO_DO;
        }
        if (!same) {
            LOG.warnf("deadline-events-begin-at-the-first topicId=%s", there.topicId());
            ends = List.of();
        }
        if (writer == null) {
            writer = new TopicWriter(bootstrapServers, PublishedDeadline.TOPIC, "reporting-service-tracker", PATIENCE);
        }
        Map<Integer, Long> added = writer.write(batch.stream().map(noted -> outgoing(noted.deadline())).toList());
        Long[] now = KeptTopic.merged(ends, added).toArray(Long[]::new);
        work.execute(
                WRITE,
                Tuple.of(batch.getLast().position(), there.clusterId(), there.topicId()).addArrayOfLong(now));
        return Round.PUBLISHED;
    }

    private static TopicWriter.Outgoing outgoing(PublishedDeadline deadline) {
        return new TopicWriter.Outgoing(deadline.key(), deadline.headers(), deadline.value());
    }

    private static void close(TopicWriter writer) {
        if (writer != null) {
            writer.close();
        }
    }

    @Override
    public void close() {
        close(writer);
        topic.close();
    }
}
