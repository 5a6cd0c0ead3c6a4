package nl.meldspoor.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import nl.meldspoor.http.ProblemException;
import org.junit.jupiter.api.Test;

class PressTest {

    @Test
    void whoWaitsTooLongIsToldWhenToComeBackAndTheNextIsPrinted() throws InterruptedException, ExecutionException {
        // given
        Press press = new Press(1, Duration.ofMillis(1), Duration.ofSeconds(7));
        CountDownLatch printing = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        FutureTask<byte[]> first = new FutureTask<>(() -> press.print(() -> {
            printing.countDown();
            await(finish);
            return new byte[] {1};
        }));
        Thread.ofVirtual().start(first);
        printing.await();

        // when
        assertThatThrownBy(() -> press.print(() -> new byte[] {2}))
                .isInstanceOfSatisfying(ProblemException.class, busy -> assertThat(busy.problem().status()).isEqualTo(503));
        finish.countDown();

        // then
        assertThat(first.get()).containsExactly(1);
        assertThat(press.print(() -> new byte[] {3})).containsExactly(3);
    }

    @Test
    void whatFailsGivesThePressFree() {
        Press press = new Press(1, Duration.ofMillis(1), Duration.ofSeconds(7));

        assertThatThrownBy(() -> press.print(() -> {
                    throw new IllegalStateException("no paper");
                }))
                .hasMessage("no paper");

        assertThat(press.print(() -> new byte[] {3})).containsExactly(3);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
