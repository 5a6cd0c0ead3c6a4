package nl.meldspoor.bench;

import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.meldspoor.embedded.Database;

/**
 * Figures of a large organisation. Its cases are copies of a few that went through the whole chain, made by SQL in every table of
 * the projection whose key names the case, with their days spread over a year and a half around today, recorded in the last year.
 */
final class Lists {

    private static final String TABLES =
            """
            select c.table_name,
                   string_agg(quote_ident(c.column_name), ', ' order by c.ordinal_position),
                   string_agg(case
                                  when c.column_name = 'case_id' then 'md5(t.case_id::text || n.n)::uuid'
                                  when c.data_type = 'date' then 't.' || quote_ident(c.column_name) || ' + (n.n * 37 %% %1$d) - %2$d'
                                  when c.data_type = 'timestamp with time zone'
                                      then 't.' || quote_ident(c.column_name) || ' + make_interval(days => least((n.n * 37 %% %1$d) - %2$d, 0))'
                                  when c.column_name = 'days' then 't.days + n.n * 13 %% 45'
                                  else 't.' || quote_ident(c.column_name)
                              end, ', ' order by c.ordinal_position)
            from information_schema.columns c
            where c.table_schema = 'public'
              and c.is_identity = 'NO'
              and c.table_name not in ('applied_event', 'parked_record', 'rejected_record', 'case_progress')
              and exists (select from information_schema.table_constraints t
                          join information_schema.key_column_usage k using (constraint_schema, constraint_name)
                          where t.constraint_type = 'PRIMARY KEY' and t.table_schema = 'public' and t.table_name = c.table_name
                            and k.column_name = 'case_id')
              and exists (select from pg_tables p where p.schemaname = 'public' and p.tablename = c.table_name)
            group by c.table_name""";

    private static final int TEMPLATES = 10;

    /** Who look for the first time, in a run. */
    private static final int PEOPLE = 20;

    /** Over so many days the days of copies are spread, from so many before today. */
    private static final int DAYS = 547;

    private static final int DAYS_BACK = 365;

    private final Running running;
    private final Options options;

    Lists(Running running, Options options) {
        this.running = running;
        this.options = options;
    }

    List<Figure> figures() throws SQLException {
        var cases = running.start(Database.CASES, Map.of());
        var reporting = running.start(Database.REPORTING, Map.of());
        var team = running.tokens().person("de-linde-report-team", "report-team");
        var board = running.tokens().person("de-linde-board", "board");
        var templates = templates(cases, team);
        var have = running.number(Database.REPORTING, "select count(*) from case_view");
        copy(templates, options.cases() - (int) Math.min(have, options.cases()));
        var now = Instant.now();
        return List.of(
                Figure.usually("overview of an organisation with %,d cases".formatted(options.cases()), 100, "", times(reporting, "", board)),
                Figure.usually("… as of a moment ago", 100, "", times(reporting, "?at=" + now, board)),
                Figure.usually("… as of 30 days ago", 1_000, "", times(reporting, "?at=" + now.minus(Duration.ofDays(30)), board)),
                Figure.usually("… as of 200 days ago, counted from rows", 1_000, "", times(reporting, "?at=" + now.minus(Duration.ofDays(200)), board)),
                Figure.usually("… at the first look of a board", 1_000, "", firstLooks(reporting, "board")),
                Figure.usually("… at the first look of an attention officer", 100, "", firstLooks(reporting, "attention-officer")));
    }

    /** Of both routes, each as far as another. */
    private List<String> templates(URI cases, String team) {
        var professional = running.tokens().person("de-linde-professional", "professional");
        var all = new ArrayList<String>();
        var versions = 0L;
        for (var i = 0; i < TEMPLATES; i++) {
            var accused = running.post(cases, "/v1/cases", team, Bodies.opening("CARE_RELATION")).headers().firstValue("Location").orElseThrow();
            versions += version(running.post(cases, accused + "/internal-reports", team, Bodies.internalReport()));
            all.add(accused.substring(accused.lastIndexOf('/') + 1));
            var step = running.post(cases, "/v1/cases", professional, Bodies.opening("MELDCODE"));
            var meldcode = step.headers().firstValue("Location").orElseThrow();
            for (var entry : Bodies.meldcodeEntries().entrySet().stream().limit(1 + i % Bodies.meldcodeEntries().size()).toList()) {
                step = running.post(cases, meldcode + "/" + entry.getKey(), professional, entry.getValue());
            }
            versions += version(step);
            all.add(meldcode.substring(meldcode.lastIndexOf('/') + 1));
        }
        awaitVersions(all, versions);
        return all;
    }

    private static long version(HttpResponse<String> recorded) {
        return Long.parseLong(recorded.headers().firstValue("ETag").orElseThrow().replace("\"", ""));
    }

    private void awaitVersions(List<String> cases, long versions) {
        var query = "select coalesce(sum(version), 0) from case_view where case_id in (" + quoted(cases) + ")";
        var until = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (running.number(Database.REPORTING, query) < versions) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the templates were not projected");
            }
            java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static String quoted(List<String> ids) {
        return ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
    }

    private void copy(List<String> templates, int cases) throws SQLException {
        if (cases <= 0) {
            return;
        }
        Bench.say("copies %,d cases".formatted(cases));
        var each = (cases + templates.size() - 1) / templates.size();
        var from = running.number(Database.REPORTING, "select count(*) from case_view");
        var in = quoted(templates);
        try (var connection = running.parts().postgres().connectAsSuperuser(Database.REPORTING.databaseName());
                var sql = connection.createStatement()) {
            sql.execute("set session_replication_role = replica");
            var inserts = new ArrayList<String>();
            try (var tables = sql.executeQuery(TABLES.formatted(DAYS, DAYS_BACK))) {
                while (tables.next()) {
                    inserts.add("insert into %s (%s) select %s from %s t cross join generate_series(%d, %d) n(n) where t.case_id in (%s)"
                            .formatted(
                                    tables.getString(1), tables.getString(2), tables.getString(3), tables.getString(1), from, from + each - 1, in));
                }
            }
            for (var insert : inserts) {
                sql.execute(insert);
            }
            sql.execute("vacuum analyze");
        }
    }

    private List<long[]> times(URI reporting, String query, String token) {
        var request = HttpLoad.request("GET", "/v1/dashboard" + query, token, "");
        WarmUp.untilSettled(() -> Figure.middle(new HttpLoad(reporting, 1, () -> request, 200, 0).run(options.each()).sound().nanos()));
        var taken = new ArrayList<long[]>();
        for (var run = 0; run < options.runs(); run++) {
            taken.add(new HttpLoad(reporting, 1, () -> request, 200, 0).run(options.each()).sound().nanos());
        }
        return taken;
    }

    /** Each look is that of somebody who was not here since the service started. */
    private List<long[]> firstLooks(URI reporting, String role) {
        var taken = new ArrayList<long[]>();
        for (var run = 0; run < options.runs(); run++) {
            var of = run;
            var people = IntStream.range(0, PEOPLE)
                    .mapToObj(i -> running.tokens().person("de-linde-%s-%d-%d".formatted(role, of, i), role))
                    .map(token -> HttpLoad.request("GET", "/v1/dashboard", token, ""))
                    .toList()
                    .iterator();
            taken.add(new HttpLoad(reporting, 1, people::next, 200, 0).run(Duration.ofMinutes(2), PEOPLE).sound().nanos());
        }
        return taken;
    }
}
