package nl.meldspoor.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Loads the example cases into an empty store, through the REST API, by the program that {@code deploy/examples}
 * packages: {@code <case-service> <keycloak> <file that remembers the load>}. The program itself looks whether the store
 * is empty and goes on where it was broken off.
 */
final class Examples {

    private static final Duration AT_MOST = Duration.ofMinutes(5);

    private final Path repository;
    private final Stack stack;

    Examples(Path repository, Stack stack) {
        this.repository = repository;
        this.stack = stack;
    }

    /** A load that fails is told, and does not stop the rest. */
    void load(Progress progress) {
        var log = stack.data().resolve("log/examples.log");
        try {
            var process = Children.start(
                    "TERM",
                    new ProcessBuilder(
                                    Children.java(),
                                    "-Xmx128m",
                                    "-jar",
                                    program().toString(),
                                    stack.cases().toString(),
                                    "http://localhost:" + stack.keycloak().port(),
                                    stack.data().resolve("run/examples-loaded").toString())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())));
            if (!Children.await(process.toHandle(), AT_MOST)) {
                Children.kill(process.toHandle());
                progress.tell("examples", "were not loaded within " + AT_MOST.toMinutes() + " minutes; see " + log);
            } else if (process.exitValue() == 0) {
                progress.tell("examples", LastLines.of(log).lines().reduce("", (before, line) -> line));
            } else {
                progress.tell("examples", "could not be loaded; see " + log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path program() throws IOException {
        try (var jars = Files.newDirectoryStream(repository.resolve("deploy/examples/target"), "examples-*.jar")) {
            for (var jar : jars) {
                return jar;
            }
        }
        throw new IllegalStateException("the example cases are not built: deploy/examples/target has no examples-….jar");
    }
}
