package nl.meldspoor.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A wall clock that is set, held against one that is not. */
class WallClockWatchTest {

    private long wallMillis = 1_795_000_000_000L;
    private long monotonicNanos = -7_000_000_000L;
    private final WallClockWatch watch = new WallClockWatch(() -> wallMillis, () -> monotonicNanos);

    @Test
    void timeThatPassesIsNoSetting() {
        // when: a day, and a machine that slept for a week, which the monotonic clock does not count
        passes(Duration.ofDays(1));
        wallMillis += Duration.ofDays(7).toMillis();
        watch.look();

        // then
        assertThat(watch.setBackBy()).isZero();
    }

    @Test
    void aClockThatWasAheadAndIsPutRightWasSetBackAndStaysSo() {
        // given
        wallMillis += Duration.ofDays(30).toMillis();
        watch.look();
        assertThat(watch.setBackBy()).isZero();

        // when
        wallMillis -= Duration.ofDays(30).toMillis();
        watch.look();
        passes(Duration.ofHours(1));

        // then
        assertThat(watch.setBackBy()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void aMinuteIsWaitedOut() {
        // when
        wallMillis -= Duration.ofMinutes(1).toMillis();
        watch.look();
        assertThat(watch.setBackBy()).isZero();
        wallMillis -= Duration.ofMinutes(1).plusMillis(1).toMillis();
        watch.look();

        // then
        assertThat(watch.setBackBy()).isEqualTo(Duration.ofMillis(60_001));
    }

    private void passes(Duration duration) {
        for (long second = 0; second < duration.toSeconds(); second++) {
            wallMillis += 1_000;
            monotonicNanos += 1_000_000_000L;
            watch.look();
        }
    }
}
