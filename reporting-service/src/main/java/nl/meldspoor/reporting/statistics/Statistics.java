package nl.meldspoor.reporting.statistics;

import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.meldspoor.events.Bilingual;
import nl.meldspoor.reporting.dashboard.DashboardView.Period;
import nl.meldspoor.reporting.reach.ReadModel;
import nl.meldspoor.reporting.statistics.Disclosure.Cell;
import nl.meldspoor.reporting.statistics.StatisticsView.Figure;
import nl.meldspoor.terms.AmsterdamDay;

/**
 * Counts all cases of an organisation, whoever asks: what is shown is the same for everybody, and too coarse to find a case in. What
 * was corrected counts as corrected.
 */
@ApplicationScoped
public class Statistics {

    /** Goes up when what is counted, by what, or what is hidden changes. */
    static final String QUERY_VERSION = "meldspoor-statistics/1";

    private static final Bilingual DISCLOSURE = new Bilingual(
            "Aantallen onder 10 zijn verborgen, ook waar zij uit een som zouden blijken; de rest is afgerond op 5.",
            "Counts under 10 are hidden, also where a sum would give them away; the rest is rounded to 5.");

    /** $1 organisation, $2 from, $3 to, $4 today. %s: the group. */
    private static final String COUNTS =
            """
            with counted (case_id, measure, category, happened_on, days) as (
                select case_id, kind, coalesce(value, 'TOTAL'), happened_on, days
                  from counted_fact
                 where organisation = $1
                   and kind in ('OPENED', 'FORM', 'ASSESSMENT', 'ADVICE', 'MELDING', 'FEEDBACK', 'CLIENT_INFORMED',
                                'INTERNAL_REPORT', 'JUDGEMENT', 'IGJ_REPORT', 'POLICE', 'CLOSED', 'LEAD_TIME')
                   and happened_on between $2::date and $3::date
                   and valid_to is null
                 union all
                select case_id, 'STEP_REACHED', s.step::text, f.happened_on, null
                  from counted_fact f
                  join case_standing s using (case_id)
                 where f.organisation = $1
                   and f.kind = 'OPENED'
                   and f.happened_on between $2::date and $3::date
                   and f.valid_to is null
                   and s.valid_to is null
                 union all
                select case_id, 'TERM_MET', kind, met_on, null
                  from term_standing
                 where organisation = $1
                   and met_on <= due_on
                   and met_on between $2::date and $3::date
                   and valid_to is null
                 union all
                select case_id, 'TERM_MISSED', kind, due_on, null
                  from term_standing
                 where organisation = $1
                   and (met_on is null or met_on > due_on)
                   and due_on between $2::date and least($3::date, $4::date - 1)
                   and valid_to is null
            )
            select measure, category, %s as group_code, count(*) as count,
                   percentile_disc(0.5) within group (order by days) as median
              from counted
              join case_view c using (case_id)
             group by grouping sets ((1, 2), (1, 2, 3))
            """;

    @Inject
    ReadModel rows;

    /** The figures of an organisation over a period of whole months. */
    public StatisticsView of(String organisation, Period period, Optional<Grouping> grouping, Instant now) {
        List<String> groups = grouping.map(g -> g.groups(period)).orElse(List.of());
        Map<Measure, Map<String, Map<String, Long>>> counts = new EnumMap<>(Measure.class);
        Map<Cell, Long> medians = new HashMap<>();
        LocalDate today = AmsterdamDay.of(now);
        rows.ask(
                        COUNTS.formatted(grouping.map(Grouping::sql).orElse("null::text")),
                        Tuple.of(organisation, period.from(), period.to(), today))
                .forEach(row -> {
                    Measure measure = Measure.valueOf(row.getString("measure"));
                    String group = Optional.ofNullable(row.getString("group_code")).orElse(Disclosure.ALL);
                    counts.computeIfAbsent(measure, m -> new HashMap<>())
                            .computeIfAbsent(group, g -> new HashMap<>())
                            .put(row.getString("category"), row.getLong("count"));
                    if (measure == Measure.LEAD_TIME) {
                        medians.put(new Cell(group, row.getString("category")), row.getLong("median"));
                    }
                });
        List<Figure> figures = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            figures(measure, counts.getOrDefault(measure, Map.of()), groups, medians, figures);
        }
        return new StatisticsView(
                organisation,
                period,
                grouping.map(Grouping::code).orElse(null),
                QUERY_VERSION,
                now,
                DISCLOSURE,
                figures);
    }

    private static void figures(
            Measure measure,
            Map<String, Map<String, Long>> counts,
            List<String> groups,
            Map<Cell, Long> medians,
            List<Figure> figures) {
        boolean whole = measure.categories().isEmpty();
        List<String> categories = whole ? List.of(Disclosure.TOTAL) : measure.categories();
        Disclosure.of(counts, groups, categories, measure.adds() && !whole)
                .forEach((cell, count) -> figures.add(new Figure(
                        measure.name(),
                        measure.title(),
                        cell.group(),
                        cell.category(),
                        count,
                        count == null,
                        measure == Measure.LEAD_TIME && count != null ? medians.get(cell) : null)));
    }
}
