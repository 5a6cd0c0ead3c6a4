package nl.meldspoor.acceptance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Moments and days before now, as requests write them. */
final class When {

    static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private When() {}

    static String hoursAgo(long hours) {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(hours, ChronoUnit.HOURS).toString();
    }

    /** Noon in Amsterdam, so many days ago. */
    static String noonDaysAgo(long days) {
        return today().minusDays(days).atTime(12, 0).atZone(AMSTERDAM).toInstant().toString();
    }

    static String daysAgo(long days) {
        return today().minusDays(days).toString();
    }

    static LocalDate today() {
        return LocalDate.now(AMSTERDAM);
    }
}
