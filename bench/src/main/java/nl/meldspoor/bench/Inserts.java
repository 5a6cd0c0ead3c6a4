package nl.meldspoor.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedPostgres;

/**
 * The limit of the disk and of PostgreSQL: clients that durably insert the row of a recorded signal, one in each transaction, into a
 * table with the columns and indexes of {@code case_event}. By pgbench where it is, else by a loop of our own over JDBC, which is dearer.
 */
final class Inserts {

    private static final String TABLE =
            """
            drop table if exists bench_event;
            create table bench_event (like case_event including all)""";

    /** Every column as it is in a real row, but for what must be unique. */
    private static final String STATEMENT =
            """
            select 'insert into bench_event (' || string_agg(quote_ident(key), ', ') || ') values ('
                   || string_agg(case when key in ('event_id', 'case_id', 'command_id') then 'gen_random_uuid()'
                                      when key in ('roles', 'deviated_from') then quote_literal(translate(value, '[]', '{}'))
                                      else quote_nullable(value) end, ', ') || ')'
            from (select e.* from case_event e where e.type = 'SignalRecorded' order by e.position desc limit 1) newest
            cross join lateral jsonb_each_text(to_jsonb(newest) - 'position' - 'transaction_id')""";

    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private final EmbeddedPostgres postgres;
    private final Path folder;
    private final String statement;

    Inserts(EmbeddedPostgres postgres, Path folder) {
        this.postgres = postgres;
        this.folder = folder;
        try (var connection = superuser();
                var sql = connection.createStatement();
                var row = sql.executeQuery(STATEMENT)) {
            row.next();
            statement = row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether pgbench does it, or we. */
    static boolean hasPgbench() {
        return pgbench() != null;
    }

    static String means() {
        return hasPgbench() ? "pgbench" : "own loop (pgbench is not installed)";
    }

    private static Path pgbench() {
        return Stream.concat(
                        Arrays.stream(System.getenv("PATH").split(":")).map(Path::of), Stream.of(Path.of("/usr/lib/postgresql/15/bin")))
                .map(folder -> folder.resolve("pgbench"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    /** The best rate of 8, 32 and 64 clients, each for so long. */
    double best(Duration each) {
        return Stream.of(8, 32, 64).mapToDouble(clients -> rate(clients, each)).max().orElseThrow();
    }

    private double rate(int clients, Duration each) {
        fresh();
        if (!hasPgbench()) {
            return looped(clients, each).size() / (double) each.toMillis() * 1_000;
        }
        var said = pgbench(clients, each, List.of());
        var tps = TPS.matcher(said);
        if (!tps.find()) {
            throw new IllegalStateException("pgbench said no rate: " + said);
        }
        return Double.parseDouble(tps.group(1));
    }

    /** How long one insert takes, one after the other, in nanoseconds. */
    long[] alone(Duration each) {
        fresh();
        if (!hasPgbench()) {
            return looped(1, each).stream().mapToLong(Long::longValue).toArray();
        }
        try {
            var prefix = folder.resolve("alone-" + System.nanoTime());
            pgbench(1, each, List.of("-l", "--log-prefix=" + prefix));
            var nanos = new ArrayList<Long>();
            try (var files = Files.list(folder)) {
                for (var file : files.filter(f -> f.getFileName().toString().startsWith(prefix.getFileName().toString())).toList()) {
                    for (var line : Files.readAllLines(file)) {
                        nanos.add(Long.parseLong(line.split(" ")[2]) * 1_000);
                    }
                    Files.delete(file);
                }
            }
            return nanos.stream().mapToLong(Long::longValue).toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String pgbench(int clients, Duration each, List<String> more) {
        try {
            var script = folder.resolve("insert.sql");
            Files.writeString(script, statement + ";\n");
            var command = new ArrayList<>(List.of(
                    pgbench().toString(), "-n", "-M", "prepared", "-f", script.toString(), "-c", Integer.toString(clients), "-j",
                    Integer.toString(Math.min(clients, 2)), "-T", Long.toString(Math.max(1, each.toSeconds())), "-h", "localhost", "-p",
                    Integer.toString(postgres.port()), "-U", "postgres"));
            command.addAll(more);
            command.add(Database.CASES.databaseName());
            var said = folder.resolve("pgbench.log");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
            builder.environment().put("PGPASSWORD", postgres.password("postgres"));
            var process = builder.start();
            if (!process.waitFor(each.toSeconds() + 60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("pgbench did not end");
            }
            var text = Files.readString(said);
            if (process.exitValue() != 0) {
                throw new IllegalStateException("pgbench failed: " + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<Long> looped(int clients, Duration each) {
        var nanos = java.util.Collections.synchronizedList(new ArrayList<Long>());
        var failures = new LongAdder();
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < clients; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                try (var connection = superuser();
                        PreparedStatement insert = connection.prepareStatement(statement)) {
                    var until = System.nanoTime() + each.toNanos();
                    while (System.nanoTime() < until) {
                        var from = System.nanoTime();
                        insert.executeUpdate();
                        nanos.add(System.nanoTime() - from);
                    }
                } catch (SQLException e) {
                    failures.increment();
                }
            }));
        }
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failures.sum() > 0) {
            throw new IllegalStateException(failures.sum() + " clients failed to insert");
        }
        return nanos;
    }

    private void fresh() {
        try (var connection = superuser();
                var sql = connection.createStatement()) {
            sql.execute(TABLE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes the table of the inserts away, and leaves nothing of it to the next measurement. */
    void cleanUp() {
        try (var connection = superuser();
                var sql = connection.createStatement()) {
            sql.execute("drop table if exists bench_event");
            sql.execute("checkpoint");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection superuser() throws SQLException {
        return postgres.connectAsSuperuser(Database.CASES.databaseName());
    }
}
