package nl.meldspoor.cases.rest;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads moments (RFC 3339, any offset) and days, and says which of them lie in the future. */
record EntryMoments(Instant now) {

    /** How far the clock of a client may be ahead of ours. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    /** Before this nobody who lives now was born; an earlier date is a slip of the pen. */
    private static final LocalDate EARLIEST = LocalDate.of(1890, 1, 1);

    /** Dates are kept far within what every part of the chain can hold. */
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** A moment, cut to milliseconds; empty when the text is none. */
    static Optional<Instant> moment(String text) {
        if (!MOMENT.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            var moment = OffsetDateTime.parse(text.toUpperCase(java.util.Locale.ROOT)).toInstant();
            return within(moment.atZone(AMSTERDAM).toLocalDate()) ? Optional.of(moment.truncatedTo(ChronoUnit.MILLIS)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A day; empty when the text is none. */
    static Optional<LocalDate> day(String text) {
        if (!DAY.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text)).filter(EntryMoments::within);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    boolean isFuture(Instant moment) {
        return moment.isAfter(now.plus(TOLERANCE));
    }

    /** A day is in the future when it has not begun in Amsterdam. */
    boolean isFuture(LocalDate day) {
        return day.isAfter(dayOf(now.plus(TOLERANCE)));
    }

    static LocalDate dayOf(Instant moment) {
        return moment.atZone(AMSTERDAM).toLocalDate();
    }

    private static boolean within(LocalDate day) {
        return !day.isBefore(EARLIEST) && day.isBefore(LATEST);
    }
}
