package nl.meldspoor.reporting.reach;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Where somebody may be the accused. Each case has its own keyed hash of its accused, so of every case it must be reckoned anew; but
 * what is written in it says it once for all. So it is kept in memory up to which snapshot of the database that was done for a
 * person, and in which cases he was found; only cases in which the accused changed since are reckoned again. And only those of a route
 * he sees as a whole: of another he sees none but those that are sought for him, and each of them is judged by itself. Whether he is kept out
 * is decided in the query itself ({@link Reach#exceptions}), which looks at what was written after that snapshot, too. Nothing of it is
 * stored: in the database it would link what the hashes keep apart.
 */
@ApplicationScoped
public class Accusations {

    private static final int PEOPLE_AT_MOST = 2_000;

    /** Which rows a snapshot was taken of: others when PostgreSQL was started, or a table that was built anew took the place of the old one. */
    static final String ROWS = "(extract(epoch from pg_postmaster_start_time())::text || ' ' || to_regclass('case_view')::oid)";

    /** For who sees no route as a whole no case is read. */
    private static final String OF_A_WHOLE_ROUTE = "cardinality($5::text[]) > 0 and c.route = any ($5::text[])";

    /** $1 the organisation, $2 the user name, $3 and $4 the padded keys, $5 the routes he sees as a whole. */
    private static final String ALL =
            """
            select pg_current_snapshot()::text as snapshot, %s as of_rows,
                   array(select c.case_id from case_view c where c.organisation = $1 and %s and %s) as cases
            """
                    .formatted(ROWS, OF_A_WHOLE_ROUTE, Reach.accused(2, 3, 4));

    /** Besides, $6 the cases, $7 the snapshot and $8 the rows of before. No row when they are others. */
    private static final String SINCE =
            """
            select pg_current_snapshot()::text as snapshot, %1$s as of_rows,
                   array(select unnest($6::uuid[])
                          union
                         select c.case_id
                           from case_view c
                          where c.organisation = $1
                            and c.accused_said_by >= pg_snapshot_xmin($7::text::pg_snapshot)
                            and not pg_visible_in_snapshot(c.accused_said_by, $7::text::pg_snapshot)
                            and %2$s
                            and %3$s) as cases
             where %1$s = $8::text
            """
                    .formatted(ROWS, OF_A_WHOLE_ROUTE, Reach.accused(2, 3, 4));

    @Inject
    ReadModel rows;

    private final Map<String, Known> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > PEOPLE_AT_MOST;
        }
    });

    /**
     * What is known of one person.
     *
     * @param cases those he was found in, and perhaps is not any more
     * @param snapshot all that it shows was looked at
     * @param ofRows {@link #ROWS}: a snapshot says nothing about others, nor after a database was put back
     */
    private record Known(UUID[] cases, String snapshot, String ofRows) {}

    /** Adds the three parameters of {@link Reach#exceptions}. */
    public Tuple addTo(Tuple parameters, Reach reach) {
        Known now = now(reach);
        return parameters.addArrayOfUUID(now.cases()).addString(now.snapshot()).addString(now.ofRows());
    }

    private Known now(Reach reach) {
        String person = reach.organisation() + "|" + reach.userName() + "|" + reach.wholeRoutes();
        Known now = Optional.ofNullable(known.get(person))
                .flatMap(before -> since(reach, before))
                .orElseGet(() -> read(rows.ask(ALL, parameters(reach)).iterator().next()));
        known.put(person, now);
        return now;
    }

    private Optional<Known> since(Reach reach, Known before) {
        Tuple parameters = parameters(reach)
                .addArrayOfUUID(before.cases())
                .addString(before.snapshot())
                .addString(before.ofRows());
        for (Row row : rows.ask(SINCE, parameters)) {
            return Optional.of(read(row));
        }
        return Optional.empty();
    }

    private static Tuple parameters(Reach reach) {
        return Tuple.tuple()
                .addString(reach.organisation())
                .addString(reach.userName())
                .addBuffer(Buffer.buffer(reach.accusedPads().inner()))
                .addBuffer(Buffer.buffer(reach.accusedPads().outer()))
                .addArrayOfString(reach.wholeRoutes().stream().map(Enum::name).toArray(String[]::new));
    }

    private static Known read(Row row) {
        return new Known(row.getArrayOfUUIDs("cases"), row.getString("snapshot"), row.getString("of_rows"));
    }
}
