package nl.meldspoor.reporting.web.forms;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import nl.meldspoor.terms.AmsterdamDay;

/** What {@code <input type="datetime-local">} holds, in the time of the Netherlands. */
public final class LocalMoment {

    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private LocalMoment() {}

    public static String now(Clock clock) {
        return FIELD.format(clock.instant().atZone(AmsterdamDay.ZONE).truncatedTo(ChronoUnit.MINUTES));
    }

    /** With its offset, as the services take it; what is no moment stays as it was typed, for the service to refuse. */
    public static String sent(String typed) {
        try {
            return LocalDateTime.parse(typed)
                    .atZone(AmsterdamDay.ZONE)
                    .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        } catch (DateTimeException e) {
            return typed;
        }
    }
}
