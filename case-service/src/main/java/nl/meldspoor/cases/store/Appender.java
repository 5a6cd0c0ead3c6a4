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
 * Sends units in one statement and does not answer before it knows what became of each. A collision is tried again in a new transaction;
 * when anything else fails the batch is split and tried again, so that a command that cannot be stored fails alone. After a lost
 * connection the same rows are sent again on a new one, which either stores them now or finds the case moved on, and then the event ids
 * tell whether it was these commands that moved it. All bounded.
 */
final class Appender {

    private static final int MOST_COLLISIONS = 5;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private static final String OWN_EVENTS = "select " + EventRows.COLUMNS
            + " from case_event e where e.case_id = $1 and e.sequence between $2 and $3 order by e.sequence";

    private static final String VERSION = "select version from case_head where case_id = $1";

    private final CasesDatabase database;
    private final Idempotency idempotency;

    Appender(CasesDatabase database) {
        this.database = database;
        this.idempotency = new Idempotency(database);
    }

    /** One unit alone, of one command. */
    AppendResult append(AppendUnit unit) {
        return results(append(List.of(unit)).get(unit), 1).getFirst();
    }

    /**
     * What the outcome of a unit is for each of its commands.
     *
     * @throws RuntimeException when it failed
     */
    static List<AppendResult> results(UnitOutcome outcome, int commands) {
        return switch (outcome) {
            case UnitOutcome.Stored stored ->
                stored.events().stream().<AppendResult>map(AppendResult.Appended::new).toList();
            case UnitOutcome.Moved moved -> java.util.Collections.nCopies(
                    commands,
                    moved.remembered() == null
                            ? new AppendResult.Conflict(moved.version())
                            : new AppendResult.Replayed(moved.remembered()));
            case UnitOutcome.Unknown unknown -> java.util.Collections.nCopies(commands, new AppendResult.OutcomeUnknown());
            case UnitOutcome.Failed failed -> throw failed.why();
        };
    }

    /** Units of different cases; an outcome for each. */
    Map<AppendUnit, UnitOutcome> append(List<AppendUnit> units) {
        Map<AppendUnit, UnitOutcome> outcomes = new java.util.IdentityHashMap<>(units.size() * 2);
        new Sending(System.nanoTime() + database.patience().toNanos(), outcomes).send(units, false);
        return outcomes;
    }

    /** One batch on its way, with all that is tried for it. */
    private final class Sending {

        private final long until;
        private final Map<AppendUnit, UnitOutcome> outcomes;

        Sending(long until, Map<AppendUnit, UnitOutcome> outcomes) {
            this.until = until;
            this.outcomes = outcomes;
        }

