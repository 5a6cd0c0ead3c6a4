package nl.meldspoor.cases.relay;

import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meldspoor.cases.store.CasesDatabase;
import nl.meldspoor.data.KeptTopic;

/**
 * The one row that says who relays and how far. The lease runs by the clock of the database; every taking of it raises the fence, and
 * whoever comes with an older fence changes nothing. So nothing goes wrong when a lease is taken from one who lives: one that lasts longer than any
 * is given for was given by a clock that was ahead, and is nobody's.
 */
final class Checkpoint {

    private static final String COLUMNS = """
            fence, epoch, transaction_id::text as transaction_id, position, cluster_id, topic_id, end_offsets
            """;

    private static final String TAKE = """
            update relay_checkpoint
            set holder = $1, fence = fence + 1, lease_until = clock_timestamp() + $2::bigint * interval '1 ms'
            where relay = 'case-events'
              and (holder = $1 or lease_until < clock_timestamp() or lease_until > clock_timestamp() + $2::bigint * interval '1 ms' + interval '1 minute')
            returning
            """ + COLUMNS;

    private static final String RENEW = """
            update relay_checkpoint
            set lease_until = clock_timestamp() + $3::bigint * interval '1 ms'
            where relay = 'case-events' and holder = $1 and fence = $2
            """;

    private static final String ADVANCE = """
            update relay_checkpoint
            set epoch = $4, transaction_id = $5::text::xid8, position = $6, end_offsets = $7,
                lease_until = clock_timestamp() + $3::bigint * interval '1 ms', changed_at = clock_timestamp()
            where relay = 'case-events' and holder = $1 and fence = $2
              and (epoch, transaction_id, position) < ($4, $5::text::xid8, $6)
            """;

    private static final String REWIND = """
            update relay_checkpoint
            set epoch = 0, transaction_id = '0', position = 0, cluster_id = $4, topic_id = $5, end_offsets = '{}',
                lease_until = clock_timestamp() + $3::bigint * interval '1 ms', changed_at = clock_timestamp()
            where relay = 'case-events' and holder = $1 and fence = $2
            """;

    private static final String RELEASE = """
            update relay_checkpoint
            set lease_until = '-infinity'
            where relay = 'case-events' and holder = $1 and fence = $2
            """;

    private final CasesDatabase database;
    private final UUID holder;
    private final Duration lease;

    /** @param holder this relay, new at every start */
    Checkpoint(CasesDatabase database, UUID holder, Duration lease) {
        this.database = database;
        this.holder = holder;
        this.lease = lease;
    }

    /**
     * The lease as it was taken.
     *
     * @param topic what the cursor belongs to, null when nothing was ever relayed
     */
    record Lease(long fence, Cursor cursor, KeptTopic.Identity topic, List<Long> endOffsets) {}

    /** Somebody else holds the lease by now. */
    static final class Fenced extends RuntimeException {
        Fenced() {
            super("another relay holds the lease", null, false, false);
        }
    }

    /** Takes the lease, or nothing while another relay holds it. */
    Optional<Lease> take() {
        return database.query(TAKE, holder, lease.toMillis()).stream().findFirst().map(Checkpoint::read);
    }

    void renew(long fence) {
        require(database.query(RENEW, holder, fence, lease.toMillis()).rowCount());
    }

    /** Everything up to the cursor is on the topic. Renews the lease as well. */
    void advance(long fence, Cursor to, List<Long> endOffsets) {
        require(database.query(
                        ADVANCE,
                        holder,
                        fence,
                        lease.toMillis(),
                        to.epoch(),
                        Long.toUnsignedString(to.transactionId()),
                        to.position(),
                        endOffsets.toArray(Long[]::new))
                .rowCount());
    }

    /** Back to the start: this topic has not got what the checkpoint says. */
    void rewind(long fence, KeptTopic.Identity topic) {
        require(database.query(REWIND, holder, fence, lease.toMillis(), topic.clusterId(), topic.topicId())
                .rowCount());
    }

    void release(long fence) {
        database.query(RELEASE, holder, fence);
    }

    private static void require(int changed) {
        if (changed != 1) {
            throw new Fenced();
        }
    }

    private static Lease read(Row row) {
        String clusterId = row.getString("cluster_id");
        return new Lease(
                row.getLong("fence"),
                new Cursor(
                        row.getInteger("epoch"),
                        Long.parseUnsignedLong(row.getString("transaction_id")),
                        row.getLong("position")),
                clusterId == null ? null : new KeptTopic.Identity(clusterId, row.getString("topic_id")),
                Stream.of(row.getArrayOfLongs("end_offsets")).toList());
    }
}
