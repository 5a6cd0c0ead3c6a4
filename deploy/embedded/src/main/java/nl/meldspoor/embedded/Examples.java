package nl.meldspoor.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Loads the example cases into an empty store, through the REST API, by the main class
 * {@code nl.meldspoor.examples.LoadExamples <case-service> <realm>} of the module {@code deploy/examples}. That module
 * leaves its classes in {@code target/classes} and the class path of what it needs in {@code target/class-path}.
 */
final class Examples {

    private static final Duration AT_MOST = Duration.ofMinutes(5);
    private static final String MAIN = "nl.meldspoor.examples.LoadExamples";

    private final Path repository;
    private final Stack stack;

    Examples(Path repository, Stack stack) {
        this.repository = repository;
        this.stack = stack;
    }

    void loadWhenEmpty(Progress progress) {
        var target = repository.resolve("deploy/examples/target");
        if (!Files.isDirectory(target.resolve("classes")) || !storeIsEmpty()) {
            return;
        }
        var log = stack.data().resolve("log/examples.log");
        try {
            var dependencies = target.resolve("class-path");
            var classPath = target.resolve("classes")
                    + (Files.exists(dependencies) ? ":" + Files.readString(dependencies).strip() : "");
            var process = Children.start(
                    "TERM",
                    new ProcessBuilder(
                                    Children.java(),
                                    "-Xmx128m",
                                    "-cp",
                                    classPath,
                                    MAIN,
                                    stack.cases().toString(),
                                    stack.keycloak().realmUrl())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())));
            if (!Children.await(process.toHandle(), AT_MOST)) {
                Children.kill(process.toHandle());
                progress.tell("examples", "were not loaded within " + AT_MOST.toMinutes() + " minutes; see " + log);
            } else if (process.exitValue() == 0) {
                progress.tell("examples", "are loaded");
            } else {
                progress.tell("examples", "could not be loaded; see " + log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean storeIsEmpty() {
        try (var connection = stack.postgres().connectAsSuperuser(Database.CASES.databaseName());
                var statement = connection.createStatement()) {
            try (var table = statement.executeQuery("select to_regclass('case_event') is not null")) {
                table.next();
                if (!table.getBoolean(1)) {
                    return false;
                }
            }
            try (var rows = statement.executeQuery("select 1 from case_event limit 1")) {
                return !rows.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not look whether there are cases", e);
        }
    }
}
