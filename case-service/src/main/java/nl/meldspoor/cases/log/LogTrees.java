package nl.meldspoor.cases.log;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.meldspoor.cases.store.CasesDatabase;
import nl.meldspoor.events.proof.MerkleTree;

/** Reads leaves, subtrees and checkpoints, and makes proofs of them. A proof takes one query. */
public final class LogTrees {

    private static final String SUBTREES =
            """
            select q.level, q.node_index, coalesce(n.hash, l.hash) as hash
            from unnest($3::integer[], $4::bigint[]) as q(level, node_index)
            left join log_node n
                on q.level > 0 and n.generation = $1 and n.organisation = $2 and n.level = q.level and n.node_index = q.node_index
            left join log_leaf l
                on q.level = 0 and l.generation = $1 and l.organisation = $2 and l.leaf_index = q.node_index
            """;

    private static final String CHECKPOINT = "select size, root, note, signed_at from log_checkpoint where generation = $1 and organisation = $2";

    private static final String NEWEST = CHECKPOINT + " order by size desc limit 1";

    private static final String OF_SIZE = CHECKPOINT + " and size = $3";

    private static final String COVERING = CHECKPOINT + " and size >= $3 order by size limit 1";

    private static final String BEFORE = CHECKPOINT + " and ($3::bigint is null or size < $3) order by size desc limit $4";

    private static final String LEAF_OF = "select leaf_index from log_leaf where generation = $1 and case_id = $2 and sequence = $3";

    private static final String LAST_OF_CASE =
            """
            select sequence, leaf_index
            from log_leaf
            where generation = $1 and organisation = $2 and case_id = $3 and leaf_index < $4
            order by sequence desc
            limit 1
            """;

    private static final String LEAVES =
            """
            select leaf_index, hash
            from log_leaf
            where generation = $1 and organisation = $2 and leaf_index >= $3 and leaf_index < $4
            order by leaf_index
            """;

    private static final int KEPT_LEVELS = 8;

    private final CasesDatabase database;

    public LogTrees(CasesDatabase database) {
        this.database = database;
    }

    /** A checkpoint as it was signed. */
    public record Checkpoint(long size, byte[] root, String note, Instant signedAt) {}

    /** One leaf: the chain hash of an event. */
    public record Leaf(long index, byte[] hash) {}

    /** Where an event of a case stands. */
    public record Place(long sequence, long index) {}

    public Optional<Checkpoint> newest(LogId log) {
        return read(NEWEST, log.generation(), log.organisation()).stream().findFirst();
    }

    public Optional<Checkpoint> ofSize(LogId log, long size) {
        return read(OF_SIZE, log.generation(), log.organisation(), size).stream().findFirst();
    }

    /** The first that was signed over at least so many events. */
    public Optional<Checkpoint> firstCovering(LogId log, long size) {
        return read(COVERING, log.generation(), log.organisation(), size).stream().findFirst();
    }

    /** Newest first, those smaller than {@code below} (null: all). */
    public List<Checkpoint> checkpoints(LogId log, Long below, int limit) {
        return read(BEFORE, log.generation(), log.organisation(), below, limit);
    }

    private List<Checkpoint> read(String sql, Object... values) {
        List<Checkpoint> checkpoints = new ArrayList<>();
        for (Row row : database.query(sql, values)) {
            checkpoints.add(new Checkpoint(
                    row.getLong("size"),
                    row.getBuffer("root").getBytes(),
                    row.getString("note"),
                    row.getOffsetDateTime("signed_at").toInstant()));
        }
        return checkpoints;
    }

    /** The leaf of an event; empty while the log has not come to it. */
    public Optional<Long> leafOf(LogId log, UUID caseId, long sequence) {
        return database.query(LEAF_OF, log.generation(), caseId, sequence).stream().findFirst().map(row -> row.getLong("leaf_index"));
    }

    /** The last event of a case that is in the tree of that size. */
    public Optional<Place> lastOf(LogId log, UUID caseId, long size) {
        return database.query(LAST_OF_CASE, log.generation(), log.organisation(), caseId, size).stream()
                .findFirst()
                .map(row -> new Place(row.getLong("sequence"), row.getLong("leaf_index")));
    }

