package nl.meldspoor.notifications.intake;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import nl.meldspoor.data.RecentCases;
import nl.meldspoor.events.PublishedEvent;
import nl.meldspoor.events.history.CaseReach;
import nl.meldspoor.notifications.database.Database;
import nl.meldspoor.notifications.routing.Notification;
import nl.meldspoor.notifications.routing.RouteFacts;
import nl.meldspoor.notifications.telling.Telling;

/** The statements of the intake, all on the connection of one transaction. */
@ApplicationScoped
class IntakeStore {

    private static final String MAKE_ROWS =
            """
            INSERT INTO case_progress (case_id, organisation)
            SELECT * FROM unnest($1::uuid[], $2::text[])
            ON CONFLICT (case_id) DO NOTHING
            """;

    // In order of case id, so that two intakes cannot wait for each other. No stronger than it must be: whoever notes that something was
    // read or mailed refers to the case, waits for nobody here, and so cannot be the one that gives way in a deadlock after the mail left.
    private static final String LOCK_ROWS =
            """
            SELECT case_id, last_sequence, parked,
                (SELECT e.event_id FROM case_event e WHERE e.case_id = c.case_id AND e.sequence = c.last_sequence) AS last_event
            FROM case_progress c WHERE case_id = ANY ($1::uuid[]) ORDER BY case_id FOR NO KEY UPDATE
            """;

    private static final String APPLIED =
            """
            SELECT case_id, event_id, source, value FROM case_event WHERE case_id = ANY ($1::uuid[]) ORDER BY case_id, sequence
            """;

    private static final String HELD =
            """
            SELECT case_id, event_id, source, value FROM held_record WHERE case_id = ANY ($1::uuid[]) ORDER BY case_id, sequence
            """;

    private static final String ADD_EVENTS =
            """
            INSERT INTO case_event (case_id, sequence, event_id, source, value)
            SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::text[], $5::bytea[])
            """;

    private static final String ADD_HELD =
            """
            INSERT INTO held_record (case_id, sequence, event_id, source, value, hash, held_since)
            SELECT r.*, $7 FROM unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::text[], $5::bytea[], $6::text[]) AS r
            ON CONFLICT DO NOTHING
            """;

    // A record that fits now is in case_event; only conflicting ones stay beside it.
    private static final String FORGET_APPLIED =
            """
            DELETE FROM held_record h
            USING unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::text[]) AS a(case_id, sequence, event_id, hash)
            WHERE h.case_id = a.case_id AND h.sequence = a.sequence AND h.event_id = a.event_id AND h.hash = a.hash
            """;

    private static final String ADVANCE =
            """
            UPDATE case_progress c
            SET last_sequence = a.last_sequence,
                organisation = COALESCE(a.organisation, c.organisation),
                excluded_refs = COALESCE(a.excluded_refs, c.excluded_refs),
                accused_unlinked = COALESCE(a.accused_unlinked, c.accused_unlinked),
                accused_refs = COALESCE(a.accused_refs, c.accused_refs),
                route = COALESCE(a.route, c.route),
                unit = COALESCE(a.unit, c.unit),
                opened_by_ref = COALESCE(a.opened_by_ref, c.opened_by_ref),
                handler_ref = COALESCE(a.handler_ref, c.handler_ref),
                received_by_refs = COALESCE(a.received_by_refs, c.received_by_refs),
                assigned_refs = COALESCE(a.assigned_refs, c.assigned_refs),
                accused_named = COALESCE(a.accused_named, c.accused_named),
                crime_suspicion = COALESCE(a.crime_suspicion, c.crime_suspicion),
                parked = a.parked,
                parked_since = CASE WHEN a.parked IS NULL THEN NULL ELSE COALESCE(c.parked_since, $2) END
            FROM jsonb_to_recordset($1) AS a(case_id uuid, organisation text, last_sequence bigint, excluded_refs text[],
                accused_unlinked boolean, accused_refs text[], parked text, route text, unit text, opened_by_ref text,
                handler_ref text, received_by_refs text[], assigned_refs text[], accused_named boolean, crime_suspicion boolean)
            WHERE c.case_id = a.case_id
            """;

    private static final String ADD_UNREADABLE =
            """
            INSERT INTO unreadable_record (id, record_key, headers, value, held_since)
            SELECT r.*, $5 FROM unnest($1::uuid[], $2::bytea[], $3::bytea[], $4::bytea[]) AS r
            ON CONFLICT (id) DO NOTHING
            """;

    private static final String WAITING_FOR_A_VERSION =
            """
            SELECT case_id, organisation FROM case_progress
            WHERE case_id > $1 AND case_id IN (
                SELECT case_id FROM case_progress WHERE parked = 'UNREADABLE' OR route IS NULL AND last_sequence > 0
                UNION
                SELECT case_id FROM case_progress JOIN (
                    SELECT case_id FROM deadline_record WHERE told_at IS NULL
                    UNION
                    SELECT case_id FROM inspection_record WHERE told_at IS NULL) AS news USING (case_id)
                WHERE last_sequence > 0)
            ORDER BY case_id LIMIT $2
            """;

