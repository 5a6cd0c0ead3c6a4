package nl.meldspoor.cases.store;

import io.vertx.pgclient.PgException;
import java.util.Set;

/** What the failure of a statement says about whether it was stored. */
enum Failure {
    /** Two transactions met; this one was rolled back and may be tried again in a new one. */
    COLLISION,
    /** A unique key is taken; rolled back. */
    DUPLICATE,
    /** The server refused for a reason of its own (cancelled, shutting down before it began, out of room); rolled back. */
    REFUSED,
    /** The connection or the server went away: stored or not, nobody has said. */
    UNKNOWN,
    /** Anything else is a defect; rolled back. */
    DEFECT;

    private static final Set<String> COLLISIONS = Set.of("40P01", "40001");

    static Failure of(Throwable failure) {
        if (!(failure instanceof PgException e)) {
            return UNKNOWN;
        }
        if ("FATAL".equals(e.getSeverity()) || "PANIC".equals(e.getSeverity())) {
            return UNKNOWN;
        }
        String state = e.getSqlState();
        if (COLLISIONS.contains(state)) {
            return COLLISION;
        }
        if ("23505".equals(state)) {
            return DUPLICATE;
        }
        return isOfTheServer(e) ? REFUSED : DEFECT;
    }

    /** Classes 53 (resources), 57 (operator), 58 (system), 08 (connection), 25P0x (timeouts), 55 (not in the needed state). */
    static boolean isOfTheServer(PgException e) {
        String state = e.getSqlState();
        return state == null
                || COLLISIONS.contains(state)
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("58")
                || state.startsWith("08")
                || state.startsWith("55")
                || state.startsWith("25P");
    }
}
