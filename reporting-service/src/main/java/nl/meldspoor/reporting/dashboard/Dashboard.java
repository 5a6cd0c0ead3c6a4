package nl.meldspoor.reporting.dashboard;

import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.meldspoor.reporting.dashboard.DashboardView.OpenCases;
import nl.meldspoor.reporting.dashboard.DashboardView.OpenObligations;
import nl.meldspoor.reporting.deadlines.UrgencyDays;
import nl.meldspoor.reporting.reach.Reach;
import nl.meldspoor.reporting.reach.ReadModel;
import nl.meldspoor.terms.AmsterdamDay;
import nl.meldspoor.terms.Urgency;

/** Counts what the caller sees. */
@ApplicationScoped
class Dashboard {

    private static final String OPEN_CASES =
            """
            select c.route, c.step_reached, s.name, count(*) as cases
              from case_view c
              join case_step s on s.case_id = c.case_id and s.step = c.step_reached
             where c.status = 'OPEN'
               and %s
             group by c.route, c.step_reached, s.name
             order by c.route desc, c.step_reached
            """
                    .formatted(Reach.SEES);

    private static final String OPEN_OBLIGATIONS =
            """
            select o.id, count(*) as duties
              from case_obligation o
              join case_view c using (case_id)
             where o.state = 'OPEN'
               and %s
             group by o.id
             order by o.id
            """
                    .formatted(Reach.SEES);

    /** The same division as {@link nl.meldspoor.terms.Urgency}: $15 today, $16 red until. */
    private static final String DEADLINES =
            """
            select case when d.due_on < $15::date then 'OVERDUE'
                        when d.due_on <= $16::date or d.started_on >= d.due_on then 'RED'
                        when d.half_on <= $15::date then 'AMBER'
                        else 'GREEN'
                   end as urgency,
                   count(*) as deadlines
              from deadline d
              join case_view c using (case_id)
             where d.organisation = $1
               and d.met_on is null
               and %s
             group by 1
            """
                    .formatted(Reach.SEES);

    @Inject
    ReadModel rows;

    /** The figures at {@code now}. */
    DashboardView of(Reach reach, Instant now) {
        return new DashboardView(reach.organisation(), now, openCases(reach), obligations(reach), deadlines(reach, now));
    }

    private List<OpenCases> openCases(Reach reach) {
        List<OpenCases> figures = new ArrayList<>();
        rows.ask(OPEN_CASES, reach.parameters())
                .forEach(row -> figures.add(new OpenCases(
                        row.getString("route"),
                        row.getInteger("step_reached"),
                        row.getString("name"),
                        row.getLong("cases"))));
        return figures;
    }

    private List<OpenObligations> obligations(Reach reach) {
        List<OpenObligations> figures = new ArrayList<>();
        rows.ask(OPEN_OBLIGATIONS, reach.parameters())
                .forEach(row -> figures.add(new OpenObligations(row.getString("id"), row.getLong("duties"))));
        return figures;
    }

    private Map<Urgency, Long> deadlines(Reach reach, Instant now) {
        UrgencyDays days = UrgencyDays.on(AmsterdamDay.of(now));
        Map<Urgency, Long> figures = new EnumMap<>(Urgency.class);
        for (Urgency urgency : Urgency.values()) {
            figures.put(urgency, 0L);
        }
        rows.ask(DEADLINES, reach.parameters().addLocalDate(days.today()).addLocalDate(days.redUntil()))
                .forEach(row -> figures.put(Urgency.valueOf(row.getString("urgency")), row.getLong("deadlines")));
        return figures;
    }
}
