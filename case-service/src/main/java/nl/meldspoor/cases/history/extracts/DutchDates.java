package nl.meldspoor.cases.history.extracts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nl.meldspoor.events.history.Happened;
import nl.meldspoor.terms.AmsterdamDay;

/** Days and moments as they are written in Dutch, in Amsterdam time. */
final class DutchDates {

    private static final Locale DUTCH = Locale.of("nl", "NL");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", DUTCH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu, HH.mm 'uur'", DUTCH);

    private DutchDates() {}

    /** {@code 3 maart 2026}. */
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code 3 maart 2026}, the Amsterdam day of the moment. */
    static String dayOf(Instant moment) {
        return day(AmsterdamDay.of(moment));
    }

    /** {@code 3 maart 2026, 14.05 uur}. */
    static String moment(Instant moment) {
        return MOMENT.format(moment.atZone(AmsterdamDay.ZONE));
    }

    static String happened(Happened happened) {
        return happened.moment() == null ? day(happened.day()) : moment(happened.moment());
    }
}
