package nl.meldspoor.cases.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as they are stored: whole milliseconds, and none recorded before the event it follows. */
public final class RecordedMoment {

    private RecordedMoment() {}

    /**
     * When an event is recorded; never before the one before it, also when a clock went back.
     *
     * @param previous when that one was, null for the first
     */
    public static Instant after(Instant previous, Instant now) {
        Instant millis = now.truncatedTo(ChronoUnit.MILLIS);
        return previous != null && previous.isAfter(millis) ? previous : millis;
    }

    /** When it happened: what it says itself, else when it was recorded. */
    public static Instant occurred(Instant said, Instant recordedAt) {
        return said == null ? recordedAt : said.truncatedTo(ChronoUnit.MILLIS);
    }
}
