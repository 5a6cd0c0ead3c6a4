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

    private static final String[] AT_ONCE = Obligations.catalogue().stream()
            .filter(Obligation::atOnce)
            .map(Obligation::id)
            .toArray(String[]::new);

    /** $15 today, $16 red until, $17 ids that are due at once, $18 whether all duties are asked for, $19 how many. */
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
               and ($18::boolean
                    or o.id = any ($17::text[])
                    or d.due_on <= $16::date)
             order by case when d.due_on < $15::date then 0
                           when o.id = any ($17::text[]) then 1
                           when d.due_on <= $16::date then 2
                           when d.due_on is not null then 3
                           else 4
                      end,
                      d.due_on, e.occurred_at, c.case_id, o.ordinal
             limit $19
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
        return read(reach, today, false, limit);
    }

    /** Every open duty. */
    Found all(Reach reach, LocalDate today, int limit) {
        return read(reach, today, true, limit);
    }

    private Found read(Reach reach, LocalDate today, boolean all, int limit) {
        UrgencyDays days = UrgencyDays.on(today);
        Tuple parameters = reach.parameters()
                .addLocalDate(days.today())
                .addLocalDate(days.redUntil())
                .addArrayOfString(AT_ONCE)
                .addBoolean(all)
                .addInteger(limit);
        List<Duty> found = new ArrayList<>();
        long altogether = 0;
        for (Row row : rows.ask(OPEN, parameters)) {
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
