package nl.meldspoor.embedded;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * {@code ./meldspoor rebuild}: asks the reporting-service to build its projection anew, and says how far that is until the new tables
 * are served. Ending this ends nothing but the saying.
 */
public final class ProjectionRebuild {

    private static final Duration LOOKS_EVERY = Duration.ofMillis(500);
    /** An instance looks every two seconds; a service that just starts takes longer. */
    private static final Duration NOBODY_AT_MOST = Duration.ofSeconds(45);
    /** Cases may be behind for a moment while new events come in; after this somebody should know which. */
    private static final Duration BEHIND_AT_MOST = Duration.ofSeconds(60);

    private static final String ASK = "select meldspoor_rebuild()";

    /** The two numbers are the halves of the lock that the instance holds which is at it. */
    private static final String LOOK =
            """
            select state, records, of_records, cases_behind,
                   exists (select from pg_locks
                            where locktype = 'advisory' and granted and objsubid = 1
                              and database = (select oid from pg_database where datname = current_database())
                              and (classid, objid) = (1296387140::oid, 1380270677::oid)) as at_it
              from rebuild
            """;

    private static final String BEHIND =
            "select string_agg(c::text, ' ') from (select c from rebuild_behind() c order by c limit 5) first";

    private final EmbeddedPostgres postgres;
    private final Consumer<String> say;
    private final Duration nobodyAtMost;
    private final Duration behindAtMost;

    ProjectionRebuild(EmbeddedPostgres postgres, Consumer<String> say) {
        this(postgres, say, NOBODY_AT_MOST, BEHIND_AT_MOST);
    }

    /**
     * @param nobodyAtMost how long it may be that no instance is at it
     * @param behindAtMost how long cases may be behind when all was read
     */
    public ProjectionRebuild(EmbeddedPostgres postgres, Consumer<String> say, Duration nobodyAtMost, Duration behindAtMost) {
        this.postgres = postgres;
        this.say = say;
        this.nobodyAtMost = nobodyAtMost;
        this.behindAtMost = behindAtMost;
    }

    private record Seen(String state, long records, long ofRecords, long casesBehind, boolean atIt) {

        boolean done() {
            return state.equals("DONE");
        }

        String line() {
            if (!atIt) {
                return "Waiting for a reporting-service to take it up";
            }
            if (casesBehind > 0) {
                return "All records are read; %d cases are not yet as far as in the tables that are served".formatted(casesBehind);
            }
            return "%,d of %,d records are read".formatted(records, ofRecords);
        }
    }

    /**
     * Returns when the new tables are served.
     *
     * @throws CannotStart when nobody is at it, or cases stay behind; the request stays
     */
    public void run() throws SQLException {
        try (Connection connection = postgres.connect(Database.REPORTING, Database.REPORTING.ownerRole())) {
            say.accept(
                    ask(connection)
                            ? "The projection is built anew beside the one that is served."
                            : "A rebuild is already under way.");
            Instant someoneAt = Instant.now();
            Instant noneBehindAt = someoneAt;
            String said = "";
            Seen seen;
            while (!(seen = look(connection)).done()) {
                if (!seen.line().equals(said)) {
                    said = seen.line();
                    say.accept(said);
                }
                Instant now = Instant.now();
                someoneAt = seen.atIt() ? now : someoneAt;
                noneBehindAt = seen.casesBehind() == 0 ? now : noneBehindAt;
                if (someoneAt.plus(nobodyAtMost).isBefore(now)) {
                    throw new CannotStart("No reporting-service is at it. The request stays: it begins when one runs.");
                }
                if (noneBehindAt.plus(behindAtMost).isBefore(now)) {
                    throw new CannotStart(
                            "Cases stay behind, so the old tables stay served: " + behind(connection)
                                    + "\n./meldspoor resend CASE, or release CASE when it is parked; the rebuild goes on meanwhile.");
                }
                LockSupport.parkNanos(LOOKS_EVERY.toNanos());
            }
            say.accept("%,d records were read; the new tables are served.".formatted(seen.records()));
        }
    }

    private static boolean ask(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet asked = statement.executeQuery(ASK)) {
            asked.next();
            return asked.getBoolean(1);
        }
    }

    private static Seen look(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LOOK)) {
            row.next();
            return new Seen(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getBoolean(5));
        }
    }

    private static String behind(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(BEHIND)) {
            row.next();
            return row.getString(1) == null ? "none any more" : row.getString(1);
        }
    }
}
