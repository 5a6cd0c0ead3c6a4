package nl.meldspoor.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * What {@code ./meldspoor restore} runs, after a database was restored from a dump: raises the epoch, so that the
 * case-service serves again and the relay and its readers know that history may have been cut.
 *
 * <p>Argument: {@code DATA}. Uses the running PostgreSQL, or starts it for the moment.
 */
final class Restore {

    private Restore() {}

    /** See the class. */
    public static void main(String[] arguments) {
        try {
            var data = Path.of(arguments[0]).toAbsolutePath().normalize();
            if (!Files.exists(data.resolve("postgres/data/PG_VERSION"))) {
                throw new CannotStart("There is no case database in " + data + " yet: nothing to restore.");
            }
            var postgres = EmbeddedPostgres.at(
                    data.resolve("postgres"), StackPorts.fromEnvironment(System.getenv()).postgres());
            var ran = postgres.isRunning();
            postgres.start();
            try (var connection = postgres.connect(Database.CASES, Database.CASES.ownerRole());
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("select meldspoor_restore()")) {
                rows.next();
                System.out.println("The case database counts in epoch " + rows.getString(1)
                        + " from now on; the case-service may serve it.");
            } finally {
                if (!ran) {
                    postgres.stop();
                }
            }
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (SQLException | RuntimeException e) {
            System.err.println("The epoch was not raised: " + e.getMessage());
            System.exit(1);
        }
    }
}
