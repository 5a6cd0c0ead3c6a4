package nl.meldspoor.reporting.projection;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.PublishedEvent;

/**
 * The tables of the projection. Sets of rows travel as one JSON document per statement, so that a batch of a thousand
 * records is a handful of statements.
 */
@ApplicationScoped
class ProjectionStore {

    /** Longer than any batch takes; a database that hangs must not hold the consumer for ever. */
    private static final Duration AT_MOST = Duration.ofSeconds(30);

    private static final int LINES_AT_A_TIME = 20_000;

    @Inject
    Pool pool;

    /** Which tables are written: those that are served, or those that are built beside them. */
    enum Tables {
        SERVED,
        /** Of the schema {@code next}; what is not there (nothing of the projection) is that of {@code public}. */
        NEXT
    }

    /** Runs {@code todo} in one transaction: committed when it returns, rolled back when it throws. */
    void inTransaction(Tables tables, Consumer<Work> todo) {
        SqlConnection connection = pool.getConnection().await().atMost(AT_MOST);
        try {
            Transaction transaction = connection.begin().await().atMost(AT_MOST);
            todo.accept(new Work(connection, tables == Tables.NEXT ? writeBeside(connection) : ""));
            transaction.commit().await().atMost(AT_MOST);
        } finally {
            // Closing inside a transaction rolls it back. What became of the connection is no reason to fail a commit.
            connection.close().subscribe().with(done -> {}, broken -> {});
        }
    }

    /**
     * From here to the end of the transaction the names of tables mean those of the schema {@code next}.
     *
     * @return what statements begin with, so that none that was prepared for other tables is used again: this schema and no other
     */
    private static String writeBeside(SqlConnection connection) {
        connection.query("set local search_path = next, public").execute().await().atMost(AT_MOST);
        Row row = connection
                .query("select 'next'::regnamespace::oid::bigint, to_regclass('case_progress') = to_regclass('next.case_progress')")
                .execute()
                .await()
                .atMost(AT_MOST)
                .iterator()
                .next();
        if (!Boolean.TRUE.equals(row.getBoolean(1))) {
            throw new IllegalStateException("expected to write the tables of the schema next, but these are others");
        }
        return "/* next " + row.getLong(0) + " */ ";
    }

    /** Adds up lines of the tallies, some at a time. No figure changes by it. */
    void settleFigures(Tables tables) {
        pool.preparedQuery("select settle_figures($1, $2)")
                .execute(Tuple.of(tables == Tables.NEXT ? "next" : "public", LINES_AT_A_TIME))
                .await()
                .atMost(AT_MOST);
    }

    /** Notes a record that names no case, by where it lies. */
    void reject(String topic, int partition, long offset, String reason) {
        pool.preparedQuery(
                        """
                        insert into rejected_record (topic, partition, "offset", reason)
                        values ($1, $2, $3, $4)
                        on conflict do nothing
                        """)
                .execute(Tuple.of(topic, partition, offset, reason))
                .await()
                .atMost(AT_MOST);
    }

    /** How many cases wait, per reason. */
    Map<Parking.Reason, Long> parkedCases() {
        Map<Parking.Reason, Long> counts = new TreeMap<>();
        for (Parking.Reason reason : Parking.Reason.values()) {
            counts.put(reason, 0L);
        }
        pool.query(
                        """
                        select parked_reason, count(*) as cases
                          from case_progress
                         where parked_reason is not null
                         group by parked_reason
                        """)
                .execute()
                .await()
                .atMost(AT_MOST)
                .forEach(row -> counts.put(
                        Parking.Reason.valueOf(row.getString("parked_reason")), row.getLong("cases")));
        return counts;
    }

    /** How many records could not be put in any case. */
    long rejectedRecords() {
        return pool.query("select count(*) from rejected_record")
                .execute()
                .await()
                .atMost(AT_MOST)
                .iterator()
                .next()
                .getLong(0);
    }

