package nl.meldspoor.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Starts processes that end when this Java process ends, however that ends (also by {@code kill -9}).
 *
 * <p>Linux sends the parent-death signal when the <em>thread</em> that started the child ends, so all children are
 * started by one thread that never does. Where {@code setpriv} is missing the children are started without it.
 */
final class Children {

    private static final boolean HAS_SETPRIV = has("/usr/bin/setpriv") || has("/bin/setpriv");
    private static final LinkedBlockingQueue<Runnable> STARTS = new LinkedBlockingQueue<>();

    static {
        Thread.ofPlatform().daemon().name("meldspoor-starts-processes").start(() -> {
            while (true) {
                try {
                    STARTS.take().run();
                } catch (InterruptedException e) {
                    // this thread must outlive every child
                    continue;
                }
            }
        });
    }

    private Children() {}

    /**
     * Starts a process that gets {@code signal} when we are gone.
     *
     * @param signal name without SIG: {@code TERM}, {@code INT}
     */
    static Process start(String signal, ProcessBuilder builder) {
        return start(signal, List.of(), builder);
    }

    /**
     * As {@link #start(String, ProcessBuilder)}, as another user.
     *
     * @param privileges options of {@code setpriv}. They go into one call with the signal: changing the user afterwards
     *     would clear it
     */
    static Process start(String signal, List<String> privileges, ProcessBuilder builder) {
        var command = new ArrayList<>(prefix(signal, privileges));
        command.addAll(builder.command());
        builder.command(command);
        var started = new CompletableFuture<Process>();
        STARTS.add(() -> {
            try {
                started.complete(builder.start());
            } catch (IOException | RuntimeException e) {
                started.completeExceptionally(e);
            }
        });
        return started.join();
    }

    /** Runs a command to its end; its output is the message when it fails. */
    static String run(Duration atMost, ProcessBuilder builder) {
        return run(atMost, List.of(), builder);
    }

    /** As {@link #run(Duration, ProcessBuilder)}, as another user. */
    static String run(Duration atMost, List<String> privileges, ProcessBuilder builder) {
        try {
            var log = Files.createTempFile("meldspoor-", ".out");
            try {
                var process = start("KILL", privileges, builder.redirectErrorStream(true).redirectOutput(log.toFile()));
                process.getOutputStream().close();
                if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException(builder.command() + " did not end within " + atMost);
                }
                var output = Files.readString(log);
                if (process.exitValue() != 0) {
                    throw new IllegalStateException(
                            builder.command() + " ended with " + process.exitValue() + ": " + output.strip());
                }
                return output;
            } finally {
                Files.deleteIfExists(log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + builder.command(), e);
        }
    }

    /** Kills without asking, descendants too, and waits until they are gone. */
    static void kill(ProcessHandle process) {
        var all = new ArrayList<>(process.descendants().toList());
        all.addFirst(process);
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> await(one, Duration.ofSeconds(20)));
    }

    /** Waits for the end of a process that may or may not be our child. */
    static boolean await(ProcessHandle process, Duration atMost) {
        try {
            process.onExit().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (java.util.concurrent.TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** The {@code java} that runs us, for children of the same version. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static List<String> prefix(String signal, List<String> privileges) {
        if (!HAS_SETPRIV) {
            if (!privileges.isEmpty()) {
                throw new CannotStart("PostgreSQL may not run as root, and the command setpriv is missing: install the"
                        + " package util-linux, or start as another user.");
            }
            return List.of();
        }
        var prefix = new ArrayList<>(List.of("setpriv", "--pdeathsig", signal));
        prefix.addAll(privileges);
        prefix.add("--");
        return prefix;
    }

    private static boolean has(String file) {
        return Files.isExecutable(Path.of(file));
    }
}
