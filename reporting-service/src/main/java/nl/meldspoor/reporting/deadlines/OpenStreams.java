package nl.meldspoor.reporting.deadlines;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import nl.meldspoor.http.Problem;
import nl.meldspoor.http.ProblemException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many connections are kept open, in all and by one person; bounded. */
@ApplicationScoped
@Startup
class OpenStreams {

    private static final int BY_ONE_PERSON = 10;
    private static final int RETRY_AFTER_SECONDS = 30;

    private final Map<String, Integer> open = new HashMap<>();
    private final int atMost;
    private int all;

    OpenStreams(MeterRegistry registry, @ConfigProperty(name = "meldspoor.stream.at-most", defaultValue = "1000") int atMost) {
        this.atMost = atMost;
        Gauge.builder("meldspoor.deadlines.streams", this, OpenStreams::count).register(registry);
    }

    /** Takes a place, to be given back; 429 when the person has no more, 503 when there is none. */
    synchronized void enter(String person) {
        if (open.getOrDefault(person, 0) >= BY_ONE_PERSON) {
            throw Problem.of(429, "As many streams as one person can have are open: close one.").asException();
        }
        if (all >= atMost) {
            throw ProblemException.unavailable(RETRY_AFTER_SECONDS);
        }
        open.merge(person, 1, Integer::sum);
        all++;
    }

    synchronized void leave(String person) {
        open.computeIfPresent(person, (p, count) -> count == 1 ? null : count - 1);
        all--;
    }

    private synchronized int count() {
        return all;
    }
}
