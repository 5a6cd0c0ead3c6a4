package nl.meldspoor.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * All of Meldspoor on one machine: PostgreSQL, Kafka, Keycloak, then the three services, each a process of its own.
 *
 * <pre>{@code
 * try (var stack = Stack.temporary()) {          // free ports, a temporary folder, the services as Maven packaged them
 *     stack.start(Progress.SILENT);
 *     stack.cases();                             // http://localhost:41234
 *     stack.part("kafka").kill();                // postgres, kafka, keycloak, case-service, …
 *     stack.part("kafka").start();
 * }
 * }</pre>
 */
public final class Stack implements AutoCloseable {

    /** Who we are as a source of CloudEvents; the number stands for no organisation. */
    private static final String SOURCE = "urn:nld:kvknr:12345678:systeem:meldspoor";

    private final Path data;
    private final Path repository;
    private final StackPorts ports;
    private final boolean temporary;
    private final EmbeddedPostgres postgres;
    private final EmbeddedKafka kafka;
    private final EmbeddedKeycloak keycloak;
    private final Function<String, Path> applications;
    private volatile List<EmbeddedPart> services = List.of();

    private Stack(
            Path data, Path repository, StackPorts ports, boolean temporary, Function<String, Path> applications) {
        this.data = data.toAbsolutePath().normalize();
        this.repository = repository;
        this.ports = ports;
        this.temporary = temporary;
        this.applications = applications;
        this.postgres = EmbeddedPostgres.at(this.data.resolve("postgres"), ports.postgres());
        this.kafka = EmbeddedKafka.at(this.data.resolve("kafka"), ports.kafka());
        this.keycloak = EmbeddedKeycloak.at(
                this.data.resolve("keycloak"),
                ports.keycloak(),
                repository.resolve("deploy/keycloak/meldspoor-realm.json"),
                ports.reporting());
    }

    /**
     * The set-up of a data folder that stays.
     *
     * @param applications where the folder with {@code quarkus-run.jar} of a service is
     */
    static Stack in(Path data, Path repository, StackPorts ports, Function<String, Path> applications) {
        return new Stack(data, repository, ports, false, applications);
    }