    /** Cases that a newer build may understand. */
    List<UUID> unreadableCases() {
        List<UUID> cases = new ArrayList<>();
        pool.query("select case_id from case_progress where parked_reason = 'UNREADABLE' order by case_id")
                .execute()
                .await()
                .atMost(AT_MOST)
                .forEach(row -> cases.add(row.getUUID("case_id")));
        return cases;
    }

    /** One transaction at work. */
    static final class Work {

        private final SqlConnection connection;
        private final String mark;

        private Work(SqlConnection connection, String mark) {
            this.connection = connection;
            this.mark = mark;
        }

        /**
         * Locks these cases, in one order for everybody, and says how far each was read.
         *
         * @param met which cases have their row already, as far as is known here
         */
        Map<UUID, Progress> lock(Map<UUID, List<ArrivedRecord>> arrived, Predicate<UUID> met) {
            makeRows(arrived.keySet().stream().filter(met.negate()).toList());
            Map<UUID, Progress> progress = lockRows(arrived.keySet());
            if (progress.size() < arrived.size()) {
                // other tables than those in which the rows were met
                makeRows(arrived.keySet().stream().filter(id -> !progress.containsKey(id)).toList());
                progress.putAll(lockRows(arrived.keySet()));
            }
            noteKnown(arrived, progress);
            return progress;
        }

        private void makeRows(Collection<UUID> cases) {
            if (!cases.isEmpty()) {
                execute(
                        """
                        insert into case_progress (case_id)
                        select case_id from jsonb_to_recordset($1::text::jsonb) as r (case_id uuid) order by case_id
                        on conflict do nothing
                        """,
                        ids(cases));
            }
        }

        private Map<UUID, Progress> lockRows(Collection<UUID> cases) {
            Map<UUID, Progress> progress = new TreeMap<>();
            execute(
                            """
                            select p.tableoid::bigint as progress_table, p.case_id, p.last_sequence, p.last_hash, p.parked_reason,
                                   p.parked_at_sequence
                              from case_progress p
                             where p.case_id in (select case_id from jsonb_to_recordset($1::text::jsonb) as r (case_id uuid))
                             order by p.case_id
                               for update
                            """,
                            ids(cases))
                    .forEach(row -> progress.put(
                            row.getUUID("case_id"),
                            new Progress(
                                    row.getLong("progress_table"),
                                    row.getLong("last_sequence"),
                                    row.getString("last_hash"),
                                    Optional.ofNullable(row.getString("parked_reason"))
                                            .map(reason -> new Parking(
                                                    Parking.Reason.valueOf(reason), row.getLong("parked_at_sequence"))),
                                    new HashMap<>())));
            return progress;
        }

        /** Only under the lock: what another instance applied a moment ago must be known here. */
        private void noteKnown(Map<UUID, List<ArrivedRecord>> arrived, Map<UUID, Progress> progress) {
            JsonArray again = new JsonArray();
            arrived.forEach((caseId, records) -> records.stream()
                    .filter(r -> r.sequence() <= progress.get(caseId).lastSequence())
                    .forEach(r -> again.add(
                            new JsonObject().put("case_id", caseId.toString()).put("sequence", r.sequence()))));
            if (again.isEmpty()) {
                return;
            }
            execute(
                            """
                            select e.case_id, e.sequence, e.event_id
                              from applied_event e
                              join jsonb_to_recordset($1::text::jsonb) as r (case_id uuid, sequence bigint)
                                using (case_id, sequence)
                            """,
                            again)
                    .forEach(row -> progress.get(row.getUUID("case_id"))
                            .known()
                            .put(row.getLong("sequence"), row.getUUID("event_id")));
        }

        /** What waits of these cases. */
        Map<UUID, List<ArrivedRecord>> keptRecords(Collection<UUID> cases) {
            Map<UUID, List<ArrivedRecord>> kept = new HashMap<>();
            if (cases.isEmpty()) {
                return kept;
            }
            execute(
                            """
                            select k.case_id, k.sequence, k.event_id, k.headers::text as headers, k.value
                              from parked_record k
                              join jsonb_to_recordset($1::text::jsonb) as r (case_id uuid) using (case_id)
                             order by k.case_id, k.sequence
                            """,
                            ids(cases))
                    .forEach(row -> {
                        Map<String, String> headers = new TreeMap<>();
                        new JsonObject(row.getString("headers")).forEach(h -> headers.put(h.getKey(), (String) h.getValue()));
                        kept.computeIfAbsent(row.getUUID("case_id"), id -> new ArrayList<>())
                                .add(new ArrivedRecord(
                                        row.getUUID("case_id"),
                                        row.getLong("sequence"),
                                        row.getUUID("event_id"),
                                        headers,
                                        row.getString("value")));
                    });
            return kept;
        }

