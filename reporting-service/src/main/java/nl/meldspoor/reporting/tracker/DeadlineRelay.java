package nl.meldspoor.reporting.tracker;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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

    /** Any number, the same for every instance. */
    private static final long RELAYING = 0x4d656c6473706f32L;

    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock($1) as mine";
    private static final String READ = "select position, cluster_id, topic_id, end_offsets from tracker.relay_checkpoint";
    private static final String WRITE =
            "update tracker.relay_checkpoint set position = $1, cluster_id = $2, topic_id = $3, end_offsets = $4";

    private final TrackerDatabase database;
    private final Journal journal;
    private final String bootstrapServers;
    private final DeadlineTopic topic;
    private DeadlinePublisher publisher;

    DeadlineRelay(TrackerDatabase database, Journal journal, String bootstrapServers, short replication) {
        this.database = database;
        this.journal = journal;
        this.bootstrapServers = bootstrapServers;
        this.topic = new DeadlineTopic(bootstrapServers, replication);
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
        DeadlineTopic.Identity there = topic.ensure();
        try {
            return database.inTransaction(work -> round(work, there));
        } catch (KafkaException e) {
            close(publisher);
            publisher = null;
            throw e;
        }
    }

    private Round round(TrackerDatabase.Work work, DeadlineTopic.Identity there) {
        if (!work.execute(TRY_LOCK, Tuple.of(RELAYING)).iterator().next().getBoolean("mine")) {
            return Round.STANDING_BY;
        }
        Row row = work.execute(READ, Tuple.tuple()).iterator().next();
        List<Long> ends = List.of(row.getArrayOfLongs("end_offsets"));
        boolean same = new DeadlineTopic.Identity(row.getString("cluster_id"), row.getString("topic_id")).equals(there)
                && reaches(topic.endOffsets(), ends);
        if (!same) {
            LOG.warnf("deadline-events-begin-at-the-first topicId=%s", there.topicId());
            ends = List.of();
        }
        List<Journal.Noted> batch = journal.after(work, same ? row.getLong("position") : 0, BATCH);
        if (batch.isEmpty()) {
            return Round.NOTHING_TO_DO;
        }
        if (publisher == null) {
            publisher = new DeadlinePublisher(bootstrapServers);
        }
        Map<Integer, Long> added =
                publisher.publish(batch.stream().map(Journal.Noted::deadline).toList());
        Long[] now = merged(ends, added).toArray(Long[]::new);
        work.execute(
                WRITE,
                Tuple.of(batch.getLast().position(), there.clusterId(), there.topicId()).addArrayOfLong(now));
        return Round.PUBLISHED;
    }

    private static boolean reaches(List<Long> there, List<Long> relayed) {
        for (int p = 0; p < relayed.size(); p++) {
            if (there.get(p) < relayed.get(p)) {
                return false;
            }
        }
        return true;
    }

    private static List<Long> merged(List<Long> ends, Map<Integer, Long> changed) {
        List<Long> merged = new ArrayList<>(ends.isEmpty() ? Collections.nCopies(DeadlineTopic.PARTITIONS, 0L) : ends);
        changed.forEach((partition, end) -> merged.set(partition, Math.max(end, merged.get(partition))));
        return merged;
    }

    private static void close(DeadlinePublisher publisher) {
        if (publisher != null) {
            publisher.close();
        }
    }

    @Override
    public void close() {
        close(publisher);
        topic.close();
    }
}
