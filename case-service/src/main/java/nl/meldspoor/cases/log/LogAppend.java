package nl.meldspoor.cases.log;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.meldspoor.cases.relay.Cursor;
import nl.meldspoor.cases.store.CasesDatabase;
import nl.meldspoor.events.proof.MerkleTree;
import nl.meldspoor.events.proof.SignedCheckpoint;

/**
 * Writes the log: leaves, the subtrees they complete, the sizes and how far it is, in one statement, which changes nothing when somebody else holds
 * the lease. Repeating it after a lost connection is refused by the cursor: whoever fails reads the lease anew.
 */
final class LogAppend {

    private static final String BEGIN =
            """
            insert into log_writer (generation, lease_until, fence, epoch, transaction_id, position)
            values ($1, '-infinity', 0, 0, '0', 0)
            on conflict (generation) do nothing
            """;

    // A lease that lasts longer than any is given for was given by a clock that was ahead; the fence lets no two write.
    private static final String TAKE =
            """
            update log_writer
            set holder = $2, fence = fence + 1, lease_until = clock_timestamp() + $3::bigint * interval '1 ms'
            where generation = $1
              and (holder = $2 or lease_until < clock_timestamp() or lease_until > clock_timestamp() + $3::bigint * interval '1 ms' + interval '1 minute')
            returning fence, epoch, transaction_id::text as transaction_id, position
            """;

    private static final String RENEW =
            """
            update log_writer
            set lease_until = clock_timestamp() + $4::bigint * interval '1 ms'
            where generation = $1 and holder = $2 and fence = $3
            """;

    private static final String RELEASE =
            "update log_writer set lease_until = '-infinity' where generation = $1 and holder = $2 and fence = $3";

    private static final String SIZES = "select organisation, size from log_tree where generation = $1";

    private static final String APPEND =
            """
            with advanced as (
                update log_writer
                set epoch = $5, transaction_id = $6::text::xid8, position = $7, lease_until = clock_timestamp() + $4::bigint * interval '1 ms'
                where generation = $1 and holder = $2 and fence = $3 and (epoch, transaction_id, position) < ($5, $6::text::xid8, $7)
                returning generation
            ),
            leaves as (
                insert into log_leaf (generation, organisation, leaf_index, case_id, sequence, hash)
                select a.generation, l.organisation, l.leaf_index, l.case_id, l.sequence, l.hash
                from unnest($8::text[], $9::bigint[], $10::uuid[], $11::bigint[], $12::bytea[]) as l(organisation, leaf_index, case_id, sequence, hash)
                cross join advanced a
            ),
            nodes as (
                insert into log_node (generation, organisation, level, node_index, hash)
                select a.generation, n.organisation, n.level, n.node_index, n.hash
                from unnest($13::text[], $14::integer[], $15::bigint[], $16::bytea[]) as n(organisation, level, node_index, hash)
                cross join advanced a
            ),
            trees as (
                insert into log_tree (generation, organisation, size)
                select a.generation, t.organisation, t.size
                from unnest($17::text[], $18::bigint[]) as t(organisation, size)
                cross join advanced a
                on conflict (generation, organisation) do update set size = excluded.size
            )
            select generation from advanced
            """;

    private static final String SIGN =
            """
            insert into log_checkpoint (generation, organisation, size, root, note, signed_at)
            select w.generation, $4::text, $5::bigint, $6::bytea, $7::text, $8::timestamptz
            from log_writer w
            where w.generation = $1 and w.holder = $2 and w.fence = $3
            """;

    private final CasesDatabase database;
    private final LogTrees trees;
    private final int generation;
    private final UUID holder;
    private final Duration lease;

    LogAppend(CasesDatabase database, LogTrees trees, int generation, UUID holder, Duration lease) {
        this.database = database;
        this.trees = trees;
        this.generation = generation;
        this.holder = holder;
        this.lease = lease;
    }

    /** The lease as it was taken, and how far the log is. */
    record Lease(long fence, Cursor cursor) {}

    /** Somebody else writes by now. */
    static final class Fenced extends RuntimeException {
        Fenced() {
            super("another writer of the log holds the lease", null, false, false);
        }
    }

    Optional<Lease> take() {
        database.query(BEGIN, generation);
        return database.query(TAKE, generation, holder, lease.toMillis()).stream().findFirst().map(row -> new Lease(row.getLong("fence"), cursor(row)));
    }

