package nl.meldspoor.bench;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.meldspoor.embedded.Database;

/**
 * Figures of a large organisation. Its cases are copies of a few that went through the whole chain, made by SQL in every table of
 * the projection whose key names the case, with their days spread over a year.
 */
final class Lists {

    private static final String TABLES =
            """
            select c.table_name,
                   string_agg(quote_ident(c.column_name), ', ' order by c.ordinal_position),
                   string_agg(case
                                  when c.column_name = 'case_id' then 'md5(t.case_id::text || n.n)::uuid'
                                  when c.data_type = 'date' then 't.' || quote_ident(c.column_name) || ' + (n.n % 365)'
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

    private static final int TEMPLATES = 20;

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
        var templates = templates(cases, team);
        var have = running.number(Database.REPORTING, "select count(*) from case_view");
        copy(templates, options.cases() - (int) Math.min(have, options.cases()));
        var overview = times(reporting, "/v1/dashboard", team);
        return List.of(Figure.usually("overview of an organisation with %,d cases".formatted(options.cases()), 100, "", overview));
    }

    /** Cases about an accused colleague, for they have terms. */
    private List<String> templates(URI cases, String team) {
        var ids = new ArrayList<String>();
        for (var i = 0; i < TEMPLATES; i++) {
            var location = running.post(cases, "/v1/cases", team, Bodies.opening("CARE_RELATION")).headers().firstValue("Location").orElseThrow();
            running.post(cases, location + "/internal-reports", team, Bodies.internalReport());
            ids.add(location.substring(location.lastIndexOf('/') + 1));
        }
        var in = ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
        var until = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (running.number(Database.REPORTING, "select count(*) from case_view where version >= 2 and case_id in (" + in + ")") < TEMPLATES) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the templates were not projected");
            }
            java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return ids;
    }

    private void copy(List<String> templates, int cases) throws SQLException {
        if (cases <= 0) {
            return;
        }
        Bench.say("copies %,d cases".formatted(cases));
        var each = (cases + templates.size() - 1) / templates.size();
        var from = running.number(Database.REPORTING, "select count(*) from case_view");
        var in = templates.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
        try (var connection = running.parts().postgres().connectAsSuperuser(Database.REPORTING.databaseName());
                var sql = connection.createStatement()) {
            sql.execute("set session_replication_role = replica");
            var inserts = new ArrayList<String>();
            try (var tables = sql.executeQuery(TABLES)) {
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

    private List<long[]> times(URI reporting, String path, String token) {
        var request = HttpLoad.request("GET", path, token, "");
        new HttpLoad(reporting, 1, () -> request, 200, 0).run(options.each()).sound();
        var taken = new ArrayList<long[]>();
        for (var run = 0; run < options.runs(); run++) {
            taken.add(new HttpLoad(reporting, 1, () -> request, 200, 0).run(options.each()).sound().nanos());
        }
        return taken;
    }
}
