package nl.meldspoor.reporting.web.overview;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.meldspoor.events.history.Obligation;
import nl.meldspoor.events.history.Obligations;
import nl.meldspoor.reporting.deadlines.UrgencyDays;
import nl.meldspoor.reporting.reach.Reach;
import nl.meldspoor.reporting.reach.ReadModel;
import nl.meldspoor.terms.AmsterdamDay;

/** Reads the open duties of the cases somebody sees: what is over time first, then what is due at once, then the rest by day. */
@ApplicationScoped
class Duties {

    /**
     * What cannot wait has a last day, also what is due at once, so it is found by the index on that day. Danger that is there now goes
     * before everything. $15 red until, $16 how many.
     */
    private static final String URGENT =
            """
            with urgent as materialized (
                select c.case_id, c.route, c.unit, c.opened_at, cardinality(c.assigned_refs) > 0 as investigator_assigned,
                       d.obligation as id, d.kind, d.started_on, d.due_on, d.ordinal
                  from deadline d
                  join case_view c using (case_id)
                 where d.organisation = $1
                   and d.met_on is null
                   and d.due_on <= $15::date
                   and %s
            )
            select u.*, e.occurred_at, (select count(*) from urgent) as altogether
              from urgent u
              join case_obligation o on o.case_id = u.case_id and o.id = u.id and o.state = 'OPEN'
              join applied_event e on e.case_id = o.case_id and e.sequence = o.since
             order by u.id = 'OB-EMERGENCY' desc, u.due_on, u.case_id, u.ordinal
             limit $16
            """
                    .formatted(Reach.SEES);

    /** $15 how many. */
    private static final String OPEN =
            """
            select c.case_id, c.route, c.unit, c.opened_at, cardinality(c.assigned_refs) > 0 as investigator_assigned,
                   o.id, e.occurred_at, d.kind, d.started_on, d.due_on,
                   count(*) over () as altogether
              from case_obligation o
              join case_view c using (case_id)
              join applied_event e on e.case_id = o.case_id and e.sequence = o.since
              left join lateral (
                   select x.kind, x.started_on, x.due_on
                     from deadline x
                    where x.case_id = o.case_id
                      and x.obligation = o.id
                      and x.met_on is null
                    order by x.due_on
                    limit 1) d on true
             where o.state = 'OPEN'
               and %s
             order by o.id = 'OB-EMERGENCY' desc, d.due_on nulls last, e.occurred_at, c.case_id, o.ordinal
             limit $15
            """
                    .formatted(Reach.SEES);

    @Inject
    ReadModel rows;

    /** The first of the duties, and how many there are altogether. */
    record Found(List<Duty> first, long altogether) {
        long more() {
            return altogether - first.size();
        }
    }

    /** What cannot wait: over time, due at once, or due within one working day. */
    Found urgent(Reach reach, LocalDate today, int limit) {
        return read(URGENT, reach.parameters().addLocalDate(UrgencyDays.on(today).redUntil()).addInteger(limit));
    }

    /** Every open duty, those with a last day first. */
    Found all(Reach reach, int limit) {
        return read(OPEN, reach.parameters().addInteger(limit));
    }

    private Found read(String sql, Tuple parameters) {
        List<Duty> found = new ArrayList<>();
        long altogether = 0;
        for (Row row : rows.ask(sql, parameters)) {
            altogether = row.getLong("altogether");
            Obligations.byId(row.getString("id")).ifPresent(obligation -> found.add(duty(row, obligation)));
        }
        return new Found(List.copyOf(found), altogether);
    }

    private static Duty duty(Row row, Obligation obligation) {
        return new Duty(
                row.getUUID("case_id"),
                row.getString("route"),
                row.getString("unit"),
                AmsterdamDay.of(row.getOffsetDateTime("opened_at").toInstant()),
                row.getBoolean("investigator_assigned"),
                obligation,
                AmsterdamDay.of(row.getOffsetDateTime("occurred_at").toInstant()),
                row.getString("kind"),
                row.getLocalDate("started_on"),
                row.getLocalDate("due_on"));
    }
}
