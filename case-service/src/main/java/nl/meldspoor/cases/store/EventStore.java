package nl.meldspoor.cases.store;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    private final CasesDatabase database;
    private final AppendAssembly assembly;
    private final Appender appender;
    private final WakeUp wakeUp;

    /** @param database where it is stored; what is personal goes through {@code seal} before it gets there */
    public EventStore(CasesDatabase database, Seal seal, WakeUp wakeUp) {
        this.database = database;
        this.wakeUp = wakeUp;
        this.assembly = new AppendAssembly(seal);
        this.appender = new Appender(database);
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

    /**
     * Stores the events of one command, whole or not at all; when it returns {@link AppendResult.Appended} they are durable. Content is
     * sealed and the keys are durable before.
     */
    public AppendResult append(AppendRequest request) {
        AppendResult result = appender.append(assembly.assemble(request));
        if (result instanceof AppendResult.Appended) {
            wakeUp.appended();
        }
        return result;
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