        /** The applied events of these cases, in order. */
        Map<UUID, List<PublishedEvent>> appliedEvents(Collection<UUID> cases) {
            Map<UUID, List<PublishedEvent>> events = new HashMap<>();
            if (cases.isEmpty()) {
                return events;
            }
            execute(
                            """
                            select e.case_id, e.sequence, e.event_id, e.organisation, e.type, e.schema_version,
                                   e.occurred_at, e.recorded_at, e.person_ref, e.on_behalf_of_ref, e.deviated_from,
                                   e.facts::text as facts, e.previous_hash, e.hash
                              from applied_event e
                              join jsonb_to_recordset($1::text::jsonb) as r (case_id uuid) using (case_id)
                             order by e.case_id, e.sequence
                            """,
                            ids(cases))
                    .forEach(row -> events.computeIfAbsent(row.getUUID("case_id"), id -> new ArrayList<>())
                            .add(published(row)));
            return events;
        }

        /** Writes what the batch came to. */
        void write(Map<UUID, CaseInOrder> orders, Map<UUID, Progress> progress, List<CaseChange> changes) {
            JsonArray events = new JsonArray();
            JsonArray keep = new JsonArray();
            JsonArray states = new JsonArray();
            JsonArray waited = new JsonArray();
            orders.forEach((caseId, order) -> {
                Progress before = progress.get(caseId);
                if (order.apply().isEmpty() && order.parking().isEmpty() && before.parking().isEmpty()) {
                    return;
                }
                order.apply().forEach(event -> events.add(applied(event)));
                order.keep().forEach(record -> keep.add(kept(record)));
                JsonObject state = new JsonObject()
                        .put("case_id", caseId.toString())
                        .put("last_sequence", before.lastSequence() + order.apply().size())
                        .put(
                                "last_hash",
                                order.apply().isEmpty()
                                        ? before.lastHash()
                                        : order.apply().getLast().hash())
                        .put("parked_reason", order.parking().map(p -> p.reason().name()).orElse(null))
                        .put("parked_at_sequence", order.parking().map(Parking::sequence).orElse(null));
                states.add(state);
                if (before.parking().isPresent()) {
                    waited.add(state);
                }
            });
            if (states.isEmpty()) {
                return;
            }
            writeEvents(events);
            writeStates(states);
            writeKept(keep, waited);
            writeRows(changes);
        }

        private void writeEvents(JsonArray events) {
            if (events.isEmpty()) {
                return;
            }
            execute(
                    """
                    insert into applied_event
                          (case_id, sequence, event_id, organisation, type, schema_version, occurred_at, recorded_at,
                           person_ref, on_behalf_of_ref, deviated_from, facts, previous_hash, hash)
                    select case_id, sequence, event_id, organisation, type, schema_version, occurred_at, recorded_at,
                           person_ref, on_behalf_of_ref, deviated_from, facts, previous_hash, hash
                      from jsonb_to_recordset($1::text::jsonb) as r
                          (case_id uuid, sequence bigint, event_id uuid, organisation text, type text,
                           schema_version int, occurred_at timestamptz, recorded_at timestamptz, person_ref text,
                           on_behalf_of_ref text, deviated_from text[], facts jsonb, previous_hash text, hash text)
                    """,
                    events);
        }