    /** For tests: empty, on free ports, gone when closed; runs the services that Maven packaged in {@code target/}. */
    public static Stack temporary() {
        try {
            var repository = Repository.root();
            var folder = Files.createTempDirectory(
                    "meldspoor-stack-",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
            var stack = new Stack(folder, repository, StackPorts.free(), true, packaged(repository));
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "meldspoor-stops-stack"));
            return stack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where Maven leaves a packaged service. */
    static Function<String, Path> packaged(Path repository) {
        return service -> repository.resolve(service).resolve("target/quarkus-app");
    }

    /** Starts everything and returns when the services are ready. */
    public void start(Progress progress) {
        startParts(progress, () -> {});
    }

    /**
     * Starts PostgreSQL, Kafka and Keycloak beside each other and beside {@code build}, then the services.
     *
     * @param build makes the services; done when it returns
     */
    void startParts(Progress progress, Runnable build) {
        // before any data: a lost key is noticed by the data that stand beside its empty place
        new Secrets(data).personKey();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var database = CompletableFuture.runAsync(() -> started(postgres, progress), executor);
            var others = CompletableFuture.allOf(
                    CompletableFuture.runAsync(() -> started(kafka, progress), executor),
                    CompletableFuture.runAsync(() -> started(keycloak, progress), executor),
                    CompletableFuture.runAsync(build, executor));
            var migrated = database.thenRunAsync(() -> migrate(progress), executor);
            CompletableFuture.allOf(others, migrated).join();
            services = List.of(
                    service("case-service", ports.cases(), Database.CASES),
                    service("notification-service", ports.notifications(), Database.NOTIFICATIONS),
                    service("reporting-service", ports.reporting(), Database.REPORTING));
            CompletableFuture.allOf(services.stream()
                            .map(part -> CompletableFuture.runAsync(() -> started(part, progress), executor))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Every part that was started, in the order in which they stop last. */
    public List<EmbeddedPart> parts() {
        var parts = new java.util.ArrayList<EmbeddedPart>(List.of(postgres, kafka, keycloak));
        parts.addAll(services);
        return List.copyOf(parts);
    }

    /** @param name postgres, kafka, keycloak, case-service, notification-service, reporting-service */
    public EmbeddedPart part(String name) {
        return parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected one of "
                        + parts().stream().map(EmbeddedPart::name).toList() + ", but was " + name));
    }

    /** @param part postgres, case-service, notification-service or reporting-service */
    public MovableClock clock(String part) {
        return MovableClock.of(data, part);
    }

    public EmbeddedPostgres postgres() {
        return postgres;
    }

    public EmbeddedKafka kafka() {
        return kafka;
    }

    public EmbeddedKeycloak keycloak() {
        return keycloak;
    }

    /** The case-service, without path. */
    public URI cases() {
        return local(ports.cases());
    }

    /** The notification-service, without path. */
    public URI notifications() {
        return local(ports.notifications());
    }

    /** The reporting-service, without path. */
    public URI reporting() {
        return local(ports.reporting());
    }

    /** The folder with everything it writes: a test may look there for words that must not be. */
    public Path data() {
        return data;
    }

    /** Stops what runs: the services first, then what they work on. */
    public void stop() {
        inParallel(services);
        inParallel(List.of(keycloak, kafka, postgres));
    }

    @Override
    public void close() {
        stop();
        if (temporary) {
            FileTree.delete(data);
        }
    }

    private void migrate(Progress progress) {
        for (var database : Database.values()) {
            var scripts = Migrations.run(postgres, database, repository);
            progress.tell(
                    database.databaseName(), scripts == 0 ? "tables are up to date" : "tables migrated by " + scripts + " scripts");
        }
    }

    /**
     * One more reporting-service on the same database and topics, not started: whoever asks starts and stops it.
     *
     * @param instance what sets it apart
     */
    public EmbeddedPart anotherReporting(String instance) {
        return service("reporting-service", instance, Ports.free(), Database.REPORTING);
    }

    private ServiceProcess service(String name, int port, Database database) {
        return service(name, name, port, database);
    }

    private ServiceProcess service(String name, String instance, int port, Database database) {
        var secrets = new Secrets(data);
        var environment = new java.util.HashMap<>(Map.of(
                "QUARKUS_HTTP_HOST", "localhost",
                "QUARKUS_HTTP_PORT", Integer.toString(port),
                "QUARKUS_DATASOURCE_REACTIVE_URL", postgres.url(database),
                "QUARKUS_DATASOURCE_USERNAME", database.serviceRole(),
                "QUARKUS_DATASOURCE_PASSWORD", postgres.password(database.serviceRole()),
                "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                "QUARKUS_OIDC_AUTH_SERVER_URL", keycloak.realmUrl(),
                "MELDSPOOR_PERSON_KEY", secrets.personKey(),
                "MELDSPOOR_SOURCE", SOURCE));
        if (database == Database.CASES) {
            environment.put("MELDSPOOR_MASTER_KEY_FILE", secrets.masterKeyFile().toString());
        }
        if (database == Database.NOTIFICATIONS) {
            environment.put("MELDSPOOR_CONTACT_KEY", secrets.contactKey());
            environment.put("MELDSPOOR_WEB_URL", reporting() + "/");
            environment.put("MELDSPOOR_CASES_URL", cases().toString());
        }
        if (database == Database.REPORTING) {
            environment.put("MELDSPOOR_INSTANCE", instance);
            environment.put("MELDSPOOR_WEB_SESSION_SECRET", secrets.webSessionSecret());
            environment.put("QUARKUS_REST_CLIENT_CASES_URL", cases().toString());
            environment.put("QUARKUS_REST_CLIENT_NOTIFICATIONS_URL", notifications().toString());
        }
        return new ServiceProcess(instance, port, data, applications.apply(name), environment);
    }

    private static void started(EmbeddedPart part, Progress progress) {
        var from = System.nanoTime();
        part.start();
        progress.tell(
                part.name(),
                "runs on port %d after %.1f s".formatted(part.port(), (System.nanoTime() - from) / 1_000_000_000.0));
    }

    private static void inParallel(List<? extends EmbeddedPart> parts) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            parts.forEach(part -> executor.submit(part::stop));
        }
    }

    private static URI local(int port) {
        return URI.create("http://localhost:" + port);
    }
}
