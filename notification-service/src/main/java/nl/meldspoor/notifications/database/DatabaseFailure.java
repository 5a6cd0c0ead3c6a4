package nl.meldspoor.notifications.database;

import io.vertx.pgclient.PgException;
import java.util.Set;

/** What a failed statement says about trying it again. */
public final class DatabaseFailure {

    /** SQLSTATE classes of a server or connection that is not there, is full, or gave way to another transaction. */
    private static final Set<String> PASSING = Set.of("08", "25", "40", "53", "55", "57", "58", "XX", "28", "3D");

    private DatabaseFailure() {}

    /** Whether the same statement may succeed later. Everything but an answer of PostgreSQL about the statement itself. */
    public static boolean passes(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof PgException e) {
                return e.getSqlState() == null || PASSING.contains(e.getSqlState().substring(0, 2));
            }
        }
        return failure instanceof RuntimeException e && !(isDefect(e));
    }

    private static boolean isDefect(RuntimeException e) {
        return e instanceof NullPointerException
                || e instanceof IllegalArgumentException
                || e instanceof ClassCastException
                || e instanceof IndexOutOfBoundsException;
    }
}
