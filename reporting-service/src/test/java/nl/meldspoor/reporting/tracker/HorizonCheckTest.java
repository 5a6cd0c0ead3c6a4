package nl.meldspoor.reporting.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;

/** A term beyond the calendar shows where a monitor looks. */
class HorizonCheckTest {

    @Test
    void isDownWhileATermEndsBeyondTheCalendar() {
        assertThat(with(0).getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(with(2).getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(with(2).getData().orElseThrow()).containsEntry("termsPastHorizon", 2L).containsKey("horizon");
    }

    private static HealthCheckResponse with(long termsPastHorizon) {
        HorizonCheck check = new HorizonCheck();
        check.threads = new TrackerThreads() {
            @Override
            long pastHorizon() {
                return termsPastHorizon;
            }
        };
        return check.call();
    }
}