    /** In events, of hundreds of bytes each. */
    private static final long MOST_REMEMBERED = 50_000;
    /** What a case takes beside its events, in events. */
    private static final int OF_ITSELF = 4;

    private final Telling telling;
    private final RecentCases<AppliedCase> recent =
            new RecentCases<>(MOST_REMEMBERED, applied -> OF_ITSELF + applied.events().size());

    IntakeStore(Telling telling) {
        this.telling = telling;
    }

    /**
     * The next cases, by id, that wait for a version that knows their events, of which something waits to be told, or that were last looked
     * at by one that knew less.
     */
    SortedMap<UUID, String> waitingForAVersion(SqlConnection connection, UUID after, int limit) {
        SortedMap<UUID, String> cases = new TreeMap<>();
        for (Row row : Database.query(connection, WAITING_FOR_A_VERSION, Tuple.of(after, limit))) {
            cases.put(row.getUUID("case_id"), row.getString("organisation"));
        }
        return cases;
    }

    /** Locks the cases until the transaction ends and says what is known of them. */
    SortedMap<UUID, CaseState> lock(SqlConnection connection, SortedMap<UUID, String> organisationOfCase) {
        SortedMap<UUID, Parking> parked = new TreeMap<>();
        Map<UUID, AppliedCase> applied = new HashMap<>();
        List<UUID> toRead = new ArrayList<>();
        for (Row row : lockRows(connection, organisationOfCase)) {
            UUID caseId = row.getUUID("case_id");
            String reason = row.getString("parked");
            parked.put(caseId, reason == null ? null : Parking.valueOf(reason));
            long lastSequence = row.getLong("last_sequence");
            if (lastSequence > 0) {
                recent.lastSeen(caseId)
                        .filter(known -> known.isAt(lastSequence, row.getUUID("last_event")))
                        .ifPresentOrElse(known -> applied.put(caseId, known), () -> toRead.add(caseId));
            }
        }
        events(connection, APPLIED, toRead).forEach((id, events) -> applied.put(id, AppliedCase.of(events)));
        List<UUID> waiting = parked.keySet().stream().filter(id -> parked.get(id) != null).toList();
        Map<UUID, List<PublishedEvent>> held = events(connection, HELD, waiting);
        SortedMap<UUID, CaseState> states = new TreeMap<>();
        parked.forEach((id, reason) -> states.put(
                id,
                new CaseState(id, applied.getOrDefault(id, AppliedCase.NOTHING), held.getOrDefault(id, List.of()), reason)));
        return states;
    }

    /** Remembers what is committed, so that it need not be read and folded again. */
    void remember(Collection<CaseAdvance> committed) {
        committed.stream()
                .filter(advance -> advance.reached().history() != null)
                .forEach(advance -> recent.keep(advance.caseId(), advance.reached()));
    }

    /**
     * Locks the cases until the transaction ends, also those not known yet. Who looks for something that waits for a case, or whether there
     * is a case for it to wait for, does so after this: else two transactions at once each miss what the other has not committed.
     */
    List<Row> lockRows(SqlConnection connection, SortedMap<UUID, String> organisationOfCase) {
        SortedMap<UUID, String> notMet = new TreeMap<>(organisationOfCase);
        notMet.keySet().removeIf(id -> recent.lastSeen(id).isPresent());
        makeRows(connection, notMet);
        List<Row> rows = lockMade(connection, organisationOfCase);
        if (rows.size() < organisationOfCase.size()) {
            // another database than the one in which they were met
            makeRows(connection, organisationOfCase);
            rows = lockMade(connection, organisationOfCase);
        }
        return rows;
    }

    private static void makeRows(SqlConnection connection, SortedMap<UUID, String> organisationOfCase) {
        if (!organisationOfCase.isEmpty()) {
            Database.query(
                    connection,
                    MAKE_ROWS,
                    ids(organisationOfCase.keySet()).addArrayOfString(organisationOfCase.values().toArray(String[]::new)));
        }
    }

    private static List<Row> lockMade(SqlConnection connection, SortedMap<UUID, String> organisationOfCase) {
        List<Row> rows = new ArrayList<>();
        Database.query(connection, LOCK_ROWS, ids(organisationOfCase.keySet())).forEach(rows::add);
        return rows;
    }

    private static Tuple ids(Collection<UUID> cases) {
        return Tuple.tuple().addArrayOfUUID(cases.toArray(UUID[]::new));
    }

