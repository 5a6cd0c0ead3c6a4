package nl.meldspoor.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Packages the services by Maven when their sources changed, and keeps what runs apart from {@code target/}, so that a
 * later build or test does not change a running service under its feet.
 */
final class Build {

    private static final Duration AT_MOST = Duration.ofMinutes(30);
    private static final List<String> SERVICES = List.of("case-service", "notification-service", "reporting-service");

    private final Path repository;
    private final Path data;
    private final String stamp;

    /** @param stamp tells one state of the sources from another */
    Build(Path repository, Path data, String stamp) {
        this.repository = repository;
        this.data = data;
        this.stamp = stamp;
    }

    /** Where the packaged service to run is. */
    Function<String, Path> applications() {
        return service -> data.resolve("app").resolve(service);
    }

    void run(Progress progress) {
        try {
            var stampFile = data.resolve("app/built");
            if (Files.exists(stampFile) && Files.readString(stampFile).equals(stamp)) {
                progress.tell("services", "are built");
                return;
            }
            Files.createDirectories(data.resolve("app"));
            Files.deleteIfExists(stampFile);
            var from = System.nanoTime();
            maven();
            for (var service : SERVICES) {
                var target = applications().apply(service);
                FileTree.delete(target);
                FileTree.copy(Stack.packaged(repository).apply(service), target);
            }
            Files.writeString(stampFile, stamp);
            progress.tell(
                    "services", "were built in %.0f s".formatted((System.nanoTime() - from) / 1_000_000_000.0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void maven() throws IOException {
        var log = data.resolve("log/build.log");
        Files.createDirectories(log.getParent());
        var builder = new ProcessBuilder(
                        "mvn", "-B", "-ntp", "-q", "-DskipTests",
                        "-pl", String.join(",", SERVICES) + ",deploy/examples", "-am", "package")
                .directory(repository.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = Children.start("TERM", builder);
        process.getOutputStream().close();
        if (!Children.await(process.toHandle(), AT_MOST)) {
            Children.kill(process.toHandle());
            throw new CannotStart("The build did not end within " + AT_MOST.toMinutes() + " minutes; see " + log + ".");
        }
        if (process.exitValue() != 0) {
            throw new CannotStart("The build failed; see " + log + ", which ends with:\n" + LastLines.of(log));
        }
    }
}
