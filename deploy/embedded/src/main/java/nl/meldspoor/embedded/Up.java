package nl.meldspoor.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What {@code ./meldspoor up} runs: starts everything, says so, watches, and stops everything when asked to.
 *
 * <p>Arguments: {@code DATA STAMP [--fresh] [--no-demo]}. Runs until a signal (SIGTERM, SIGINT) asks it to stop; ends with
 * 1 and one sentence when it cannot start.
 */
final class Up {

    /** All that a data folder may hold; nothing else is ever deleted from it. {@code app} is built, not data. */
    private static final List<String> DATA = List.of("postgres", "kafka", "keycloak", "secrets", "log", "run");

    private final Path data;
    private final Set<String> options;
    private final StackPorts ports;
    private final Stack stack;
    private final Build build;
    private final Path repository;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicBoolean failed = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);

    private Up(Path data, String stamp, Set<String> options) {
        this.data = data;
        this.options = options;
        this.repository = Repository.root();
        this.ports = StackPorts.fromEnvironment(System.getenv());
        this.build = new Build(repository, data, stamp);
        this.stack = Stack.in(data, repository, ports, build.applications());
    }

    /** See the class. */
    public static void main(String[] arguments) {
        try {
            var options = Set.of(arguments).stream().filter(word -> word.startsWith("--")).collect(java.util.stream.Collectors.toSet());
            var data = Path.of(arguments[0]).toAbsolutePath().normalize();
            new Up(data, arguments[1], options).run();
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (RuntimeException e) {
            System.err.println("Meldspoor cannot start: " + e.getMessage());
            System.exit(1);
        }
    }

    private void run() {
        try {
            Files.createDirectories(data);
            try (var channel = FileChannel.open(
                    data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock(channel);
                underLock();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private void lock(FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // held by this very process: said below
        }
        throw new CannotStart("Meldspoor already runs on " + data + "; ./meldspoor down stops it.");
    }

    private void underLock() throws IOException {
        // what a killed supervisor left behind: these are ours, by folder and command line
        stack.parts().forEach(EmbeddedPart::stop);
        services().forEach(EmbeddedPart::stop);
        portsAreFree();
        if (options.contains("--fresh")) {
            DATA.forEach(name -> FileTree.delete(data.resolve(name)));
        }
        Files.createDirectories(data.resolve("run"));
        Files.createDirectories(data.resolve("log"));
        Files.writeString(data.resolve("run/supervisor.pid"), Long.toString(ProcessHandle.current().pid()));
        var supervisor = new Supervisor(data.resolve("log/supervisor.log"), Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(supervisor), "meldspoor-stops"));
        try {
            stack.startParts(Up::tell, () -> build.run(Up::tell));
        } catch (RuntimeException e) {
            if (stopping.get()) {
                await();
                return;
            }
            failed.set(true);
            throw e;
        }
        if (!options.contains("--no-demo")) {
            new Examples(repository, stack).load(Up::tell);
        }
        supervisor.watch(stack.parts());
        say(ready());
        Files.writeString(data.resolve("run/ready"), ready());
        try (var housekeeping = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory())) {
            housekeeping.scheduleWithFixedDelay(
                    () -> BoundedLogs.trim(data.resolve("log")), 30, 30, TimeUnit.SECONDS);
            await();
            housekeeping.shutdownNow();
        }
    }

    private void stop(Supervisor supervisor) {
        stopping.set(true);
        if (!failed.get()) {
            say("Stopping");
        }
        supervisor.close();
        stack.stop();
        try {
            Files.deleteIfExists(data.resolve("run/ready"));
            Files.deleteIfExists(data.resolve("run/supervisor.pid"));
        } catch (IOException e) {
            say("could not tidy up: " + e.getMessage());
        }
        if (!failed.get()) {
            say("Meldspoor has stopped; data stay in " + data);
        }
        stopped.countDown();
    }

    private void await() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The services of an earlier run, to be stopped; they need no settings for that. */
    private List<EmbeddedPart> services() {
        return List.of(
                new ServiceProcess("case-service", ports.cases(), data, data, Map.of()),
                new ServiceProcess("notification-service", ports.notifications(), data, data, Map.of()),
                new ServiceProcess("reporting-service", ports.reporting(), data, data, Map.of()));
    }

    private void portsAreFree() {
        ports.byVariable().forEach((variable, port) -> {
            if (Ports.taken(port)) {
                throw new CannotStart("Port " + port + " is taken by another program: stop that, or set " + variable
                        + " to a free port.");
            }
        });
    }

    private String ready() {
        return """

                Meldspoor is ready
                  case-service          %s/v1
                  notification-service  %s/v1
                  reporting-service     %s/v1
                  web pages             %s/
                  Keycloak              %s
                  a token               ./meldspoor token de-linde-professional
                """
                .formatted(stack.cases(), stack.notifications(), stack.reporting(), stack.reporting(),
                        stack.keycloak().realmUrl());
    }

    private static void tell(String part, String what) {
        say("%-22s %s".formatted(part, what));
    }

    private static synchronized void say(String line) {
        System.out.println(line.stripTrailing());
        System.out.flush();
    }
}
