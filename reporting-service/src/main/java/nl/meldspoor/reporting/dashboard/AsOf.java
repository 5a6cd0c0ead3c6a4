package nl.meldspoor.reporting.dashboard;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import nl.meldspoor.http.ShapeErrors;
import nl.meldspoor.terms.AmsterdamDay;

/**
 * The moment figures are of, in recorded time: what was recorded until then counts, what was recorded later does not, also when it
 * happened before. Who may see a case is never a matter of then, but of now.
 *
 * @param moment cut to milliseconds, as events are recorded
 * @param now whether it is this moment: then only what holds counts, and nothing that was
 */
public record AsOf(Instant moment, boolean now) {

    /** The years this is asked for have four digits; nothing was recorded before. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    private static final int LONGEST = 40;
    private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    public static AsOf now(Instant now) {
        return new AsOf(now.truncatedTo(ChronoUnit.MILLIS), true);
    }

    /** The day on which urgency is told. */
    public LocalDate day() {
        return AmsterdamDay.of(moment);
    }

    /**
     * Reads {@code ?at}: a date-time with offset, or a date, which is the end of that day in Europe/Amsterdam (today: now). Absent:
     * now. What is wrong is noted in {@code errors}, and the answer is then now.
     */
    public static AsOf read(String at, Instant now, ShapeErrors errors) {
        if (at == null) {
            return now(now);
        }
        Instant moment = moment(at, now);
        if (moment == null || AmsterdamDay.of(moment).isBefore(FIRST_DAY) || moment.isAfter(now)) {
            errors.addParameter(
                    "at", "A date, or a date-time with offset, from " + FIRST_DAY + " until now is expected.");
            return now(now);
        }
        return new AsOf(moment.truncatedTo(ChronoUnit.MILLIS), false);
    }

    private static Instant moment(String text, Instant now) {
        try {
            if (text.matches(DAY)) {
                LocalDate day = LocalDate.parse(text);
                return day.equals(AmsterdamDay.of(now)) ? now : lastMillisecondOf(day);
            }
            return text.length() <= LONGEST && text.matches(DAY + "[Tt].+")
                    ? OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant()
                    : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant lastMillisecondOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(AmsterdamDay.ZONE).toInstant().minusMillis(1);
    }
}
