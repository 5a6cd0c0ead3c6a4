package nl.meldspoor.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;

/**
 * Brings the tables of a database to the newest version: the scripts of
 * {@code <service>/src/main/resources/db/migration}, run as the role that owns the database. The services never do this
 * themselves. What the service's role may do stands in the scripts.
 */
public final class Migrations {

    /** Held, so that its level is; progress is told by who runs the migrations. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    static {
        FLYWAY.setLevel(Level.WARNING);
    }

    private Migrations() {}

    /**
     * @param repository the folder with the services in it
     * @return how many scripts were run now; 0 when the database was up to date or the service has no scripts
     */
    public static int run(EmbeddedPostgres postgres, Database database, Path repository) {
        var scripts = repository.resolve(database.service()).resolve("src/main/resources/db/migration");
        if (!Files.isDirectory(scripts)) {
            return 0;
        }
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(
                        postgres.jdbcUrl(database), database.ownerRole(), postgres.password(database.ownerRole()))
                .locations("filesystem:" + scripts.toAbsolutePath())
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
