package nl.meldspoor.notifications.intake;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.meldspoor.events.PublishedEvent;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Obligations;
import nl.meldspoor.notifications.database.Database;
import nl.meldspoor.notifications.database.DatabaseFailure;
import nl.meldspoor.notifications.routing.DeadlineRung;
import nl.meldspoor.notifications.routing.Escalation;
import nl.meldspoor.notifications.routing.Notification;
import nl.meldspoor.notifications.routing.RouteFacts;
import nl.meldspoor.notifications.telling.Telling;
import org.jboss.logging.Logger;

/** Rungs of deadlines become warnings, once each. A rung of a case that is not known here yet waits for the case. */
@ApplicationScoped
public class DeadlineIntake {

    private static final Logger LOG = Logger.getLogger(DeadlineIntake.class);

    private static final String KEEP =
            """
            INSERT INTO deadline_record
                (event_id, case_id, organisation, obligation, term_kind, due_on, rung, happening, received_at)
            SELECT r.*, $2
            FROM jsonb_to_recordset($1) AS r(event_id uuid, case_id uuid, organisation text, obligation text, term_kind text,
                due_on date, rung text, happening text)
            ON CONFLICT (event_id) DO NOTHING
            """;

    private static final String WAITING =
            """
            SELECT event_id, case_id, organisation, obligation, term_kind, due_on, rung, happening
            FROM deadline_record
            WHERE told_at IS NULL AND case_id = ANY ($1::uuid[])
            ORDER BY received_at, event_id
            """;

    private static final String KNOWN =
            """
            SELECT case_id, organisation FROM case_progress WHERE case_id = ANY ($1::uuid[]) AND last_sequence > 0
            """;

    private static final String TOLD = "UPDATE deadline_record SET told_at = $2 WHERE event_id = ANY ($1::uuid[])";

    private record Waiting(DeadlineRung rung, String organisation) {}

    private final Database database;
    private final IntakeStore store;
    private final Telling telling;
    private final IntakeFigures figures;
    private final Clock clock;

    DeadlineIntake(Database database, IntakeStore store, Telling telling, IntakeFigures figures, Clock clock) {
        this.database = database;
        this.store = store;
        this.telling = telling;
        this.figures = figures;
        this.clock = clock;
    }

    /** Takes the records, or throws when the database cannot take anything now. */
    void take(List<ArrivedDeadline> records) {
        try {
            takeTogether(records);
        } catch (RuntimeException e) {
            if (DatabaseFailure.passes(e)) {
                throw e;
            }
            takeApart(records);
        }
    }

    private void takeApart(List<ArrivedDeadline> records) {
        for (ArrivedDeadline record : records) {
            try {
                takeTogether(List.of(record));
            } catch (RuntimeException e) {
                if (DatabaseFailure.passes(e)) {
                    throw e;
                }
                LOG.errorf("deadline record put aside failure=%s", e.getClass().getName());
                takeTogether(List.of(new ArrivedDeadline(java.util.Optional.empty(), null, record.raw())));
            }
        }
    }

    private void takeTogether(List<ArrivedDeadline> records) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        JsonArray rows = new JsonArray();
        List<ArrivedRecord.Raw> unreadable = new ArrayList<>();
        TreeMap<UUID, String> cases = new TreeMap<>();
        for (ArrivedDeadline record : records) {
            record.rung()
                    .ifPresentOrElse(
                            rung -> {
                                rows.add(row(rung, record.organisation()));
                                cases.putIfAbsent(rung.caseId(), record.organisation());
                            },
                            () -> unreadable.add(record.raw()));
        }
        database.inTransaction(connection -> {
            if (!rows.isEmpty()) {
                store.lockRows(connection, cases);
                Database.query(connection, KEEP, Tuple.of(rows, now.atOffset(ZoneOffset.UTC)));
                tellWaiting(connection, cases.keySet(), now);
            }
            if (!unreadable.isEmpty()) {
                store.keepUnreadable(connection, unreadable, now);
            }
            return null;
        });
        if (!unreadable.isEmpty()) {
            LOG.errorf("deadline records unreadable count=%d", unreadable.size());
            figures.standstill();
        }
    }

    /** Tells what waits about these cases, as far as they are known here; in the transaction of whoever calls, who has locked them. */
    void tellWaiting(SqlConnection connection, Collection<UUID> cases, Instant now) {
        Map<UUID, List<Waiting>> waiting = new LinkedHashMap<>();
        for (Row row : Database.query(connection, WAITING, Tuple.tuple().addArrayOfUUID(cases.toArray(UUID[]::new)))) {
            Waiting one = waiting(row);
            waiting.computeIfAbsent(one.rung().caseId(), id -> new ArrayList<>()).add(one);
        }
        if (waiting.isEmpty()) {
            return;
        }
        TreeMap<UUID, String> known = new TreeMap<>();
        for (Row row : Database.query(connection, KNOWN, Tuple.tuple().addArrayOfUUID(waiting.keySet().toArray(UUID[]::new)))) {
            known.put(row.getUUID("case_id"), row.getString("organisation"));
        }
        if (known.isEmpty()) {
            return;
        }
        List<Notification> notifications = new ArrayList<>();
        List<UUID> told = new ArrayList<>();
        store.lock(connection, known).forEach((caseId, state) -> history(state).ifPresent(history -> {
            RouteFacts facts = RouteFacts.of(known.get(caseId), history);
            for (Waiting one : waiting.get(caseId)) {
                // Whose case it is only the case itself can say.
                if (one.organisation().equals(facts.organisation()) && !isMetMeanwhile(one.rung(), history)) {
                    notifications.addAll(Escalation.of(one.rung(), facts));
                }
                told.add(one.rung().eventId());
            }
        }));
        telling.tell(connection, notifications, now);
        Database.query(
                connection,
                TOLD,
                Tuple.tuple().addArrayOfUUID(told.toArray(UUID[]::new)).addOffsetDateTime(now.atOffset(ZoneOffset.UTC)));
    }

    /** A case that this version cannot read keeps its warnings waiting. */
    private static java.util.Optional<CaseHistory> history(CaseState state) {
        try {
            return java.util.Optional.of(CaseHistory.of(
                    state.applied().stream().map(PublishedEvent::recorded).toList()));
        } catch (RuntimeException e) {
            return java.util.Optional.empty();
        }
    }

    /** Nobody is warned of what was done before the warning came. That it was missed is said anyhow. */
    private static boolean isMetMeanwhile(DeadlineRung rung, CaseHistory history) {
        return rung.happening() == DeadlineRung.Happening.APPROACHED
                && Obligations.of(history).stream().anyMatch(o -> o.id().equals(rung.obligation()) && !o.isOpen());
    }

    private static JsonObject row(DeadlineRung rung, String organisation) {
        return new JsonObject()
                .put("event_id", rung.eventId().toString())
                .put("case_id", rung.caseId().toString())
                .put("organisation", organisation)
                .put("obligation", rung.obligation())
                .put("term_kind", rung.termKind())
                .put("due_on", rung.dueOn().toString())
                .put("rung", rung.rung())
                .put("happening", rung.happening().name());
    }

    private static Waiting waiting(Row row) {
        return new Waiting(
                new DeadlineRung(
                        row.getUUID("event_id"),
                        row.getUUID("case_id"),
                        row.getString("obligation"),
                        row.getString("term_kind"),
                        row.getLocalDate("due_on"),
                        row.getString("rung"),
                        DeadlineRung.Happening.valueOf(row.getString("happening"))),
                row.getString("organisation"));
    }
}
