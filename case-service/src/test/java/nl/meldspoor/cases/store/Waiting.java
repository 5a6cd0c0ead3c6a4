package nl.meldspoor.cases.store;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** Waits for a condition, at most half a minute. */
public final class Waiting {

    private Waiting() {}

    public static void until(Callable<Boolean> condition) {
        Awaitility.await().pollInterval(Duration.ofMillis(20)).atMost(Duration.ofSeconds(30)).until(condition);
    }
}
