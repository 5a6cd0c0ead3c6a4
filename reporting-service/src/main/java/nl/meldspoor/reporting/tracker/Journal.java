package nl.meldspoor.reporting.tracker;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.meldspoor.events.deadlines.PublishedDeadline;
import nl.meldspoor.events.deadlines.Rung;

/**
 * The rungs that were told, and the outbox they are published from: one table. Whoever writes holds one lock and decides again under
 * it, so that two instances say a thing once, and positions become visible in their order.
 */
final class Journal {

    /** Any number, the same for every instance. */
    private static final long WRITING = 0x4d656c6473706f31L;

    private static final String LOCK = "select pg_advisory_xact_lock($1)";

    private static final String NOTE =
            """
            insert into tracker.rung (event_id, organisation, case_id, sequence, obligation, kind, since, due_on, rung,
                                      working_days_left, noted_at)
            select f.event_id, f.organisation, f.case_id,
                   coalesce((select max(r.sequence) from tracker.rung r where r.case_id = f.case_id), 0)
                     + row_number() over (partition by f.case_id order by f.due_on, f.obligation, f.kind, f.since),
                   f.obligation, f.kind, f.since, f.due_on, f.rung, f.working_days_left, $2
              from jsonb_to_recordset($1::text::jsonb) as f
                   (event_id uuid, organisation text, case_id uuid, obligation text, kind text, since bigint, due_on date,
                    rung text, working_days_left int)
             order by f.case_id, f.due_on, f.obligation, f.kind, f.since
            returning position
            """;

    private static final String AFTER =
            """
            select position, event_id, organisation, case_id, sequence, obligation, kind, due_on, rung, working_days_left, noted_at
              from tracker.rung
             where position > $1
             order by position
             limit $2
            """;

    private final TrackerDatabase database;
    private final String source;

    /** @param source {@code ce_source} of what is published */
    Journal(TrackerDatabase database, String source) {
        this.database = database;
        this.source = source;
    }

    /** A noted rung and its place. */
    record Noted(long position, PublishedDeadline deadline) {}

    /** Notes what is to be said today of these cases. Returns how many rungs that were. */
    int note(Collection<UUID> cases, LocalDate today, Instant now) {
        return database.inTransaction(work -> {
            work.execute(LOCK, Tuple.of(WRITING));
            JsonArray fresh = new JsonArray();
            Set<UUID> ids = new HashSet<>();
            for (WatchedDeadline deadline : WatchedDeadlines.ofCases(work, cases)) {
                Escalation.of(deadline, today)
                        .filter(step -> ids.add(deadline.eventId(step.rung())))
                        .ifPresent(step -> fresh.add(row(deadline, step)));
            }
            return fresh.isEmpty()
                    ? 0
                    : work.execute(NOTE, Tuple.of(fresh.encode(), now.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC)))
                            .rowCount();
        });
    }

    private static JsonObject row(WatchedDeadline deadline, Escalation.Step step) {
        return new JsonObject()
                .put("event_id", deadline.eventId(step.rung()).toString())
                .put("organisation", deadline.organisation())
                .put("case_id", deadline.caseId().toString())
                .put("obligation", deadline.obligation())
                .put("kind", deadline.kind())
                .put("since", deadline.since())
                .put("due_on", deadline.dueOn().toString())
                .put("rung", step.rung().name())
                .put("working_days_left", step.workingDaysLeft());
    }

    /** The next rungs behind a position, in order. */
    List<Noted> after(TrackerDatabase.Work work, long position, int limit) {
        List<Noted> noted = new ArrayList<>();
        work.execute(AFTER, Tuple.of(position, limit)).forEach(row -> noted.add(read(row)));
        return noted;
    }

    private Noted read(Row row) {
        return new Noted(
                row.getLong("position"),
                new PublishedDeadline(
                        row.getUUID("event_id"),
                        source,
                        row.getLong("sequence"),
                        row.getOffsetDateTime("noted_at").toInstant(),
                        row.getString("organisation"),
                        row.getUUID("case_id"),
                        row.getString("obligation"),
                        row.getString("kind"),
                        row.getLocalDate("due_on"),
                        Rung.valueOf(row.getString("rung")),
                        row.getInteger("working_days_left")));
    }
}