        /** @param mayBeStored whether an earlier sending of these was never answered */
        void send(List<AppendUnit> units, boolean mayBeStored) {
            boolean unanswered = mayBeStored;
            int collisions = 0;
            while (true) {
                StoreUnavailable unavailable = null;
                switch (Appender.this.send(units)) {
                    case Sent.Answered answered -> {
                        for (AppendUnit unit : units) {
                            outcomes.put(unit, outcome(unit, answered.byId(), unanswered));
                        }
                        return;
                    }
                    case Sent.Lost lost -> unanswered = true;
                    case Sent.NotSent notSent -> unavailable = notSent.why();
                    case Sent.RolledBack rolledBack -> {
                        unavailable = new StoreUnavailable("PostgreSQL refused to store now", rolledBack.cause());
                        if (rolledBack.failure() == Failure.COLLISION && ++collisions <= MOST_COLLISIONS) {
                            continue;
                        }
                        if (units.size() > 1 && !isLate()) {
                            int middle = units.size() / 2;
                            send(units.subList(0, middle), unanswered);
                            send(units.subList(middle, units.size()), unanswered);
                            return;
                        }
                        switch (rolledBack.failure()) {
                            case DUPLICATE -> {
                                for (AppendUnit unit : units) {
                                    outcomes.put(unit, settled(unit, unanswered));
                                }
                                return;
                            }
                            case DEFECT -> {
                                fail(units, new IllegalStateException("the append is not what the store takes", rolledBack.cause()));
                                return;
                            }
                            case COLLISION -> {
                                fail(units, new StoreUnavailable("the append met others " + collisions + " times"));
                                return;
                            }
                            case REFUSED, UNKNOWN -> {}
                        }
                    }
                }
                if (!unanswered) {
                    fail(units, unavailable);
                    return;
                }
                if (isLate()) {
                    units.forEach(unit -> outcomes.put(unit, new UnitOutcome.Unknown()));
                    return;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }

        private boolean isLate() {
            return System.nanoTime() > until;
        }

        private void fail(List<AppendUnit> units, RuntimeException why) {
            units.forEach(unit -> outcomes.put(unit, new UnitOutcome.Failed(why)));
        }

        private UnitOutcome outcome(AppendUnit unit, Map<UUID, Row> byId, boolean unanswered) {
            if (!byId.containsKey(unit.last().eventId())) {
                return settled(unit, unanswered);
            }
            return new UnitOutcome.Stored(unit.commands().stream()
                    .map(command -> command.events().stream().map(e -> placed(e, byId.get(e.eventId()))).toList())
                    .toList());
        }

        /** A head is not as expected: because of ourselves (an earlier sending did arrive), an earlier use of the key, or somebody else. */
        private UnitOutcome settled(AppendUnit unit, boolean unanswered) {
            while (true) {
                try {
                    return settle(unit);
                } catch (StoreUnavailable e) {
                    if (!unanswered) {
                        return new UnitOutcome.Failed(e);
                    }
                    if (isLate()) {
                        return new UnitOutcome.Unknown();
                    }
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        }
    }

    /** What one sending told. */
    private sealed interface Sent {
        record Answered(Map<UUID, Row> byId) implements Sent {}

        record RolledBack(Failure failure, Throwable cause) implements Sent {}

        record NotSent(StoreUnavailable why) implements Sent {}

        record Lost() implements Sent {}
    }

    private Sent send(List<AppendUnit> units) {
        SqlConnection connection;
        try {
            connection = database.connection();
        } catch (StoreUnavailable e) {
            return new Sent.NotSent(e);
        }
        try {
            return read(database.await(connection.preparedQuery(AppendStatement.SQL).execute(AppendStatement.values(units))));
        } catch (TimeoutException | StoreUnavailable e) {
            return new Sent.Lost();
        } catch (ExecutionException e) {
            Failure failure = Failure.of(e.getCause());
            return failure == Failure.UNKNOWN ? new Sent.Lost() : new Sent.RolledBack(failure, e.getCause());
        } finally {
            connection.close();
        }
    }

    private Sent read(RowSet<Row> rows) {
        Map<UUID, Row> byId = new HashMap<>(rows.size() * 2);
        for (Row row : rows) {
            if (row.getInteger("epoch") == null) {
                database.guard().foundOtherCluster();
                return new Sent.NotSent(new StoreUnavailable(database.guard().state().reason()));
            }
            if (row.getUUID("event_id") != null) {
                byId.put(row.getUUID("event_id"), row);
            }
        }
        return new Sent.Answered(byId);
    }

    private static StoredEvent placed(StoredEvent event, Row row) {
        return event.at(row.getLong("position"), row.getInteger("epoch"), Long.parseLong(row.getString("transaction_id")));
    }

    private UnitOutcome settle(AppendUnit unit) {
        List<StoredEvent> there = EventStore.events(
                database.query(OWN_EVENTS, unit.caseId(), unit.expectedVersion() + 1, unit.last().sequence()));
        if (there.stream().map(StoredEvent::hash).toList().equals(unit.events().map(StoredEvent::hash).toList())) {
            return new UnitOutcome.Stored(unit.commands().stream()
                    .map(command -> there.stream()
                            .filter(e -> e.commandId().equals(command.request().commandId()))
                            .toList())
                    .toList());
        }
        return new UnitOutcome.Moved(
                database.query(VERSION, unit.caseId()).stream()
                        .findFirst()
                        .map(row -> row.getLong("version"))
                        .orElse(0L),
                remembered(unit).orElse(null));
    }

    private Optional<RememberedCommand> remembered(AppendUnit unit) {
        IdempotencyClaim claim = unit.lastRequest().idempotency();
        return unit.commands().size() > 1 || claim == null
                ? Optional.empty()
                : idempotency.find(unit.lastRequest().organisation(), claim.scopeRef(), claim.keyHash());
    }
}
