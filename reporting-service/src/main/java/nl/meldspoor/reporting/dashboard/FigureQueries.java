package nl.meldspoor.reporting.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import nl.meldspoor.reporting.reach.Reach;

/** The queries behind the figures: of what holds now, and of what held at $17. */
final class FigureQueries {

    /** How the figures of a moment are counted; each gives the same. */
    enum Counting {
        /** Of now: from the tallies. */
        TALLIES,
        /** Of a moment ago: from the tallies, less what came since, and with what went since. */
        TALLIES_AND_CHANGES,
        /** Of long ago, when most has changed since: from the rows that held. */
        ROWS;

        /** The longer ago, the more has changed; a month ago both cost about the same. */
        private static final Duration LATELY = Duration.ofDays(31);

        static Counting of(AsOf asOf, Instant now) {
            return asOf.now() ? TALLIES : asOf.moment().isAfter(now.minus(LATELY)) ? TALLIES_AND_CHANGES : ROWS;
        }
    }

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

    /** What a {@code term_tally x} says of urgency, as {@link #URGENCY} of the rows it was counted from. */
    private static final String URGENCY_OF_TALLY =
            """
            case when x.day < $15::date then 'OVERDUE'
                 when x.day <= $16::date or x.at_once then 'RED'
                 when x.half_on <= $15::date then 'AMBER'
                 else 'GREEN'
            end
            """;

    /**
     * What holds now: the tallies of the routes the caller sees as a whole, less the exceptions among them, and of the other routes the
     * exceptions themselves. %1$s the exceptions, %2$s and %3$s urgency of a term and of its tally, %4$s how a term ended, %5$s whether
     * a route is seen as a whole; %8$s to %11$s what {@link #CHANGED} adds where it is not now.
     */
    private static final String FROM_TALLIES =
            """
            with exception as materialized (
                %1$s
            ),
            standing_row as (
                select x.route, x.status, x.step, x.open_obligations, x.times as n
                  from standing_tally x
                 where x.organisation = $1
                   and $17::timestamptz is not null
                   and %5$s
                 union all
                select x.route, x.status, x.step, x.open_obligations, x.n
                  from exception e
                 cross join lateral (
                       select x.route, x.status, x.step, x.open_obligations, case when e.whole then -1 else 1 end as n
                         from case_standing x
                        where x.case_id = e.case_id
                          and x.valid_to is null
                          and (x.status = 'OPEN' or x.open_obligations <> '')
                       offset 0) x
                %8$s
            ),
            unmet_row as (
                select x.kind, %3$s as urgency, x.day >= $18::date and x.day < $15::date as ended, x.times as n
                  from term_tally x
                 where x.organisation = $1
                   and x.state = 'UNMET'
                   and %5$s
                 union all
                select x.kind, x.urgency, x.ended, x.n
                  from exception e
                 cross join lateral (
                       select x.kind, %2$s as urgency, x.due_on >= $18::date and x.due_on < $15::date as ended,
                              case when e.whole then -1 else 1 end as n
                         from term_standing x
                        where x.case_id = e.case_id
                          and x.valid_to is null
                          and x.met_on is null
                       offset 0) x
                %9$s
            ),
            met_row as (
                select x.kind, case x.state when 'MET' then 'MET' else 'MISSED' end as ended, x.times as n
                  from term_tally x
                 where x.organisation = $1
                   and (x.state = 'MET' and x.day between $18::date and $15::date
                        or x.state = 'LATE' and x.day >= $18::date and x.day < $15::date)
                   and %5$s
                 union all
                select x.kind, x.ended, x.n
                  from exception e
                 cross join lateral (
                       select x.kind, %4$s as ended, case when e.whole then -1 else 1 end as n
                         from term_standing x
                        where x.case_id = e.case_id
                          and x.valid_to is null
                          and x.met_on >= $18::date
                       offset 0) x
                %10$s
            ),
            fact_row as (
                select x.kind, x.route, x.days, x.value, x.times as n
                  from fact_tally x
                 where x.organisation = $1
                   and x.day between $18::date and $15::date
                   and %5$s
                 union all
                select x.kind, x.route, coalesce(x.days, -1), coalesce(x.value, ''), x.n
                  from exception e
                 cross join lateral (
                       select x.kind, x.route, x.days, x.value, case when e.whole then -1 else 1 end as n
                         from counted_fact x
                        where x.case_id = e.case_id
                          and x.valid_to is null
                          and x.kind in ('ASSESSMENT', 'ADVICE', 'MELDING', 'DEVIATION', 'LEAD_TIME')
                          and x.happened_on between $18::date and $15::date
                       offset 0) x
                %11$s
            )
            """;

