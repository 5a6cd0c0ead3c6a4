package nl.meldspoor.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A part that runs as a process of its own and can be stopped, killed and started again on the same port and data. */
public interface EmbeddedPart {

    /** Short, for progress and logs: {@code postgres}, {@code kafka}, … */
    String name();

    int port();

    /** Starts it, or does nothing when it runs, and returns when it serves. */
    void start();

    /** Stops it in order, at most half a minute, then without asking. */
    void stop();

    /** The process, when it runs. */
    Optional<ProcessHandle> handle();

    /** Where it writes what it says. */
    Path log();

    default boolean isRunning() {
        return handle().isPresent();
    }

    /** @throws IllegalStateException when it does not run */
    default long pid() {
        return handle().orElseThrow(() -> new IllegalStateException(name() + " does not run")).pid();
    }

    /** {@code kill -9}, its children too; returns when they are gone. Nothing when it does not run. */
    default void kill() {
        handle().ifPresent(Children::kill);
    }

    /** Stops in order and starts again on the same port and data. */
    default void restart() {
        stop();
        start();
    }

    /** Asks by SIGTERM, and kills after {@code patience}. */
    static void end(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!Children.await(process, patience)) {
            Children.kill(process);
        }
    }
}
