package nl.meldspoor.reporting.tracker;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import nl.meldspoor.terms.AmsterdamDay;
import nl.meldspoor.terms.DutchCalendar;
import nl.meldspoor.terms.TermKind;

/**
 * Whether the calendar still reaches far enough: how many running terms end after the last day for which days equated with feast days are
 * known, and how far that day is. Then somebody must add the new decree; the terms are counted again by themselves.
 */
final class HorizonWatch {

    private static final Duration EVERY = Duration.ofMinutes(10);

    private static final String PAST =
            """
            select count(*)
              from deadline d
             where d.met_on is null
               and d.latest_on > $1::date
               and d.kind = any ($2::text[])
            """;

    /** Named days do not depend on the calendar. */
    private static final String[] COUNTED =
            Stream.of(TermKind.values()).filter(TermKind::isComputed).filter(TermKind::isDeadline).map(TermKind::id).toArray(String[]::new);

    private final TrackerDatabase database;
    private final Clock clock;
    private volatile long past;
    private Instant looked = Instant.MIN;

    HorizonWatch(TrackerDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Counts again when it is time. Throws when the database does not answer. */
    void look() {
        Instant now = clock.instant();
        if (looked.isBefore(now.minus(EVERY)) || looked.isAfter(now)) {
            past = database.execute(PAST, Tuple.tuple().addLocalDate(DutchCalendar.current().horizon()).addArrayOfString(COUNTED))
                    .iterator()
                    .next()
                    .getLong(0);
            looked = now;
        }
    }

    /** Running terms that end beyond the horizon, when last counted. */
    long past() {
        return past;
    }

    /** Days until the horizon, negative when it is behind. */
    long daysLeft() {
        LocalDate today = AmsterdamDay.of(clock.instant());
        return ChronoUnit.DAYS.between(today, DutchCalendar.current().horizon());
    }
}
