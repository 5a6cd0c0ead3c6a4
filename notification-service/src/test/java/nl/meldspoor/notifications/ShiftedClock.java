package nl.meldspoor.notifications;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of the service under test: the real one, until a test lets hours pass at once. */
@Mock
@Singleton
public class ShiftedClock extends Clock {

    private volatile Duration shift = Duration.ZERO;
    private volatile Instant stoppedAt;

    /** From here on no time passes but by {@link #pass}. */
    public void stop() {
        stoppedAt = Instant.now();
    }

    /** Lets time pass; never back but to the real time. */
    public void pass(Duration time) {
        shift = shift.plus(time);
    }

    /** The next moment at which the clock says so many hours and minutes in Amsterdam. */
    public void moveTo(java.time.LocalTime time) {
        java.time.ZonedDateTime now = instant().atZone(ZoneId.of("Europe/Amsterdam"));
        java.time.ZonedDateTime then = now.toLocalDate().atTime(time).atZone(now.getZone());
        pass(Duration.between(now, then.isAfter(now) ? then : then.plusDays(1)));
    }

    public void reset() {
        shift = Duration.ZERO;
        stoppedAt = null;
    }

    @Override
    public Instant instant() {
        Instant stopped = stoppedAt;
        return (stopped == null ? Instant.now() : stopped).plus(shift);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the services ask for moments only");
    }
}