    private static Cursor cursor(Row row) {
        return new Cursor(row.getInteger("epoch"), Long.parseUnsignedLong(row.getString("transaction_id")), row.getLong("position"));
    }

    void renew(long fence) {
        require(database.query(RENEW, generation, holder, fence, lease.toMillis()).rowCount());
    }

    void release(long fence) {
        database.query(RELEASE, generation, holder, fence);
    }

    /** How many leaves each organisation's tree has. */
    Map<String, Long> sizes() {
        Map<String, Long> sizes = new LinkedHashMap<>();
        database.query(SIZES, generation).forEach(row -> sizes.put(row.getString("organisation"), row.getLong("size")));
        return sizes;
    }

    /** Adds events in the order of the store. */
    void append(long fence, List<NextLeaves.Next> events) {
        Map<String, Long> before = sizes();
        Map<String, Growing> growing = new LinkedHashMap<>();
        List<Long> indexes = new ArrayList<>();
        for (NextLeaves.Next event : events) {
            Growing tree = growing.computeIfAbsent(
                    event.organisation(), o -> new Growing(new LogId(generation, o), before.getOrDefault(o, 0L)));
            indexes.add(tree.add(event.hash()));
        }
        List<Node> nodes = growing.values().stream().flatMap(tree -> tree.nodes.stream()).toList();
        Cursor last = events.getLast().cursor();
        require(database.query(
                        APPEND,
                        generation,
                        holder,
                        fence,
                        lease.toMillis(),
                        last.epoch(),
                        Long.toUnsignedString(last.transactionId()),
                        last.position(),
                        events.stream().map(NextLeaves.Next::organisation).toArray(String[]::new),
                        indexes.toArray(Long[]::new),
                        events.stream().map(NextLeaves.Next::caseId).toArray(UUID[]::new),
                        events.stream().map(NextLeaves.Next::sequence).toArray(Long[]::new),
                        events.stream().map(e -> Buffer.buffer(e.hash())).toArray(Buffer[]::new),
                        nodes.stream().map(Node::organisation).toArray(String[]::new),
                        nodes.stream().map(n -> n.place().level()).toArray(Integer[]::new),
                        nodes.stream().map(n -> n.place().index()).toArray(Long[]::new),
                        nodes.stream().map(n -> Buffer.buffer(n.hash())).toArray(Buffer[]::new),
                        growing.keySet().toArray(String[]::new),
                        growing.values().stream().map(tree -> tree.size).toArray(Long[]::new))
                .size());
    }

    private record Node(String organisation, LogTrees.Subtree place, byte[] hash) {}

    /** A tree while leaves are added: knows the complete subtrees at its right edge. */
    private final class Growing {

        private final LogId log;
        private final Map<LogTrees.Subtree, byte[]> edge;
        private final List<Node> nodes = new ArrayList<>();
        private long size;

        Growing(LogId log, long size) {
            this.log = log;
            this.size = size;
            List<LogTrees.Subtree> peaks = new ArrayList<>();
            for (int level = 0; level < Long.SIZE - 1; level++) {
                if ((size >>> level & 1) == 1) {
                    peaks.add(new LogTrees.Subtree(level, (size >>> level) - 1));
                }
            }
            this.edge = new HashMap<>(trees.subtrees(log, peaks));
        }

        long add(byte[] eventHash) {
            long index = size++;
            var place = new LogTrees.Subtree(0, index);
            byte[] hash = MerkleTree.leaf(eventHash);
            while ((place.index() & 1) == 1) {
                hash = MerkleTree.node(edge.remove(new LogTrees.Subtree(place.level(), place.index() - 1)), hash);
                place = new LogTrees.Subtree(place.level() + 1, place.index() >>> 1);
                if (LogTrees.isStored(place.level())) {
                    nodes.add(new Node(log.organisation(), place, hash));
                }
            }
            edge.put(place, hash);
            return index;
        }
    }

    void sign(long fence, String organisation, SignedCheckpoint checkpoint, Instant now) {
        require(database.query(
                        SIGN,
                        generation,
                        holder,
                        fence,
                        organisation,
                        checkpoint.size(),
                        Buffer.buffer(checkpoint.root()),
                        checkpoint.note(),
                        now.atOffset(ZoneOffset.UTC))
                .rowCount());
    }

    private static void require(int changed) {
        if (changed != 1) {
            throw new Fenced();
        }
    }
}
