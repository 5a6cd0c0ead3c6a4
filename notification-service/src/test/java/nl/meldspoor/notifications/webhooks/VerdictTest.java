package nl.meldspoor.notifications.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer means. */
class VerdictTest {

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204})
    void aGoodAnswerIsADelivery(int status) {
        assertThat(answered(status, 1)).isEqualTo(new Verdict.Delivered());
    }

    @Test
    void goneIsGone() {
        assertThat(answered(410, 1)).isEqualTo(new Verdict.Gone());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 429, 500, 502, 503})
    void everyOtherAnswerIsTriedLater(int status) {
        assertThat(answered(status, 1)).isEqualTo(new Verdict.TryLater("STATUS-" + status, Duration.ofSeconds(5)));
    }

    @Test
    void aRedirectIsAFailure() {
        assertThat(answered(307, 2)).isEqualTo(new Verdict.TryLater("REDIRECT", Duration.ofMinutes(5)));
    }

    @Test
    void whatASubscriberAsksForIsGivenUpToADay() {
        assertThat(Verdict.of(new WebhookClient.Outcome.Answered(503, Optional.of(Duration.ofHours(1))), 1, 0))
                .isEqualTo(new Verdict.TryLater("STATUS-503", Duration.ofHours(1)));
        assertThat(Verdict.of(new WebhookClient.Outcome.Answered(503, Optional.of(Duration.ofDays(365))), 1, 0))
                .isEqualTo(new Verdict.TryLater("STATUS-503", Duration.ofSeconds(5)));
    }

    @Test
    void afterTheLastAttemptItIsGivenUp() {
        assertThat(Verdict.of(new WebhookClient.Outcome.NoAnswer("TIMEOUT"), 11, 0)).isEqualTo(new Verdict.Dead("TIMEOUT"));
    }

    private static Verdict answered(int status, int attempts) {
        return Verdict.of(new WebhookClient.Outcome.Answered(status, Optional.empty()), attempts, 0);
    }
}
