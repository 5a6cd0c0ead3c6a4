package nl.meldspoor.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;

/**
 * PostgreSQL and Kafka for tests: one set per Java process, on free ports, in a temporary folder that goes when the
 * process ends. Each part starts when it is first asked for. See the package's description for examples.
 *
 * <p>Quarkus loads test classes by class loaders of its own, so this class may be there twice in one process. What is
 * shared is therefore kept in a system property (the folder) and in the folder (the ports).
 */
public final class EmbeddedParts {

    private static final String SHARED = "nl.meldspoor.embedded.shared";

    private final Path folder;
    private final EmbeddedPostgres postgres;
    private final EmbeddedKafka kafka;

    private EmbeddedParts(Path folder, int postgresPort, int kafkaPort) {
        this.folder = folder;
        this.postgres = EmbeddedPostgres.at(folder.resolve("postgres"), postgresPort);
        this.kafka = EmbeddedKafka.at(folder.resolve("kafka"), kafkaPort);
    }

    /** The set of this Java process. */
    public static EmbeddedParts shared() {
        // the one object that every class loader sees
        synchronized (Runtime.getRuntime()) {
            var known = System.getProperty(SHARED);
            if (known != null) {
                var words = known.split("\\|");
                return new EmbeddedParts(Path.of(words[0]), Integer.parseInt(words[1]), Integer.parseInt(words[2]));
            }
            var parts = fresh();
            System.setProperty(
                    SHARED, parts.folder + "|" + parts.postgres.port() + "|" + parts.kafka.port());
            return parts;
        }
    }

    /** A set of its own, for a test that wipes, kills or fills parts; it goes with the Java process too. */
    public static EmbeddedParts fresh() {
        try {
            var folder = Files.createTempDirectory(
                    "meldspoor-", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
            return in(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A set of its own in a folder that is there: a disk of its own, say. What it holds goes with the Java process. */
    public static EmbeddedParts in(Path folder) {
        var parts = new EmbeddedParts(folder, Ports.free(), Ports.free());
        Runtime.getRuntime().addShutdownHook(new Thread(parts::close, "meldspoor-stops-parts"));
        return parts;
    }

    /** PostgreSQL, running, with the empty databases and roles of {@link Database}. */
    public EmbeddedPostgres postgres() {
        synchronized (Runtime.getRuntime()) {
            postgres.start();
        }
        return postgres;
    }

    /** PostgreSQL with the newest tables of that database. */
    public EmbeddedPostgres postgres(Database database) {
        var running = postgres();
        synchronized (Runtime.getRuntime()) {
            Migrations.run(running, database, Repository.root());
        }
        return running;
    }

    /** Kafka, running, without topics. */
    public EmbeddedKafka kafka() {
        synchronized (Runtime.getRuntime()) {
            kafka.start();
        }
        return kafka;
    }

    /**
     * What a Quarkus service needs to work on these parts, by the names of its configuration; starts both and migrates
     * the database.
     */
    public Map<String, String> config(Database database) {
        var config = new HashMap<>(databaseConfig(database));
        config.put("kafka.bootstrap.servers", kafka().bootstrapServers());
        return Map.copyOf(config);
    }

    /** As {@link #config}, without Kafka. */
    public Map<String, String> databaseConfig(Database database) {
        var running = postgres(database);
        return Map.of(
                "quarkus.datasource.reactive.url", running.url(database),
                "quarkus.datasource.username", database.serviceRole(),
                "quarkus.datasource.password", running.password(database.serviceRole()));
    }

    /** Where the parts keep their files: a test may look there for words that must not be. */
    public Path folder() {
        return folder;
    }

    /** Stops the parts and deletes their files. */
    public void close() {
        kafka.kill();
        postgres.kill();
        FileTree.delete(folder);
    }
}
