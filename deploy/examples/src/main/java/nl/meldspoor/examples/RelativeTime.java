package nl.meldspoor.examples;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates of the examples, relative to the day they are loaded: {@code @-12d} is a day, {@code @-12d 08:40} a moment of that day in Amsterdam,
 * {@code @-2h} two hours ago.
 */
final class RelativeTime {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final Pattern DAY = Pattern.compile("@([+-]\\d{1,4})d(?: (\\d{2}:\\d{2}))?");
    private static final Pattern HOURS = Pattern.compile("@([+-]\\d{1,4})h");

    private final Instant now;

    RelativeTime(Instant now) {
        this.now = now;
    }

    /** The text as a day or moment when it is a relative time, else the text itself. */
    String resolve(String text) {
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            LocalDate date = now.atZone(AMSTERDAM).toLocalDate().plusDays(Long.parseLong(day.group(1)));
            return day.group(2) == null
                    ? date.toString()
                    : date.atTime(LocalTime.parse(day.group(2))).atZone(AMSTERDAM).toInstant().toString();
        }
        Matcher hours = HOURS.matcher(text);
        return hours.matches() ? now.plus(Duration.ofHours(Long.parseLong(hours.group(1)))).toString() : text;
    }
}
