package nl.meldspoor.notifications.delivery;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How long to wait after each failure: short at first, for a hiccup; then for days, for a machine that is being replaced. Some time is
 * added at random, so that a receiver that comes back is not met by everybody at once.
 */
public enum Backoff {
    /** As Standard Webhooks 1.0.0 advises: eleven attempts, within four days. */
    WEBHOOK("PT5S", "PT5M", "PT30M", "PT2H", "PT5H", "PT10H", "PT14H", "PT20H", "PT24H", "PT24H"),
    MAIL("PT30S", "PT2M", "PT10M", "PT30M", "PT1H", "PT2H", "PT4H", "PT8H", "PT16H", "PT24H", "PT24H");

    /** A next attempt further away was planned by a clock that was ahead: pauses, digests and quiet hours end within two days. */
    public static final Duration NO_PLAN_IS_LONGER = Duration.ofDays(3);

    /** So far may the clocks of two instances be from each other. */
    public static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private static final double MOST_ADDED = 0.1;

    private final List<Duration> pauses;

    Backoff(String... pauses) {
        this.pauses = Arrays.stream(pauses).map(Duration::parse).toList();
    }

    /**
     * @param attempts how many failed, at least one
     * @param random from 0 to 1
     * @return how long to wait; empty when it has failed for good
     */
    public Optional<Duration> after(int attempts, double random) {
        if (attempts > pauses.size()) {
            return Optional.empty();
        }
        Duration pause = pauses.get(attempts - 1);
        return Optional.of(pause.plusMillis((long) (pause.toMillis() * MOST_ADDED * random)));
    }
}
