package nl.meldspoor.cases.store;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends an append and does not answer before it knows. A collision is tried again in a new transaction; after a lost connection the same
 * rows are sent again on a new one, which either stores them now or finds the case moved on, and then the event ids tell whether it was
 * this command that moved it. All bounded.
 */
final class Appender {

    private static final int MOST_COLLISIONS = 5;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private static final String OWN_EVENTS = "select " + EventRows.COLUMNS
            + " from case_event e where e.case_id = $1 and e.command_id = $2 order by e.ordinal";

    private static final String VERSION = "select version from case_head where case_id = $1";

    private final CasesDatabase database;
    private final Idempotency idempotency;

    Appender(CasesDatabase database) {
        this.database = database;
        this.idempotency = new Idempotency(database);
    }

    AppendResult append(AppendUnit unit) {
        long until = System.nanoTime() + database.patience().toNanos();
        boolean mayBeStored = false;
        int collisions = 0;
        while (true) {
            try {
                switch (send(unit)) {
                    case Sent.Stored stored -> {
                        return new AppendResult.Appended(stored.events());
                    }
                    case Sent.NotWon notWon -> {
                        return settle(unit);
                    }
                    case Sent.Collided collided -> {
                        if (++collisions > MOST_COLLISIONS) {
                            throw new StoreUnavailable("the append met others " + collisions + " times");
                        }
                    }
                    case Sent.Lost lost -> mayBeStored = true;
                }
            } catch (StoreUnavailable e) {
                if (!mayBeStored) {
                    throw e;
                }
            }
            if (mayBeStored) {
                if (System.nanoTime() > until) {
                    return new AppendResult.OutcomeUnknown();
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** What one sending told. */
    private sealed interface Sent {
        record Stored(List<StoredEvent> events) implements Sent {}

        record NotWon() implements Sent {}

        record Collided() implements Sent {}

        record Lost() implements Sent {}
    }

    private Sent send(AppendUnit unit) {
        SqlConnection connection = database.connection();
        try {
            return read(
                    unit,
                    database.await(connection.preparedQuery(AppendStatement.SQL).execute(AppendStatement.values(List.of(unit)))));
        } catch (TimeoutException e) {
            return new Sent.Lost();
        } catch (ExecutionException e) {
            return switch (Failure.of(e.getCause())) {
                case UNKNOWN -> new Sent.Lost();
                case COLLISION -> new Sent.Collided();
                case DUPLICATE -> new Sent.NotWon();
                case REFUSED -> throw new StoreUnavailable("PostgreSQL refused to store now", e.getCause());
                case DEFECT -> throw new IllegalStateException("the append is not what the store takes", e.getCause());
            };
        } finally {
            connection.close();
        }
    }

    private Sent read(AppendUnit unit, RowSet<Row> rows) {
        Map<UUID, Row> byId = new HashMap<>();
        for (Row row : rows) {
            if (row.getInteger("epoch") == null) {
                database.guard().foundOtherCluster();
                throw new StoreUnavailable(database.guard().state().reason());
            }
            if (row.getUUID("event_id") != null) {
                byId.put(row.getUUID("event_id"), row);
            }
        }
        if (byId.isEmpty()) {
            return new Sent.NotWon();
        }
        return new Sent.Stored(unit.events().stream()
                .map(e -> {
                    Row row = byId.get(e.eventId());
                    return e.at(row.getLong("position"), row.getInteger("epoch"), Long.parseLong(row.getString("transaction_id")));
                })
                .toList());
    }

    /** The head is not as expected: because of ourselves (an earlier sending did arrive), an earlier use of the key, or somebody else. */
    private AppendResult settle(AppendUnit unit) {
        AppendRequest request = unit.request();
        List<StoredEvent> own = EventStore.events(database.query(OWN_EVENTS, request.caseId(), request.commandId()));
        if (!own.isEmpty() && own.stream().map(StoredEvent::hash).toList().equals(unit.events().stream().map(StoredEvent::hash).toList())) {
            return new AppendResult.Appended(own);
        }
        IdempotencyClaim claim = request.idempotency();
        Optional<RememberedCommand> remembered = claim == null
                ? Optional.empty()
                : idempotency.find(request.organisation(), claim.scopeRef(), claim.keyHash());
        if (remembered.isPresent()) {
            return new AppendResult.Replayed(remembered.get());
        }
        return new AppendResult.Conflict(database.query(VERSION, request.caseId()).stream()
                .findFirst()
                .map(row -> row.getLong("version"))
                .orElse(0L));
    }
}
