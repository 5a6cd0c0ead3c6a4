package nl.meldspoor.bench;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.events.PersonRefs;

/**
 * The first page of very many open deadlines of one organisation, by whatever is asked for and by whoever asks. Each deadline is of a case
 * of its own; the rows are made by SQL straight in the projection, with every kind of reach among them, and a quarter as many that are met.
 */
final class Deadlines {

    private static final String CASES =
            """
            insert into case_view (case_id, organisation, route, status, unit, region, version, step_reached, opened_at, changed_at, opened_by_ref,
                handler_ref, received_by_refs, assigned_refs, excluded_refs, accused_state, accused_refs, crime_suspicion, sector, legal_framework,
                client_role)
            select md5('deadline' || i)::uuid, 'de-linde', case when i %% 2 = 0 then 'CARE_RELATION' else 'MELDCODE' end, 'OPEN',
                   case when i %% 10000 in (6, 7) then 'Team Zelden' when hash %% 40 = 0 then 'Team Oost' else 'Team ' || hash %% 40 end, 'noord', 3, 2, now() - interval '30 days', now(),
                   opener, opener,
                   case when i %% 5000 = 2 then array['%3$s'] when i %% 2 = 0 then array['receiver-' || i %% 5000] else '{}' end,
                   case when i %% 20 = 0 then array['investigator-' || i %% 10000] else '{}' end,
                   case when i %% 100 = 3 then array['excluded-' || i %% 50] else '{}' end,
                   case when i %% 2 = 1 then 'NONE' when i %% 100 = 4 then 'UNLINKED' when i %% 10 = 0 then 'LINKED' else 'NONE' end,
                   case when i %% 10 = 0 then array[encode(sha256(i::text::bytea), 'hex')] else '{}' end,
                   i %% 2 = 0 and hash %% 7 = 0, 'VVT', 'WLZ', 'CARE_RECEIVER'
              from (select i, abs(hashint8(i)::bigint) as hash,
                           case when i %% 20000 = 11 then '%2$s' else 'opener-' || i %% 20000 end as opener
                      from generate_series(1, %1$d) i) made""";

    /** Due from a month ago until a year from now, most of the terms running for some time. */
    private static final String ROWS =
            """
            insert into deadline (case_id, ordinal, organisation, route, unit, crime_suspicion, kind, obligation, by_analogy, started_on, half_on,
                due_on, latest_on, target_on, calendar_version, met_on, standing, since)
            select v.case_id, o, v.organisation, v.route, v.unit, v.crime_suspicion, kind, 'OB-INVESTIGATE', false, started,
                   started + (due - started + 1) / 2, due, due, due, 'nl-2026-2028.1',
                   case when o = 1 then due + case when i %% 200 < 4 then 3 else -1 end end,
                   case when o = 0 then 'UNMET' when i %% 200 < 4 then 'MET_LATE' else 'MET' end, 2
              from (select i, md5('deadline' || i)::uuid as case_id,
                           case when i %% 10000 in (8, 9) then case when i %% 2 = 0 then 'IGJ-SUPPLEMENT' else 'VT-START' end
                                when i %% 2 = 0 then (array['IGJ-DETERMINE', 'SILENCE-END', 'IGJ-INVESTIGATION', 'IMPROVE'])[1 + hash %% 4]
                                else (array['HELP-EVALUATE', 'VT-CONCLUDE', 'IMPROVE'])[1 + hash %% 3] end as kind,
                           current_date - 30 + (hash / 11 %% 400)::int as due,
                           least(current_date - (hash / 13 %% 200)::int, current_date - 44 + (hash / 11 %% 400)::int) as started
                      from (select i, abs(hashint8(i)::bigint) as hash from generate_series(1, %1$d) i) numbered) made
              join case_view v using (case_id)
             cross join generate_series(0, case when i %% 8 < 2 then 1 else 0 end) o""";

    /** What the list is held against: an index scan by the last day, of whatever is nearest, without a look at who may see it. */
    private static final String SCAN =
            """
            select * from deadline
            where organisation = 'de-linde' and met_on is null
            order by due_on, case_id, ordinal
            limit 50""";

    private static final double GOAL_MILLIS = 10;