    public List<Leaf> leaves(LogId log, long from, long to) {
        List<Leaf> leaves = new ArrayList<>();
        for (Row row : database.query(LEAVES, log.generation(), log.organisation(), from, to)) {
            leaves.add(new Leaf(row.getLong("leaf_index"), row.getBuffer("hash").getBytes()));
        }
        return leaves;
    }

    /** The root over the first leaves, from what is stored now. */
    public byte[] root(LogId log, long size) {
        return compute(log, subtrees -> MerkleTree.root(size, subtrees));
    }

    public List<byte[]> inclusion(LogId log, long index, long size) {
        return compute(log, subtrees -> MerkleTree.inclusion(index, size, subtrees));
    }

    public List<byte[]> consistency(LogId log, long first, long size) {
        return compute(log, subtrees -> MerkleTree.consistency(first, size, subtrees));
    }

    /** Goes through it once to see which subtrees it needs, and again with these. */
    private <T> T compute(LogId log, Function<MerkleTree.Subtrees, T> proof) {
        Set<Subtree> needed = new LinkedHashSet<>();
        proof.apply((level, index) -> {
            needed.add(new Subtree(level, index));
            return new byte[MerkleTree.HASH_BYTES];
        });
        Map<Subtree, byte[]> hashes = subtrees(log, List.copyOf(needed));
        return proof.apply((level, index) -> hashes.get(new Subtree(level, index)));
    }

    /** Names a complete subtree as {@link MerkleTree.Subtrees} does. */
    record Subtree(int level, long index) {}

    /**
     * Whether the hashes of this level are kept: of every eighth only, which makes the log little larger than its leaves; what lies between is computed
     * from at most 128 of them.
     */
    static boolean isStored(int level) {
        return level % KEPT_LEVELS == 0;
    }

    Map<Subtree, byte[]> subtrees(LogId log, List<Subtree> wanted) {
        Set<Subtree> kept = new LinkedHashSet<>();
        wanted.forEach(subtree -> addKept(kept, subtree));
        Map<Subtree, byte[]> stored = stored(log, List.copyOf(kept));
        Map<Subtree, byte[]> hashes = new HashMap<>();
        wanted.forEach(subtree -> hashes.put(subtree, hash(subtree, stored)));
        return hashes;
    }

    private static void addKept(Set<Subtree> kept, Subtree subtree) {
        int below = subtree.level() % KEPT_LEVELS;
        for (long i = 0; i < 1L << below; i++) {
            kept.add(new Subtree(subtree.level() - below, (subtree.index() << below) + i));
        }
    }

    private static byte[] hash(Subtree subtree, Map<Subtree, byte[]> stored) {
        return isStored(subtree.level())
                ? stored.get(subtree)
                : MerkleTree.node(
                        hash(new Subtree(subtree.level() - 1, 2 * subtree.index()), stored),
                        hash(new Subtree(subtree.level() - 1, 2 * subtree.index() + 1), stored));
    }

    private Map<Subtree, byte[]> stored(LogId log, List<Subtree> wanted) {
        Map<Subtree, byte[]> hashes = new HashMap<>();
        if (wanted.isEmpty()) {
            return hashes;
        }
        var rows = database.query(
                SUBTREES,
                log.generation(),
                log.organisation(),
                wanted.stream().map(Subtree::level).toArray(Integer[]::new),
                wanted.stream().map(Subtree::index).toArray(Long[]::new));
        for (Row row : rows) {
            Buffer hash = row.getBuffer("hash");
            if (hash == null) {
                throw new IllegalStateException("expected subtree " + row.getInteger("level") + "/" + row.getLong("node_index") + " of log "
                        + log.origin() + ", but it is not there");
            }
            int level = row.getInteger("level");
            hashes.put(new Subtree(level, row.getLong("node_index")), level == 0 ? MerkleTree.leaf(hash.getBytes()) : hash.getBytes());
        }
        return hashes;
    }
}