    private static Map<UUID, List<PublishedEvent>> events(SqlConnection connection, String sql, Collection<UUID> cases) {
        Map<UUID, List<PublishedEvent>> events = new LinkedHashMap<>();
        if (cases.isEmpty()) {
            return events;
        }
        for (Row row : Database.query(connection, sql, ids(cases))) {
            Map<String, byte[]> headers = Map.of(
                    "ce_id", row.getUUID("event_id").toString().getBytes(StandardCharsets.UTF_8),
                    "ce_source", row.getString("source").getBytes(StandardCharsets.UTF_8));
            events.computeIfAbsent(row.getUUID("case_id"), id -> new ArrayList<>())
                    .add(PublishedEvent.read(headers, row.getBuffer("value").getBytes()));
        }
        return events;
    }

    void save(SqlConnection connection, Collection<CaseAdvance> advances, Instant now) {
        OffsetDateTime moment = now.atOffset(ZoneOffset.UTC);
        List<PublishedEvent> applied = new ArrayList<>();
        List<PublishedEvent> held = new ArrayList<>();
        List<PublishedEvent> went = new ArrayList<>();
        JsonArray progress = new JsonArray();
        List<Notification> told = new ArrayList<>();
        for (CaseAdvance advance : advances) {
            applied.addAll(advance.applied());
            held.addAll(advance.held());
            if (advance.parkedBefore() != null) {
                went.addAll(advance.applied());
            }
            progress.add(progress(advance));
            told.addAll(advance.notifications());
        }
        if (!applied.isEmpty()) {
            Database.query(connection, ADD_EVENTS, columns(applied));
        }
        if (!went.isEmpty()) {
            Tuple names = Tuple.tuple()
                    .addArrayOfUUID(column(went, PublishedEvent::caseId, UUID[]::new))
                    .addArrayOfLong(column(went, PublishedEvent::sequence, Long[]::new))
                    .addArrayOfUUID(column(went, PublishedEvent::id, UUID[]::new))
                    .addArrayOfString(column(went, PublishedEvent::hash, String[]::new));
            Database.query(connection, FORGET_APPLIED, names);
        }
        if (!held.isEmpty()) {
            Tuple parameters = columns(held)
                    .addArrayOfString(column(held, PublishedEvent::hash, String[]::new))
                    .addOffsetDateTime(moment);
            Database.query(connection, ADD_HELD, parameters);
        }
        Database.query(connection, ADVANCE, Tuple.of(progress, moment));
        telling.tell(connection, told, now);
    }

    void keepUnreadable(SqlConnection connection, List<ArrivedRecord.Raw> records, Instant now) {
        Tuple parameters = Tuple.tuple()
                .addArrayOfUUID(records.stream().map(ArrivedRecord.Raw::id).toArray(UUID[]::new))
                .addArrayOfBuffer(records.stream().map(r -> buffer(r.key())).toArray(Buffer[]::new))
                .addArrayOfBuffer(records.stream()
                        .map(r -> Buffer.buffer(r.headersText()))
                        .toArray(Buffer[]::new))
                .addArrayOfBuffer(records.stream().map(r -> buffer(r.value())).toArray(Buffer[]::new))
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC));
        Database.query(connection, ADD_UNREADABLE, parameters);
    }

    private static Buffer buffer(byte[] bytes) {
        return bytes == null ? null : Buffer.buffer(bytes);
    }

    private static Tuple columns(List<PublishedEvent> events) {
        return Tuple.tuple()
                .addArrayOfUUID(column(events, PublishedEvent::caseId, UUID[]::new))
                .addArrayOfLong(column(events, PublishedEvent::sequence, Long[]::new))
                .addArrayOfUUID(column(events, PublishedEvent::id, UUID[]::new))
                .addArrayOfString(column(events, PublishedEvent::source, String[]::new))
                .addArrayOfBuffer(column(events, e -> Buffer.buffer(e.value()), Buffer[]::new));
    }

    private static <T> T[] column(List<PublishedEvent> events, Function<PublishedEvent, T> value, IntFunction<T[]> array) {
        return events.stream().map(value).toArray(array);
    }

    private static JsonObject progress(CaseAdvance advance) {
        JsonObject row = new JsonObject()
                .put("case_id", advance.caseId().toString())
                .put("last_sequence", advance.reached().events().size())
                .put("parked", advance.parked() == null ? null : advance.parked().name());
        RouteFacts facts = advance.newFacts();
        if (facts != null) {
            CaseReach reach = facts.reach();
            row.put("organisation", facts.organisation())
                    .put("excluded_refs", new JsonArray(reach.excludedRefs()))
                    .put("accused_unlinked", facts.accusedUnlinked())
                    .put("accused_refs", new JsonArray(reach.accusedRefs()))
                    .put("route", reach.route().name())
                    .put("unit", reach.unit())
                    .put("opened_by_ref", reach.openedByRef())
                    .put("handler_ref", reach.handlerRef())
                    .put("received_by_refs", new JsonArray(reach.receivedByRefs()))
                    .put("assigned_refs", new JsonArray(reach.assignedRefs()))
                    .put("accused_named", reach.accusedState() != CaseReach.AccusedState.NONE)
                    .put("crime_suspicion", reach.crimeSuspicion());
        }
        return row;
    }
}
