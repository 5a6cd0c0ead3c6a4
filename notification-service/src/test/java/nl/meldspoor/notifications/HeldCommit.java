package nl.meldspoor.notifications;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedParts;

/** Keeps the transaction that stores one event of a case from committing, at its very end, until this is closed. */
public final class HeldCommit implements AutoCloseable {

    private final Connection connection;
    private final String name;
    private final long lock;

    private HeldCommit(Connection connection, UUID caseId) {
        this.connection = connection;
        this.name = "held_commit_" + caseId.toString().replace('-', '_');
        this.lock = caseId.getMostSignificantBits() & Integer.MAX_VALUE;
    }

    public static HeldCommit of(UUID caseId, long sequence) {
        try {
            HeldCommit held = new HeldCommit(
                    EmbeddedParts.shared().postgres().connectAsSuperuser(Database.NOTIFICATIONS.databaseName()), caseId);
            held.run("SELECT pg_advisory_lock(%d)".formatted(held.lock));
            held.run("""
                    CREATE FUNCTION %1$s() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN PERFORM pg_advisory_xact_lock(%2$d); RETURN NULL; END $$;
                    CREATE CONSTRAINT TRIGGER %1$s AFTER INSERT ON case_event DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW WHEN (NEW.case_id = '%3$s' AND NEW.sequence = %4$d) EXECUTE FUNCTION %1$s()""".formatted(held.name, held.lock, caseId, sequence));
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