        private void writeStates(JsonArray states) {
            execute(
                    """
                    update case_progress p
                       set last_sequence = r.last_sequence,
                           last_hash = r.last_hash,
                           parked_reason = r.parked_reason,
                           parked_at_sequence = r.parked_at_sequence,
                           parked_since = case when r.parked_reason is null then null
                                               else coalesce(p.parked_since, clock_timestamp()) end
                      from jsonb_to_recordset($1::text::jsonb) as r
                          (case_id uuid, last_sequence bigint, last_hash text, parked_reason text,
                           parked_at_sequence bigint)
                     where p.case_id = r.case_id
                    """,
                    states);
        }

        /** What was kept and is applied by now goes; what waits stays or comes. */
        private void writeKept(JsonArray keep, JsonArray waited) {
            if (!waited.isEmpty()) {
                execute(
                        """
                        delete from parked_record k
                         using jsonb_to_recordset($1::text::jsonb) as r
                              (case_id uuid, last_sequence bigint, parked_reason text)
                         where k.case_id = r.case_id
                           and k.sequence <= r.last_sequence
                           and r.parked_reason is distinct from 'FORK'
                        """,
                        waited);
            }
            if (!keep.isEmpty()) {
                execute(
                        """
                        insert into parked_record (case_id, sequence, event_id, headers, value)
                        select case_id, sequence, event_id, headers, value
                          from jsonb_to_recordset($1::text::jsonb) as r
                              (case_id uuid, sequence bigint, event_id uuid, headers jsonb, value text)
                        on conflict do nothing
                        """,
                        keep);
            }
        }

        /** Only what differs from what is there: most entries change no more of a case than its version. */
        private void writeRows(List<CaseChange> changes) {
            if (changes.isEmpty()) {
                return;
            }
            writeViews(changes);
            writeAnew(changes, CaseRows::steps, "case_step");
            writeAnew(changes, CaseRows::obligations, "case_obligation");
            writeAnew(changes, CaseRows::deadlines, "deadline");
            for (FigureTable table : FigureTable.values()) {
                writeFigures(table, changes);
            }
        }

        private void writeViews(List<CaseChange> changes) {
            JsonArray whole = new JsonArray();
            JsonArray moved = new JsonArray();
            for (CaseChange change : changes) {
                JsonObject view = change.after().view();
                if (change.before().map(rows -> isMoved(rows.view(), view)).orElse(false)) {
                    moved.add(new JsonObject()
                            .put("case_id", view.getValue("case_id"))
                            .put("version", view.getValue("version"))
                            .put("changed_at", view.getValue("changed_at")));
                } else {
                    whole.add(view);
                }
            }
            if (!moved.isEmpty()) {
                execute(
                        """
                        update case_view v
                           set version = r.version, changed_at = r.changed_at
                          from jsonb_to_recordset($1::text::jsonb) as r (case_id uuid, version bigint, changed_at timestamptz)
                         where v.case_id = r.case_id and v.version < r.version
                        """,
                        moved);
            }
            if (whole.isEmpty()) {
                return;
            }
            execute(
                    """
                    insert into case_view as v
                    select r.* from jsonb_populate_recordset(null::case_view, $1::text::jsonb) as r
                    on conflict (case_id) do update
                       set organisation = excluded.organisation,
                           route = excluded.route,
                           status = excluded.status,
                           unit = excluded.unit,
                           region = excluded.region,
                           version = excluded.version,
                           step_reached = excluded.step_reached,
                           opened_at = excluded.opened_at,
                           changed_at = excluded.changed_at,
                           opened_by_ref = excluded.opened_by_ref,
                           handler_ref = excluded.handler_ref,
                           received_by_refs = excluded.received_by_refs,
                           assigned_refs = excluded.assigned_refs,
                           excluded_refs = excluded.excluded_refs,
                           accused_state = excluded.accused_state,
                           accused_refs = excluded.accused_refs,
                           crime_suspicion = excluded.crime_suspicion,
                           sector = excluded.sector,
                           legal_framework = excluded.legal_framework,
                           client_role = excluded.client_role
                     where v.version < excluded.version
                    """,
                    whole);
        }

        /** Whether nothing but version and moment of change differs. */
        private static boolean isMoved(JsonObject before, JsonObject after) {
            return after.fieldNames().stream()
                    .allMatch(name -> name.equals("version")
                            || name.equals("changed_at")
                            || Objects.equals(before.getValue(name), after.getValue(name)));
        }

