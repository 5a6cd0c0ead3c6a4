package nl.meldspoor.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedParts;
import nl.meldspoor.embedded.EmbeddedPart;
import nl.meldspoor.embedded.Ports;
import nl.meldspoor.embedded.Repository;
import nl.meldspoor.embedded.ServiceProcess;

/** PostgreSQL, Kafka and the packaged services on this machine, each a process of its own; goes when it is closed. */
final class Running implements AutoCloseable {

    private final EmbeddedParts parts = EmbeddedParts.fresh();
    private final Tokens tokens = new Tokens();
    private final Map<Database, Connection> numbers = new ConcurrentHashMap<>();
    private final Map<String, EmbeddedPart> services = new LinkedHashMap<>();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param statements whether PostgreSQL counts what its statements cost */
    Running(boolean statements) {
        // the clients of pgbench come on top of the pools of three services
        sql(Database.CASES, "alter system set max_connections = 200");
        if (statements) {
            sql(Database.CASES, "alter system set shared_preload_libraries = 'pg_stat_statements'");
        }
        parts.postgres().restart();
        if (statements) {
            sql(Database.CASES, "create extension pg_stat_statements");
        }
    }

    EmbeddedParts parts() {
        return parts;
    }

    Tokens tokens() {
        return tokens;
    }

    Path folder() {
        return parts.folder();
    }

    /** Starts a service, again when it runs; it is ready when this returns. */
    URI start(Database database, Map<String, String> more) {
        var name = database.service();
        stop(database);
        var environment = new HashMap<>(tokens.environment());
        environment.putAll(Map.of(
                "QUARKUS_HTTP_HOST", "localhost",
                "QUARKUS_DATASOURCE_REACTIVE_URL", parts.postgres(database).url(database),
                "QUARKUS_DATASOURCE_USERNAME", database.serviceRole(),
                "QUARKUS_DATASOURCE_PASSWORD", parts.postgres().password(database.serviceRole()),
                "KAFKA_BOOTSTRAP_SERVERS", parts.kafka().bootstrapServers(),
                "MELDSPOOR_PERSON_KEY", Base64.getEncoder().encodeToString(new byte[32]),
                "MELDSPOOR_CONTACT_KEY", Base64.getEncoder().encodeToString(new byte[32]),
                "MELDSPOOR_MASTER_KEY_FILE", folder().resolve("master-key.json").toString(),
                "MELDSPOOR_SOURCE", "urn:nld:kvknr:12345678:systeem:meldspoor"));
        // pages are for browsers, which sign in at Keycloak
        environment.put("QUARKUS_OIDC_WEB_TENANT_ENABLED", "false");
        environment.put("MELDSPOOR_WEB_SESSION_SECRET", java.util.UUID.randomUUID().toString());
        var port = Ports.free();
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        if (System.getenv("MELDSPOOR_BENCH_JAVA_OPTIONS") != null) {
            environment.put("JDK_JAVA_OPTIONS", System.getenv("MELDSPOOR_BENCH_JAVA_OPTIONS"));
        }
        environment.putAll(more);
        var service = new ServiceProcess(name, port, folder(), Repository.root().resolve(name).resolve("target/quarkus-app"), environment);
        services.put(name, service);
        service.start();
        return address(database);
    }

    void stop(Database database) {
        var running = services.remove(database.service());
        if (running != null) {
            running.stop();
        }
    }

    boolean runs(Database database) {
        return services.containsKey(database.service());
    }

    URI address(Database database) {
        return URI.create("http://localhost:" + services.get(database.service()).port());
    }

    /** Processor time used so far by a service, in milliseconds. */
    double processorMillis(Database database) {
        return processes(services.get(database.service())).mapToDouble(Machine::processorMillis).sum();
    }

    /** Processor time used so far by PostgreSQL, in milliseconds. */
    double processorMillisOfPostgres() {
        return processes(parts.postgres()).mapToDouble(Machine::processorMillis).sum();
    }

