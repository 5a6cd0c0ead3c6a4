package nl.meldspoor.reporting.projection;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import nl.meldspoor.events.PublishedEvent;
import nl.meldspoor.terms.DutchCalendar;
import nl.meldspoor.terms.Terms;
import org.jboss.logging.Logger;

/**
 * Says when a term runs past the days the calendar knows: a decree on equated days is missing then, and a person must add it.
 * A line in the log and the counter {@code meldspoor_terms_past_horizon_total}.
 */
@ApplicationScoped
class HorizonAlarm {

    private static final Logger LOG = Logger.getLogger(HorizonAlarm.class);

    private final Counter counter;

    @Inject
    HorizonAlarm(MeterRegistry metrics) {
        counter = Counter.builder("meldspoor.terms.past.horizon")
                .description("Terms that end after the last day for which equated days are known")
                .register(metrics);
    }

    /** Looks at the terms an applied event carries. */
    void look(PublishedEvent event) {
        DutchCalendar calendar = DutchCalendar.current();
        for (JsonNode term : event.facts().path("terms")) {
            if (Terms.isPastHorizon(LocalDate.parse(term.path("latestOn").asText()), calendar)) {
                counter.increment();
                LOG.warnf(
                        "term-past-horizon case=%s kind=%s calendar=%s horizon=%s",
                        event.caseId(), term.path("kind").asText(), calendar.version(), calendar.horizon());
            }
        }
    }
}
