package nl.meldspoor.notifications.webhooks;

import java.time.Duration;
import java.util.Optional;
import nl.meldspoor.notifications.delivery.Backoff;

/** What an attempt means for its delivery. Pure. */
sealed interface Verdict {

    record Delivered() implements Verdict {}

    /** @param pause until the next attempt */
    record TryLater(String problem, Duration pause) implements Verdict {}

    /** Given up: visible, and to be sent again by hand. */
    record Dead(String problem) implements Verdict {}

    /** The subscriber wants no more, ever (410). */
    record Gone() implements Verdict {}

    Duration LONGEST_PAUSE = Duration.ofDays(1);

    /**
     * @param attempts how many there were, this one included
     * @param random from 0 to 1
     */
    static Verdict of(WebhookClient.Outcome outcome, int attempts, double random) {
        return switch (outcome) {
            case WebhookClient.Outcome.NoAnswer(String code) -> later(code, attempts, random, Optional.empty());
            case WebhookClient.Outcome.Answered(int status, Optional<Duration> retryAfter) -> {
                if (status >= 200 && status < 300) {
                    yield new Delivered();
                }
                if (status == 410) {
                    yield new Gone();
                }
                yield later(status >= 300 && status < 400 ? "REDIRECT" : "STATUS-" + status, attempts, random, retryAfter);
            }
        };
    }

    private static Verdict later(String problem, int attempts, double random, Optional<Duration> asked) {
        Optional<Duration> pause = Backoff.WEBHOOK.after(attempts, random);
        if (pause.isEmpty()) {
            return new Dead(problem);
        }
        Duration wanted = asked.filter(d -> d.compareTo(LONGEST_PAUSE) <= 0).orElse(Duration.ZERO);
        return new TryLater(problem, wanted.compareTo(pause.get()) > 0 ? wanted : pause.get());
    }
}
