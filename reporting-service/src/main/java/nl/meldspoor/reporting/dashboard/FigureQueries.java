package nl.meldspoor.reporting.dashboard;

import nl.meldspoor.reporting.reach.Reach;

/** The queries behind the figures. Each is there twice: over what holds now, by an index of its own, and over what held at $17. */
final class FigureQueries {

    /** The rows that hold now. The moment is named only so that both forms take the same parameters. */
    private static final String NOW = "x.valid_to is null and $17::timestamptz is not null";

    /** The rows that held at a moment. */
    private static final String THEN =
            "x.valid_from <= $17::timestamptz and (x.valid_to is null or x.valid_to > $17::timestamptz)";

    /** A {@code deadline x} as {@link nl.meldspoor.terms.Urgency} has it: $15 the day, $16 red until. */
    static final String URGENCY =
            """
            case when x.due_on < $15::date then 'OVERDUE'
                 when x.due_on <= $16::date or x.started_on >= x.due_on then 'RED'
                 when x.half_on <= $15::date then 'AMBER'
                 else 'GREEN'
            end
            """;

    /** Whether a term ended in the twelve months before $15: in time on the day it was met, else on the day it was due. */
    static final String ENDED =
            """
            case when x.met_on <= x.due_on and x.met_on between $18::date and $15::date then 'MET'
                 when (x.met_on is null or x.met_on > x.due_on) and x.due_on >= $18::date and x.due_on < $15::date then 'MISSED'
            end
            """;

    private static final String DASHBOARD =
            """
            with exception as materialized (
                %1$s
            ),
            standing as (
                select x.route, x.status, x.step, x.open_obligations, count(*) as cases
                  from case_standing x
                  left join exception using (case_id)
                 where x.organisation = $1
                   and (x.status = 'OPEN' or x.open_obligations <> '')
                   and %2$s
                   and %3$s
                 group by x.route, x.status, x.step, x.open_obligations
            ),
            unmet as (
                select x.kind,
                       %4$s as urgency,
                       x.due_on >= $18::date and x.due_on < $15::date as ended,
                       count(*) as terms
                  from term_standing x
                  left join exception using (case_id)
                 where x.organisation = $1
                   and x.met_on is null
                   and %2$s
                   and %3$s
                 group by 1, 2, 3
            ),
            met as (
                select x.kind, %5$s as ended, count(*) as terms
                  from term_standing x
                  left join exception using (case_id)
                 where x.organisation = $1
                   and x.met_on >= $18::date
                   and %2$s
                   and %3$s
                 group by 1, 2
            )
            select 'OPEN_CASES' as figure, route, step as number, null as code, sum(cases)::bigint as count
              from standing
             where status = 'OPEN'
             group by route, step
             union all
            select 'OBLIGATION', null, null, id, sum(cases)::bigint
              from standing, string_to_table(open_obligations, ' ') as id
             group by id
             union all
            select 'URGENCY', null, null, urgency, sum(terms)::bigint
              from unmet
             group by urgency
             union all
            select 'TERM_MISSED', null, null, kind, sum(terms)::bigint
              from unmet
             where ended
             group by kind
             union all
            select 'TERM_' || ended, null, null, kind, terms
              from met
             where ended is not null
             union all
            select x.kind, case when x.kind = 'LEAD_TIME' then x.route end, x.days, x.value, count(*)
              from counted_fact x
              left join exception using (case_id)
             where x.organisation = $1
               and x.kind in ('ASSESSMENT', 'ADVICE', 'MELDING', 'DEVIATION', 'LEAD_TIME')
               and x.happened_on between $18::date and $15::date
               and %2$s
               and %3$s
             group by 1, 2, 3, 4
             order by 1, 2 desc, 4, 3
            """;

    private static final String DASHBOARD_NOW = DASHBOARD.formatted(Reach.EXCEPTIONS, Reach.SEEN, NOW, URGENCY, ENDED);
    private static final String DASHBOARD_THEN = DASHBOARD.formatted(Reach.EXCEPTIONS, Reach.SEEN, THEN, URGENCY, ENDED);

    private FigureQueries() {}

    /**
     * All figures of the dashboard in one statement, so that they are of one state of the database. {@link Reach}, then $15 the day,
     * $16 red until, $17 the moment, $18 the first day of the period.
     */
    static String dashboard(AsOf asOf) {
        return asOf.now() ? DASHBOARD_NOW : DASHBOARD_THEN;
    }

    /** The predicate on {@code x} that lets pass what held. */
    static String held(AsOf asOf) {
        return asOf.now() ? NOW : THEN;
    }
}
