package nl.meldspoor.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/** Makes an empty cluster: durable, UTF-8, sorted by code point on every machine, open to the loopback address only. */
final class NewCluster {

    private static final Duration AT_MOST = Duration.ofMinutes(2);

    private static final String SETTINGS = """
            # Meldspoor: accepted means stored
            fsync = on
            full_page_writes = on
            synchronous_commit = on

            listen_addresses = 'localhost'
            unix_socket_directories = ''
            max_connections = 100
            password_encryption = 'scram-sha-256'

            # A forgotten transaction would hold back every reader of the event store
            transaction_timeout = '30s'
            idle_in_transaction_session_timeout = '10s'

            # DETAIL lines would repeat rows, and rows hold personal data
            log_error_verbosity = terse
            log_min_error_statement = panic
            timezone = 'UTC'
            log_timezone = 'UTC'
            """;

    private static final String WHO_MAY_CONNECT = """
            host  all  all  127.0.0.1/32  scram-sha-256
            host  all  all  ::1/128       scram-sha-256
            """;

    private NewCluster() {}

    static void in(Path data, Path binaries, String superuserPassword) throws IOException {
        Files.createDirectories(data);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        var passwordFile = data.resolveSibling("initial-password");
        PrivateFile.write(passwordFile, superuserPassword);
        try {
            DatabaseUser.own(data);
            DatabaseUser.own(passwordFile);
            var initdb = new ProcessBuilder(
                    binaries.resolve("bin/initdb").toString(),
                    "-D", data.toString(),
                    "-U", "postgres",
                    "--pwfile", passwordFile.toString(),
                    "-A", "scram-sha-256",
                    "-E", "UTF8",
                    "--locale-provider", "builtin",
                    "--builtin-locale", "C.UTF-8",
                    "--locale", "C");
            Children.run(
                    AT_MOST, DatabaseUser.privilegesFor(binaries, data), initdb.directory(Path.of("/").toFile()));
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.writeString(data.resolve("postgresql.conf"), SETTINGS, StandardOpenOption.APPEND);
        Files.writeString(data.resolve("pg_hba.conf"), WHO_MAY_CONNECT);
    }
}
