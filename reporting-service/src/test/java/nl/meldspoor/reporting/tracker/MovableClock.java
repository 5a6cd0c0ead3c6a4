package nl.meldspoor.reporting.tracker;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import nl.meldspoor.terms.AmsterdamDay;

/** Stands still until it is set. */
final class MovableClock extends Clock {

    private volatile Instant now;

    MovableClock(LocalDate day) {
        setTo(day);
    }

    void setTo(LocalDate day) {
        now = day.atTime(9, 0).atZone(AmsterdamDay.ZONE).toInstant();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("expected nobody to ask for another zone");
    }
}
