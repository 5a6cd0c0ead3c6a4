package nl.meldspoor.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of our services, as a process whose command line names it. */
public final class ServiceProcess implements EmbeddedPart {

    private static final Duration START_AT_MOST = Duration.ofMinutes(2);

    /** Who gives tokens has the clock of the machine: while ours is moved, a token is good for so many seconds before and after its time. */
    private static final String LIFESPAN_GRACE = Long.toString(Duration.ofDays(90).toSeconds());

    private final String name;
    private final int port;
    private final Path data;
    private final Path application;
    private final Map<String, String> environment;

    /**
     * @param data the data folder; the process number is kept in {@code run/}, what it says in {@code log/}
     * @param application the folder with {@code quarkus-run.jar}
     */
    public ServiceProcess(String name, int port, Path data, Path application, Map<String, String> environment) {
        this.name = name;
        this.port = port;
        this.data = data.toAbsolutePath().normalize();
        this.application = application.toAbsolutePath().normalize();
        this.environment = Map.copyOf(environment);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void start() {
        if (isRunning()) {
            return;
        }
        var jar = application.resolve("quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(name + " is not built: " + jar + " is missing");
        }
        try {
            Files.createDirectories(pidFile().getParent());
            Files.createDirectories(log().getParent());
            var builder = new ProcessBuilder(command(jar))
                    .directory(data.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            builder.environment().putAll(environment);
            if (clock().isSet()) {
                builder.environment().put("QUARKUS_OIDC_TOKEN_LIFESPAN_GRACE", LIFESPAN_GRACE);
            }
            var process = Children.start("TERM", builder);
            Files.writeString(pidFile(), Long.toString(process.pid()));
            Readiness.await(this, process, URI.create("http://localhost:" + port + "/q/health/ready"), START_AT_MOST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        handle().ifPresent(process -> EmbeddedPart.end(process, Duration.ofSeconds(20)));
    }

    @Override
    public Optional<ProcessHandle> handle() {
        return PidFile.handle(pidFile(), dataOnCommandLine());
    }

    @Override
    public Path log() {
        return data.resolve("log").resolve(name + ".log");
    }

    private Path pidFile() {
        return data.resolve("run").resolve(name + ".pid");
    }

    private MovableClock clock() {
        return MovableClock.of(data, name);
    }

    private List<String> command(Path jar) {
        var command = new ArrayList<>(clock().prefix());
        command.addAll(List.of(
                Children.java(),
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dmeldspoor.service=" + name,
                dataOnCommandLine(),
                "-jar",
                jar.toString()));
        return command;
    }

    private String dataOnCommandLine() {
        return "-Dmeldspoor.data=" + data;
    }
}
