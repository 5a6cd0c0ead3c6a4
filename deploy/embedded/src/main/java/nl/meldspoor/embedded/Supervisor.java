package nl.meldspoor.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts a part again when it ended by itself: after one second, then two, at most thirty, with a line for each in its
 * log. A part that ran for a minute begins at one second again.
 */
public final class Supervisor implements AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STEADY = Duration.ofMinutes(1);

    private final Path log;
    private final Clock clock;
    private final ExecutorService watchers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closing;

    /** @param log gets a line per end and start: {@code at=… part=… event=… } */
    public Supervisor(Path log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Watches parts that run. */
    public void watch(List<EmbeddedPart> parts) {
        parts.forEach(part -> watchers.submit(() -> watch(part)));
    }

    /** Watches no more; the parts go on. */
    @Override
    public void close() {
        closing = true;
        watchers.shutdownNow();
    }

    /** The pause before the next start, doubling from one to thirty seconds. */
    static Duration pauseAfter(Duration previous) {
        var doubled = previous.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private void watch(EmbeddedPart part) {
        var pause = FIRST_PAUSE;
        try {
            while (!closing) {
                var startedAt = clock.instant();
                part.handle().ifPresent(process -> process.onExit().join());
                if (closing) {
                    return;
                }
                if (Duration.between(startedAt, clock.instant()).compareTo(STEADY) > 0) {
                    pause = FIRST_PAUSE;
                }
                write("part=" + part.name() + " event=ended start_again_after_seconds=" + pause.toSeconds());
                pause = startAgain(part, pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tries until it runs; the answer is the pause for the next time. */
    private Duration startAgain(EmbeddedPart part, Duration firstPause) throws InterruptedException {
        var pause = firstPause;
        while (true) {
            // a wait that ends at once when the watching ends
            if (watchers.awaitTermination(pause.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS) || closing) {
                throw new InterruptedException();
            }
            pause = pauseAfter(pause);
            try {
                part.start();
                write("part=" + part.name() + " event=started-again pid=" + part.pid());
                return pause;
            } catch (RuntimeException e) {
                part.kill();
                write("part=" + part.name() + " event=start-failed try_again_after_seconds=" + pause.toSeconds()
                        + " reason=\"" + firstLine(e) + "\"");
            }
        }
    }

    private synchronized void write(String line) {
        try {
            Files.createDirectories(log.getParent());
            Files.writeString(
                    log,
                    "at=" + Instant.now(clock).truncatedTo(ChronoUnit.MILLIS) + " " + line + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").replace('"', '\'');
    }
}
