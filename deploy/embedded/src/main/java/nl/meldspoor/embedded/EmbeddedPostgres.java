package nl.meldspoor.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * A real PostgreSQL cluster in a folder of its own, on the loopback address, with the databases and roles of
 * {@link Database}.
 *
 * <p>It keeps what it says it stored: {@code fsync}, {@code full_page_writes} and {@code synchronous_commit} are on.
 * Everybody signs in with a password (SCRAM). All state is in the folder, so that two objects on the same folder and
 * port are the same cluster; {@code kill} and {@code restart} work on either.
 *
 * <p>Layout of the folder: {@code data/} (owned by who runs it), {@code passwords.properties} (0600), {@code ../log/postgres.log}.
 */
public final class EmbeddedPostgres implements EmbeddedPart {

    private static final Duration START_AT_MOST = Duration.ofSeconds(60);
    private static final String SUPERUSER = "postgres";

    private final Path folder;
    private final int port;

    private EmbeddedPostgres(Path folder, int port) {
        this.folder = folder.toAbsolutePath().normalize();
        this.port = port;
    }

    /** The cluster of that folder; nothing is made or started yet. */
    public static EmbeddedPostgres at(Path folder, int port) {
        return new EmbeddedPostgres(folder, port);
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public int port() {
        return port;
    }

    /** Starts it and waits until it takes connections; the first time it makes the cluster, roles and databases. */
    @Override
    public void start() {
        if (isRunning()) {
            return;
        }
        var binaries = PartsCache.postgres();
        var data = folder.resolve("data");
        try {
            Files.createDirectories(folder);
            Files.createDirectories(log().getParent());
            if (!Files.exists(folder.resolve("data/PG_VERSION"))) {
                NewCluster.in(data, binaries, passwords().of(SUPERUSER));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        DatabaseUser.own(data);
        var command = new ArrayList<>(MovableClock.of(folder.getParent(), name()).prefix());
        command.addAll(List.of(binaries.resolve("bin/postgres").toString(), "-D", data.toString(), "-p", Integer.toString(port)));
        var process = Children.start(
                "INT",
                DatabaseUser.privilegesFor(binaries, data),
                new ProcessBuilder(command)
                        .directory(Path.of("/").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile())));
        awaitConnections(process);
        new Roles(this).create();
    }

    /** Lets sessions go and stops; what is committed is on disk. */
    @Override
    public void stop() {
        handle().ifPresent(process -> {
            // SIGINT: the "fast" shutdown; Java itself can only send SIGTERM, which would wait for the sessions
            Children.run(Duration.ofSeconds(10), new ProcessBuilder("kill", "-INT", Long.toString(process.pid())));
            if (!Children.await(process, Duration.ofSeconds(30))) {
                kill();
            }
        });
    }

    @Override
    public Optional<ProcessHandle> handle() {
        var pidFile = folder.resolve("data/postmaster.pid");
        try {
            if (!Files.exists(pidFile)) {
                return Optional.empty();
            }
            var lines = Files.readAllLines(pidFile);
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                            .filter(process -> Commands.mentions(process, folder.resolve("data")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Path log() {
        return folder.resolveSibling("log").resolve("postgres.log");
    }

    /** For a JDBC driver. */
    public String jdbcUrl(Database database) {
        return "jdbc:" + url(database);
    }

    /** For the reactive driver: {@code postgresql://localhost:5432/meldspoor_cases}. */
    public String url(Database database) {
        return "postgresql://localhost:" + port + "/" + database.databaseName();
    }

    /** The password of a role of {@link Database}, or of the superuser {@code postgres}. */
    public String password(String role) {
        return passwords().of(role);
    }

    /** A new connection as that role. */
    public Connection connect(Database database, String role) throws SQLException {
        return connect(database.databaseName(), role, password(role));
    }

    /** A new connection of the superuser; for set-up and for tests that look at what is stored. */
    public Connection connectAsSuperuser(String database) throws SQLException {
        return connect(database, SUPERUSER, password(SUPERUSER));
    }

    Connection connect(String database, String role, String password) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", role);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5");
        // Not by DriverManager: it hides drivers from class loaders other than the one that loaded them
        return new org.postgresql.Driver().connect("jdbc:postgresql://localhost:" + port + "/" + database, properties);
    }

    private Passwords passwords() {
        return Passwords.in(folder.resolve("passwords.properties"));
    }

    private void awaitConnections(Process process) {
        var until = System.nanoTime() + START_AT_MOST.toNanos();
        SQLException last = null;
        while (System.nanoTime() < until) {
            try (var connection = connectAsSuperuser("postgres")) {
                return;
            } catch (SQLException e) {
                last = e;
            }
            try {
                if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("PostgreSQL ended with " + process.exitValue() + "; its log " + log()
                            + " ends with: " + LastLines.of(log()));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while PostgreSQL started", e);
            }
        }
        throw new IllegalStateException("PostgreSQL takes no connections after " + START_AT_MOST, last);
    }
}
