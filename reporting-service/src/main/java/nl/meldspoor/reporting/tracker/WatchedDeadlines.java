package nl.meldspoor.reporting.tracker;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.meldspoor.events.deadlines.Rung;

/** The one place where the tracker reads the rows of the projection, each with what the journal says of it. */
final class WatchedDeadlines {

    /** Entries that a closed case still takes meet these (GEN-1); all others rest when the case is closed. */
    private static final String MET_ON_A_CLOSED_CASE = "'OB-SEEK-FEEDBACK', 'IGJ-REACTION', 'IMPROVE', 'OB-IGJ-CONFIRMATION', 'OB-SUPPORT'";

    private static final String COLUMNS =
            """
            d.organisation, d.case_id, d.ordinal, d.obligation, d.kind, d.since, d.started_on, d.due_on, d.met_on,
            (c.status <> 'OPEN' and d.obligation not in (%s)) as resting,
            array(select r.rung
                    from tracker.rung r
                   where r.case_id = d.case_id
                     and r.obligation = d.obligation
                     and r.kind = d.kind
                     and r.since = d.since
                     and r.due_on = d.due_on) as told
            """
                    .formatted(MET_ON_A_CLOSED_CASE);

    /**
     * Deadlines of which something may be to say on day $3. No ladder begins earlier than at half of the term or
     * {@value #EARLIEST_DAYS} days before its end, whichever comes first.
     */
    private static final String PAGE =
            """
            select %s
              from deadline d
              join case_view c using (case_id)
             where (d.case_id, d.ordinal) > ($1::uuid, $2::int)
               and case when d.met_on is null
                        then d.half_on <= $3::date or d.due_on <= $3::date + %d
                        else not exists (select from tracker.rung r
                                          where r.case_id = d.case_id
                                            and r.obligation = d.obligation
                                            and r.kind = d.kind
                                            and r.since = d.since
                                            and r.due_on = d.due_on
                                            and r.rung = 'MET')
                   end
             order by d.case_id, d.ordinal
             limit $4
            """;

    /** More than a week with feast days in it. */
    private static final int EARLIEST_DAYS = 14;

    private static final String OF_CASES =
            """
            select %s
              from deadline d
              join case_view c using (case_id)
             where d.case_id = any ($1::uuid[])
             order by d.case_id, d.ordinal
            """
                    .formatted(COLUMNS);

    private final TrackerDatabase database;

    WatchedDeadlines(TrackerDatabase database) {
        this.database = database;
    }

    /** A deadline and its place in the order of pages. */
    record Placed(WatchedDeadline deadline, int ordinal) {}

    /** The next page behind a place, or from the start. */
    List<Placed> page(Placed after, LocalDate today, int limit) {
        List<Placed> page = new ArrayList<>(limit);
        database.execute(
                        PAGE.formatted(COLUMNS, EARLIEST_DAYS),
                        Tuple.of(
                                after == null ? new UUID(0, 0) : after.deadline().caseId(),
                                after == null ? -1 : after.ordinal(),
                                today,
                                limit))
                .forEach(row -> page.add(new Placed(read(row), row.getInteger("ordinal"))));
        return page;
    }

    /** All deadlines of these cases, as the transaction sees them. */
    static List<WatchedDeadline> ofCases(TrackerDatabase.Work work, Collection<UUID> cases) {
        return read(work.execute(OF_CASES, Tuple.tuple().addArrayOfUUID(cases.toArray(UUID[]::new))));
    }

    /** The same, outside of any transaction. */
    List<WatchedDeadline> ofCases(Collection<UUID> cases) {
        return read(database.execute(OF_CASES, Tuple.tuple().addArrayOfUUID(cases.toArray(UUID[]::new))));
    }

    private static List<WatchedDeadline> read(RowSet<Row> rows) {
        List<WatchedDeadline> deadlines = new ArrayList<>();
        rows.forEach(row -> deadlines.add(read(row)));
        return deadlines;
    }

    private static WatchedDeadline read(Row row) {
        Set<Rung> told = EnumSet.noneOf(Rung.class);
        for (String rung : row.getArrayOfStrings("told")) {
            told.add(Rung.valueOf(rung));
        }
        return new WatchedDeadline(
                row.getString("organisation"),
                row.getUUID("case_id"),
                row.getString("obligation"),
                row.getString("kind"),
                row.getLong("since"),
                row.getLocalDate("started_on"),
                row.getLocalDate("due_on"),
                row.getLocalDate("met_on"),
                row.getBoolean("resting"),
                told);
    }
}