        /** All rows of the cases of which one changed. */
        private void writeAnew(List<CaseChange> changes, Function<CaseRows, List<JsonObject>> rows, String table) {
            List<CaseChange> changed =
                    changes.stream().filter(change -> change.changes(rows)).toList();
            List<UUID> inDatabase = changed.stream()
                    .filter(change -> !change.isOfNewCase())
                    .map(CaseChange::caseId)
                    .toList();
            if (!inDatabase.isEmpty()) {
                execute(
                        "delete from %s where case_id in (select case_id from jsonb_to_recordset($1::text::jsonb) as r (case_id uuid))"
                                .formatted(table),
                        ids(inDatabase));
            }
            JsonArray all = new JsonArray();
            changed.forEach(change -> rows.apply(change.after()).forEach(all::add));
            if (!all.isEmpty()) {
                execute(
                        "insert into %1$s select r.* from jsonb_populate_recordset(null::%1$s, $1::text::jsonb) as r".formatted(table),
                        all);
            }
        }

        /** First what no longer holds ends, then what holds now begins: of each key one row holds at a time. */
        private void writeFigures(FigureTable table, List<CaseChange> changes) {
            JsonArray ended = new JsonArray();
            JsonArray begun = new JsonArray();
            changes.forEach(change -> {
                change.figures().ended().get(table).forEach(ended::add);
                change.figures().begun().get(table).forEach(begun::add);
            });
            if (!ended.isEmpty()) {
                execute(table.end(), ended);
            }
            if (!begun.isEmpty()) {
                execute(table.begin(), begun);
            }
        }

        private RowSet<Row> execute(String sql, JsonArray rows) {
            return connection
                    .preparedQuery(mark + sql)
                    .execute(Tuple.of(rows.encode()))
                    .await()
                    .atMost(AT_MOST);
        }

        private static JsonArray ids(Collection<UUID> cases) {
            JsonArray ids = new JsonArray();
            cases.forEach(id -> ids.add(new JsonObject().put("case_id", id.toString())));
            return ids;
        }

        private static JsonObject kept(ArrivedRecord record) {
            JsonObject headers = new JsonObject();
            record.headers().forEach(headers::put);
            return new JsonObject()
                    .put("case_id", record.caseId().toString())
                    .put("sequence", record.sequence())
                    .put("event_id", record.eventId().toString())
                    .put("headers", headers)
                    .put("value", record.value());
        }

        private static JsonObject applied(PublishedEvent event) {
            return new JsonObject()
                    .put("case_id", event.caseId().toString())
                    .put("sequence", event.sequence())
                    .put("event_id", event.id().toString())
                    .put("organisation", event.organisation())
                    .put("type", event.type())
                    .put("schema_version", event.schemaVersion())
                    .put("occurred_at", event.occurredAt().toString())
                    .put("recorded_at", event.recordedAt().toString())
                    .put("person_ref", event.personRef())
                    .put("on_behalf_of_ref", event.onBehalfOfRef())
                    .put("deviated_from", new JsonArray(event.deviatedFrom()))
                    .put("facts", new JsonObject(event.facts().toString()))
                    .put("previous_hash", event.previousHash())
                    .put("hash", event.hash());
        }

        /** The source of an applied event is not kept: nothing that is counted depends on it. */
        private static PublishedEvent published(Row row) {
            return new PublishedEvent(
                    row.getUUID("event_id"),
                    "",
                    row.getString("organisation"),
                    row.getUUID("case_id"),
                    row.getLong("sequence"),
                    row.getString("type"),
                    row.getInteger("schema_version"),
                    row.getOffsetDateTime("occurred_at").toInstant(),
                    row.getOffsetDateTime("recorded_at").toInstant(),
                    row.getString("person_ref"),
                    row.getString("on_behalf_of_ref"),
                    List.of(row.getArrayOfStrings("deviated_from")),
                    EventJson.object(row.getString("facts")),
                    row.getString("previous_hash"),
                    row.getString("hash"),
                    null);
        }
    }
}