    private final Running running;
    private final Options options;

    Deadlines(Running running, Options options) {
        this.running = running;
        this.options = options;
    }

    List<Figure> figures() throws SQLException {
        var reporting = running.start(Database.REPORTING, Map.of());
        fill();
        var team = running.tokens().person("de-linde-report-team", "report-team");
        var figures = new ArrayList<Figure>();
        var scans = new ArrayList<long[]>();
        for (var run = 0; run < options.runs(); run++) {
            scans.add(scanned());
        }
        var scan = "index scan by due_on p99 %.2f ms".formatted(Figure.median(scans.stream().map(Figure::p99).toList()));
        var whole = times(reporting, "", team);
        figures.add(Figure.within("first page of %,d open deadlines, p99".formatted(options.deadlines()), GOAL_MILLIS, scan, p99(whole)));
        figures.add(Figure.usually("… median", GOAL_MILLIS, "", whole));
        for (var filter : List.of(
                "urgency=OVERDUE", "urgency=AMBER", "urgency=GREEN", "state=OPEN", "state=MISSED", "state=MET", "kind=IGJ-INVESTIGATION",
                "kind=IGJ-SUPPLEMENT", "organisationUnit=Team 7", "organisationUnit=Team Zelden", "organisationUnit=Team 7&kind=IMPROVE&urgency=GREEN")) {
            figures.add(Figure.within("… " + filter + ", p99", GOAL_MILLIS, "", p99(times(reporting, filter, team))));
        }
        for (var who : List.of("auditor", "supervisor", "professional", "police-contact")) {
            var token = running.tokens().person("de-linde-" + who, who);
            figures.add(Figure.within("… as " + who + ", p99", GOAL_MILLIS, "", p99(times(reporting, "", token))));
        }
        return figures;
    }

    private void fill() throws SQLException {
        Bench.say("makes %,d deadlines".formatted(options.deadlines()));
        try (var connection = running.parts().postgres().connectAsSuperuser(Database.REPORTING.databaseName());
                var sql = connection.createStatement()) {
            sql.execute("set session_replication_role = replica");
            // the service has a bound of its own for a transaction; this one makes a million rows
            sql.execute("set transaction_timeout = 0");
            sql.execute("truncate case_view cascade");
            sql.execute(CASES.formatted(options.deadlines(), ref("de-linde-professional"), ref("de-linde-supervisor")));
            sql.execute(ROWS.formatted(options.deadlines()));
            sql.execute("vacuum analyze case_view");
            sql.execute("vacuum analyze deadline");
            sql.execute("checkpoint");
        }
    }

    /** As the service knows somebody, whose key for people is all zeros here. */
    private static String ref(String userName) {
        return new PersonRefs(new byte[32]).person("de-linde", userName);
    }

    private static List<Double> p99(List<long[]> runs) {
        return runs.stream().map(Figure::p99).toList();
    }

    private List<long[]> times(URI reporting, String filter, String token) {
        var request = HttpLoad.request("GET", "/v1/deadlines?limit=50&" + encoded(filter), token, "");
        var each = Duration.ofMillis(Math.max(1_000, options.each().toMillis() / 5));
        WarmUp.untilSettled(() -> Figure.middle(new HttpLoad(reporting, 1, () -> request, 200, 0).run(each).sound().nanos()));
        var taken = new ArrayList<long[]>();
        for (var run = 0; run < options.runs(); run++) {
            taken.add(new HttpLoad(reporting, 1, () -> request, 200, 0).run(each).sound().nanos());
        }
        return taken;
    }

    /** What stands in a query, but for what divides it. */
    private static String encoded(String filter) {
        return filter.replace(" ", "%20");
    }

    private long[] scanned() throws SQLException {
        try (var connection = running.parts().postgres().connectAsSuperuser(Database.REPORTING.databaseName());
                var query = connection.prepareStatement(SCAN)) {
            var nanos = new long[500];
            for (var i = 0; i < nanos.length; i++) {
                var from = System.nanoTime();
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        rows.getString(1);
                    }
                }
                nanos[i] = System.nanoTime() - from;
            }
            return nanos;
        }
    }
}
