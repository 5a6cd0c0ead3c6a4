package nl.meldspoor.cases.store;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import nl.meldspoor.cases.seal.Seal;

/**
 * The events of all cases. Reads facts and presence, never opens anything. Bounded in time: when PostgreSQL cannot be asked it throws
 * {@link StoreUnavailable} and nothing was stored.
 */
public final class EventStore {

    private static final String WHOLE =
            "select " + EventRows.COLUMNS + " from case_event e where e.case_id = $1 order by e.sequence";

    private static final String UP_TO_VERSION =
            "select " + EventRows.COLUMNS + " from case_event e where e.case_id = $1 and e.sequence <= $2 order by e.sequence";

    private static final String UP_TO_MOMENT =
            "select " + EventRows.COLUMNS + " from case_event e where e.case_id = $1 and e.recorded_at <= $2 order by e.sequence";

    private static final String PAGE =
            "select " + EventRows.COLUMNS + " from case_event e where e.case_id = $1 and e.sequence > $2 order by e.sequence limit $3";

    private static final String SOME = "select q.line, " + EventRows.COLUMNS
            + """
            from unnest($1::uuid[], $2::bigint[], $3::bigint[]) as q(case_id, sequence, line)
            join case_event e on e.case_id = q.case_id and e.sequence = q.sequence
            order by q.line, e.sequence
            """;

    /** Some events of one case. */
    private record Some(UUID caseId, List<Long> sequences) {}

    /**
     * Bounds of the store.
     *
     * @param mostWaiting commands that wait to be stored; the next is refused by {@link StoreBusy}
     * @param mostCachedEvents events of all folded cases that are kept in memory
     */
    public record Bounds(int mostWaiting, long mostCachedEvents) {

        public static final Bounds DEFAULT = new Bounds(2_000, 100_000);
    }

    private final CasesDatabase database;
    private final AppendAssembly assembly;
    private final FoldedCases cases;
    private final GroupCommit group;
    private final AskedTogether<Some, List<StoredEvent>> some;

    /** @param database where it is stored; what is personal goes through {@code seal} before it gets there */
    public EventStore(CasesDatabase database, Seal seal, AccessLog accessLog, WakeUp wakeUp, Bounds bounds) {
        this.database = database;
        this.assembly = new AppendAssembly(seal, accessLog);
        this.cases = new FoldedCases(bounds.mostCachedEvents());
        this.some = new AskedTogether<>(2, asked -> some(database, asked));
        this.group = new GroupCommit(
                new Appender(database), assembly, cases, wakeUp::appended, bounds.mostWaiting(), database.patience());
    }

    /** The case as it is now; empty when there is no such case. */
    public Optional<StoredCase> load(UUID caseId) {
        return read(caseId, database.query(WHOLE, caseId));
    }

    /** The case as it was at that version; empty when it never had that version. */
    public Optional<StoredCase> load(UUID caseId, long version) {
        return read(caseId, database.query(UP_TO_VERSION, caseId, version)).filter(c -> c.version() == version);
    }

    /** The case as it was recorded at that moment; empty when it was not yet opened. */
    public Optional<StoredCase> load(UUID caseId, Instant recordedUpTo) {
        return read(caseId, database.query(UP_TO_MOMENT, caseId, recordedUpTo.atOffset(ZoneOffset.UTC)));
    }

    /** The events after a sequence (0: from the first), in order, at most {@code limit}. */
    public List<StoredEvent> events(UUID caseId, long after, int limit) {
        return events(database.query(PAGE, caseId, after, limit));
    }

    /** The events with these sequences, in order. */
    public List<StoredEvent> events(UUID caseId, List<Long> sequences) {
        return sequences.isEmpty() ? List.of() : some.ask(new Some(caseId, sequences));
    }

    private static List<List<StoredEvent>> some(CasesDatabase database, List<Some> asked) {
        record One(UUID caseId, Long sequence, Long line) {}
        List<One> ones = new ArrayList<>();
        List<List<StoredEvent>> found = new ArrayList<>(asked.size());
        for (Some some : asked) {
            long line = found.size();
            some.sequences().forEach(sequence -> ones.add(new One(some.caseId(), sequence, line)));
            found.add(new ArrayList<>());
        }
        Columns<One> columns = new Columns<>(ones).uuid(One::caseId).number(One::sequence).number(One::line);
        for (Row row : database.query(SOME, columns.tuple())) {
            found.get(row.getLong("line").intValue()).add(EventRows.read(row));
        }
        return found;
    }

    /**
     * The case folded at a head that was read just now; from memory when it is there at that very head.
     *
     * @param hash of the last event
     */
    public Optional<FoldedCase> fold(UUID caseId, long version, String hash) {
        Optional<FoldedCase> known = cases.at(caseId, version, hash);
        if (known.isPresent()) {
            return known;
        }
        Optional<FoldedCase> read = load(caseId, version).filter(stored -> stored.headHash().equals(hash)).map(FoldedCase::of);
        read.ifPresent(cases::keep);
        return read;
    }

    /** The case as it was when it was last used here, for what never changes about it: it may have moved on. */
    public Optional<FoldedCase> lastSeen(UUID caseId) {
        return cases.lastSeen(caseId);
    }

    /**
     * Does something in the turn of a case. Turns are given in the order in which they were asked for.
     *
     * @throws StoreBusy when the turn did not come in time; nothing was done
     */
    public <T> T inTurn(UUID caseId, Function<CaseTurn, T> does) {
        CaseLine line = group.enter(caseId);
        try {
            takeTurn(line);
            try {
                return does.apply(new CaseTurn(group, assembly, line));
            } finally {
                line.turn.unlock();
            }
        } finally {
            group.leave(line);
        }
    }

    private void takeTurn(CaseLine line) {
        try {
            Duration patience = database.patience();
            if (!line.turn.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                group.figures().refuses();
                throw new StoreBusy("the turn did not come within " + patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted while waiting for a turn");
        }
    }

    /**
     * Stores the events of one command that was decided on the head it names, whole or not at all; when it returns
     * {@link AppendResult.Appended} they are durable. Content is sealed and the keys are durable before.
     */
    public AppendResult append(AppendRequest request) {
        return inTurn(request.caseId(), turn -> {
                    turn.settle();
                    return turn.hand(request);
                })
                .await();
    }

    /** What the queue of commands did since the start. */
    public CommitFigures figures() {
        return group.figures();
    }

    /** How many commands wait to be sent. */
    public int waiting() {
        return group.waiting();
    }

    private static Optional<StoredCase> read(UUID caseId, RowSet<Row> rows) {
        List<StoredEvent> events = events(rows);
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(new StoredCase(events.getFirst().organisation(), caseId, events));
    }

    static List<StoredEvent> events(RowSet<Row> rows) {
        List<StoredEvent> events = new ArrayList<>(rows.size());
        rows.forEach(row -> events.add(EventRows.read(row)));
        return events;
    }
}