    /** Processor time used so far in milliseconds by everything that runs: services, Kafka, PostgreSQL by whose connections they are. */
    Map<String, Double> processorMillisByPart() {
        var used = new java.util.TreeMap<String, Double>();
        services.forEach((name, part) -> used.put(name, processes(part).mapToDouble(Machine::processorMillis).sum()));
        used.put("Kafka", processes(parts.kafka()).mapToDouble(Machine::processorMillis).sum());
        used.put("load generator", Machine.processorMillis(ProcessHandle.current()));
        processes(parts.postgres()).forEach(process -> used.merge("PostgreSQL, " + whose(process), Machine.processorMillis(process), Double::sum));
        return used;
    }

    /** From here on count statements anew. */
    void forgetStatements() {
        sql(Database.CASES, "select pg_stat_statements_reset()");
    }

    /** A line for each of the statements that took longest together: per event, how often, and how it begins. */
    java.util.List<String> dearestStatements(long events, int most) {
        var dearest =
                """
                select format('%%s us per event, %%s calls of %%s us, %%s: %%s', round(total_exec_time * 1000 / %d), calls,
                              round(mean_exec_time * 1000), datname, left(regexp_replace(query, '\\s+', ' ', 'g'), 110))
                  from pg_stat_statements s join pg_database d on d.oid = s.dbid
                 order by total_exec_time desc limit %d
                """;
        var lines = new java.util.ArrayList<String>();
        try (var connection = parts.postgres().connectAsSuperuser(Database.CASES.databaseName());
                var sql = connection.createStatement();
                var rows = sql.executeQuery(dearest.formatted(events, most))) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(dearest, e);
        }
        return lines;
    }

    private static String whose(ProcessHandle postgres) {
        var title = Machine.title(postgres);
        for (var database : Database.values()) {
            if (title.contains(" " + database.databaseName() + " ")) {
                return database.service();
            }
        }
        return "its own work";
    }

    private static java.util.stream.Stream<ProcessHandle> processes(EmbeddedPart part) {
        // the process that was started may be a prefix of it
        var handle = part.handle().orElseThrow();
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(handle), handle.descendants());
    }

    /** Resident memory of a service, in MiB. */
    double residentMiB(Database database) {
        return processes(services.get(database.service()))
                .mapToDouble(process -> Machine.residentMiB(process.pid()))
                .max()
                .orElseThrow();
    }

    /** Heap in use of a service, in MiB. */
    double heapMiB(Database database) {
        var metrics = text(address(database), "/q/metrics", null);
        return metrics.lines()
                        .filter(line -> line.startsWith("jvm_memory_used_bytes{") && line.contains("area=\"heap\""))
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                        .sum()
                / 1024
                / 1024;
    }

    /** What a GET answers. */
    String text(URI service, String path, String token) {
        return text(service, path, token, "*/*");
    }

    /** What a GET answers that asks for a media type. */
    String text(URI service, String path, String token, String accept) {
        var request = HttpRequest.newBuilder(service.resolve(path)).header("Accept", accept);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return sent(request.GET().build(), 200).body();
    }

    /** What a POST of JSON answers; 201 is expected. */
    HttpResponse<String> post(URI service, String path, String token, String body) {
        return sent(
                HttpRequest.newBuilder(service.resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                201);
    }

    private HttpResponse<String> sent(HttpRequest request, int expected) {
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != expected) {
                throw new IllegalStateException(
                        request.method() + " " + request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Runs SQL as the superuser. */
    void sql(Database database, String statement) {
        try (var connection = parts.postgres().connectAsSuperuser(database.databaseName());
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** The one number that a query answers; cheap enough to be asked again and again. */
    long number(Database database, String query) {
        try (var sql = numbers.computeIfAbsent(database, this::connect).createStatement();
                var rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    private Connection connect(Database database) {
        try {
            return parts.postgres().connectAsSuperuser(database.databaseName());
        } catch (SQLException e) {
            throw new IllegalStateException("expected a connection to " + database.databaseName(), e);
        }
    }

    @Override
    public void close() {
        for (var database : Database.values()) {
            stop(database);
        }
        parts.close();
    }
}
