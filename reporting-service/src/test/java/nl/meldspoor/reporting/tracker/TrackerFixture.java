package nl.meldspoor.reporting.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.meldspoor.reporting.projection.CatchUp;
import nl.meldspoor.reporting.support.CaseStory;
import nl.meldspoor.reporting.support.Topic;

/** Trackers by hand on the database of the tests, and what they noted. */
final class TrackerFixture {

    static final String SOURCE = "urn:nld:kvknr:12345678:systeem:meldspoor";

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Pool pool;

    TrackerFixture(Pool pool) {
        this.pool = pool;
    }

    /** What an instance reads: all partitions, each caught up when the test says so. */
    static final class Reading implements Tracker.Reading {
        private final Set<Integer> all = new TreeSet<>();
        private volatile Set<Integer> caughtUp;
        private volatile long assignments;

        private Reading(boolean caughtUp) {
            for (int p = 0; p < 12; p++) {
                all.add(p);
            }
            this.caughtUp = caughtUp ? all : Set.of();
        }

        static Reading upToDate() {
            return new Reading(true);
        }

        static Reading behind() {
            return new Reading(false);
        }

        void catchUp() {
            caughtUp = all;
        }

        @Override
        public long assignments() {
            return assignments;
        }

        @Override
        public Set<Integer> assigned() {
            return all;
        }

        @Override
        public Set<Integer> caughtUp() {
            return caughtUp;
        }
    }

    Journal journal() {
        return new Journal(new TrackerDatabase(pool), SOURCE);
    }

    Tracker tracker(Clock clock) {
        return tracker(clock, Reading.upToDate());
    }

    Tracker tracker(Clock clock, Tracker.Reading reading) {
        TrackerDatabase database = new TrackerDatabase(pool);
        return new Tracker(new WatchedDeadlines(database), journal(), reading, CatchUp::partitionOf, clock);
    }

    DeadlineRelay relay(String bootstrapServers) {
        return new DeadlineRelay(new TrackerDatabase(pool), journal(), bootstrapServers, (short) 1);
    }

    /** Publishes cases and waits until their rows are there. */
    void project(CaseStory... stories) {
        try (Topic topic = new Topic()) {
            for (CaseStory story : stories) {
                topic.publish(story.events());
            }
        }
        for (CaseStory story : stories) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(version(story)).isEqualTo(story.events().size()));
        }
    }

    private long version(CaseStory story) {
        var rows = pool.preparedQuery("select version from case_view where case_id = $1")
                .execute(Tuple.of(story.caseId()))
                .await()
                .atMost(SOON)
                .iterator();
        return rows.hasNext() ? rows.next().getLong(0) : 0;
    }

    /** {@code rung dueOn left}, in the order of noting, of one kind of deadline of a case. */
    List<String> noted(CaseStory story, String kind) {
        List<String> noted = new ArrayList<>();
        pool.preparedQuery(
                        """
                        select rung, due_on, working_days_left
                          from tracker.rung
                         where case_id = $1 and kind = $2
                         order by position
                        """)
                .execute(Tuple.of(story.caseId(), kind))
                .await()
                .atMost(SOON)
                .forEach(row -> noted.add(
                        row.getString(0) + " " + row.getLocalDate(1) + " " + row.getInteger(2)));
        return noted;
    }

    List<String> rungs(CaseStory story, String kind) {
        return noted(story, kind).stream().map(line -> line.substring(0, line.indexOf(' '))).toList();
    }

    List<Long> sequences(UUID caseId) {
        List<Long> sequences = new ArrayList<>();
        pool.preparedQuery("select sequence from tracker.rung where case_id = $1 order by position")
                .execute(Tuple.of(caseId))
                .await()
                .atMost(SOON)
                .forEach(row -> sequences.add(row.getLong(0)));
        return sequences;
    }

    void sql(String statement, UUID caseId) {
        pool.preparedQuery(statement).execute(Tuple.of(caseId)).await().atMost(SOON);
    }
}