    /** What held at a moment: the rows of then. %1$s the exceptions, %2$s urgency, %4$s how a term ended, %6$s who sees, %7$s what held. */
    private static final String FROM_ROWS =
            """
            with exception as materialized (
                %1$s
            ),
            standing_row as (
                select x.route, x.status, x.step, x.open_obligations, 1 as n
                  from case_standing x
                  left join exception using (case_id)
                 where x.organisation = $1
                   and (x.status = 'OPEN' or x.open_obligations <> '')
                   and %7$s
                   and %6$s
            ),
            unmet_row as (
                select x.kind, %2$s as urgency, x.due_on >= $18::date and x.due_on < $15::date as ended, 1 as n
                  from term_standing x
                  left join exception using (case_id)
                 where x.organisation = $1
                   and x.met_on is null
                   and %7$s
                   and %6$s
            ),
            met_row as (
                select x.kind, %4$s as ended, 1 as n
                  from term_standing x
                  left join exception using (case_id)
                 where x.organisation = $1
                   and x.met_on >= $18::date
                   and %7$s
                   and %6$s
            ),
            fact_row as (
                select x.kind, x.route, coalesce(x.days, -1) as days, coalesce(x.value, '') as value, 1 as n
                  from counted_fact x
                  left join exception using (case_id)
                 where x.organisation = $1
                   and x.kind in ('ASSESSMENT', 'ADVICE', 'MELDING', 'DEVIATION', 'LEAD_TIME')
                   and x.happened_on between $18::date and $15::date
                   and %7$s
                   and %6$s
            )
            """;

    private static final String FIGURES =
            """
            , standing as (
                select route, status, step, open_obligations, sum(n)::bigint as cases
                  from standing_row
                 group by 1, 2, 3, 4
                having sum(n) <> 0
            ),
            unmet as (
                select kind, urgency, ended, sum(n)::bigint as terms
                  from unmet_row
                 group by 1, 2, 3
                having sum(n) <> 0
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
            select 'TERM_' || ended, null, null, kind, sum(n)::bigint
              from met_row
             where ended is not null
             group by ended, kind
            having sum(n) <> 0
             union all
            select kind, case when kind = 'LEAD_TIME' then route end, nullif(days, -1), nullif(value, ''), sum(n)::bigint
              from fact_row
             group by 1, 2, 3, 4
            having sum(n) <> 0
             order by 1, 2 desc, 4, 3
            """;

    /**
     * What changed since $17, so that what holds now becomes what held then: %1$s of the rows of table %2$s for which %3$s; %4$s who sees. For
     * whoever sees a case now.
     */
    private static final String CHANGED =
            """
             union all
                select %1$s, x.n
                  from (select x.*, -1 as n
                          from %2$s x
                         where x.organisation = $1 and x.valid_from > $17::timestamptz and x.valid_to is null
                         union all
                        select x.*, 1
                          from %2$s x
                         where x.organisation = $1 and x.valid_to > $17::timestamptz and x.valid_from <= $17::timestamptz) x
                  left join exception using (case_id)
                 where %3$s
                   and %4$s
            """;

    private static final String STANDING_CHANGED = changed(
            "x.route, x.status, x.step, x.open_obligations", "case_standing", "(x.status = 'OPEN' or x.open_obligations <> '')");
    private static final String UNMET_CHANGED =
            changed("x.kind, " + URGENCY + ", x.due_on >= $18::date and x.due_on < $15::date", "term_standing", "x.met_on is null");
    private static final String MET_CHANGED = changed("x.kind, " + ENDED, "term_standing", "x.met_on >= $18::date");
    private static final String FACT_CHANGED = changed(
            "x.kind, x.route, coalesce(x.days, -1), coalesce(x.value, '')",
            "counted_fact",
            """
            x.kind in ('ASSESSMENT', 'ADVICE', 'MELDING', 'DEVIATION', 'LEAD_TIME')
            and x.happened_on between $18::date and $15::date
            """);

    private static final Map<Counting, String> DASHBOARD = Map.of(
            Counting.TALLIES, dashboard(FROM_TALLIES, "", "", "", ""),
            Counting.TALLIES_AND_CHANGES, dashboard(FROM_TALLIES, STANDING_CHANGED, UNMET_CHANGED, MET_CHANGED, FACT_CHANGED),
            Counting.ROWS, dashboard(FROM_ROWS, "", "", "", ""));

    private static String changed(String columns, String table, String condition) {
        return CHANGED.formatted(columns, table, condition, Reach.SEEN);
    }

    private static String dashboard(String held, String standing, String unmet, String met, String fact) {
        return (held + FIGURES)
                .formatted(
                        Reach.exceptions(19), URGENCY, URGENCY_OF_TALLY, ENDED, Reach.whole("x"), Reach.SEEN, THEN, standing, unmet, met, fact);
    }

    private FigureQueries() {}

    /**
     * All figures of the dashboard in one statement, so that they are of one state of the database. {@link Reach}, then $15 the day,
     * $16 red until, $17 the moment, $18 the first day of the period, $19 to $21 {@link nl.meldspoor.reporting.reach.Accusations}.
     */
    static String dashboard(Counting counting) {
        return DASHBOARD.get(counting);
    }

    /** The predicate on {@code x} that lets pass what held. */
    static String held(AsOf asOf) {
        return asOf.now() ? NOW : THEN;
    }
}
