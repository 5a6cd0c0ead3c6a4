package nl.meldspoor.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How long it is tried. */
class BackoffTest {

    @ParameterizedTest
    @EnumSource(Backoff.class)
    void itIsTriedEverMoreSlowlyForDaysAndThenNoMore(Backoff backoff) {
        Duration whole = Duration.ZERO;
        Duration last = Duration.ZERO;
        int attempts = 1;
        for (Optional<Duration> pause = backoff.after(1, 0); pause.isPresent(); pause = backoff.after(++attempts, 0)) {
            assertThat(pause.get()).isGreaterThanOrEqualTo(last);
            last = pause.get();
            whole = whole.plus(last);
        }
        assertThat(whole).isBetween(Duration.ofDays(3), Duration.ofDays(5));
        assertThat(attempts).isBetween(10, 13);
        assertThat(backoff.after(1, 1).orElseThrow()).isEqualTo(backoff.after(1, 0).orElseThrow().multipliedBy(11).dividedBy(10));
    }
}
