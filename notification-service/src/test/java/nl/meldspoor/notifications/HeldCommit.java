package nl.meldspoor.notifications;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedParts;

/** Keeps transactions that store a certain row from committing, at their very end, until this is closed. */
public final class HeldCommit implements AutoCloseable {

    private final Connection connection;
    private final String name;
    private final long lock;

    private HeldCommit(Connection connection, long lock) {
        this.connection = connection;
        this.name = "held_commit_" + lock;
        this.lock = lock;
    }

    /** The transaction that stores one event of a case. */
    public static HeldCommit of(UUID caseId, long sequence) {
        return of("case_event", "NEW.case_id = '%s' AND NEW.sequence = %d".formatted(caseId, sequence));
    }

    /** @param row condition on the {@code NEW} row of that table */
    public static HeldCommit of(String table, String row) {
        try {
            HeldCommit held = new HeldCommit(
                    EmbeddedParts.shared().postgres().connectAsSuperuser(Database.NOTIFICATIONS.databaseName()),
                    ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE));
            held.run("SELECT pg_advisory_lock(%d)".formatted(held.lock));
            held.run("""
                    CREATE FUNCTION %1$s() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN PERFORM pg_advisory_xact_lock(%2$d); RETURN NULL; END $$;
                    CREATE CONSTRAINT TRIGGER %1$s AFTER INSERT ON %3$s DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW WHEN (%4$s) EXECUTE FUNCTION %1$s()""".formatted(held.name, held.lock, table, row));
            return held;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean isWaitedFor() {
        return isTrue("SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = %d AND NOT granted)".formatted(lock));
    }

    /** Whether a third waits for the transaction that waits for this. */
    public boolean holdsUpAnother() {
        return isTrue(
                """
                SELECT EXISTS (SELECT FROM pg_locks held JOIN pg_stat_activity a ON held.pid = ANY (pg_blocking_pids(a.pid))
                WHERE held.locktype = 'advisory' AND held.objid = %d AND NOT held.granted)"""
                        .formatted(lock));
    }

    private boolean isTrue(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() && result.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        try (connection) {
            run("SELECT pg_advisory_unlock(%d)".formatted(lock));
            run("DROP FUNCTION %s() CASCADE".formatted(name));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
