package nl.meldspoor.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part that ends by itself comes back, later each time, with a line for each. */
class SupervisorTest {

    @TempDir
    Path folder;

    @Test
    void pausesDoubleFromOneSecondToThirty() {
        // given
        var pauses = new java.util.ArrayList<Long>();

        // when
        var pause = Duration.ofSeconds(1);
        for (var i = 0; i < 7; i++) {
            pauses.add(pause.toSeconds());
            pause = Supervisor.pauseAfter(pause);
        }

        // then
        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void aKilledPartComesBackAlsoWhenTheFirstStartFails() throws IOException {
        // given
        var part = new Sleeper();
        part.start();
        var before = part.pid();
        var log = folder.resolve("supervisor.log");
        try (var supervisor = new Supervisor(log, Clock.systemUTC())) {
            supervisor.watch(List.of(part));
            part.failuresToCome.set(1);

            // when
            part.kill();

            // then
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> Files.exists(log) && Files.readString(log).contains("event=started-again"));
            assertThat(part.isRunning()).isTrue();
            assertThat(part.pid()).isNotEqualTo(before);
            assertThat(Files.readAllLines(log))
                    .extracting(line -> line.replaceAll("at=\\S+ ", "").replaceAll("pid=\\d+", "pid=…"))
                    .containsExactly(
                            "part=sleeper event=ended start_again_after_seconds=1",
                            "part=sleeper event=start-failed try_again_after_seconds=2 reason=\"not now\"",
                            "part=sleeper event=started-again pid=…");
        } finally {
            part.kill();
        }
    }

    /** A process that does nothing for long. */
    private static final class Sleeper implements EmbeddedPart {

        private final AtomicInteger failuresToCome = new AtomicInteger();
        private volatile Process process;

        @Override
        public String name() {
            return "sleeper";
        }

        @Override
        public int port() {
            return 0;
        }

        @Override
        public void start() {
            if (failuresToCome.getAndDecrement() > 0) {
                throw new IllegalStateException("not now");
            }
            process = Children.start("KILL", new ProcessBuilder("sleep", "600"));
        }

        @Override
        public void stop() {
            kill();
        }

        @Override
        public Optional<ProcessHandle> handle() {
            return Optional.ofNullable(process).map(Process::toHandle).filter(ProcessHandle::isAlive);
        }

        @Override
        public Path log() {
            return Path.of("/dev/null");
        }
    }
}
