package nl.meldspoor.notifications.delivery;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When a notification leaves by mail. Pure. */
final class DeliveryTime {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    /**
     * How a person wants it.
     *
     * @param quietFrom from when nothing but what is urgent, or null
     * @param quietUntil up to, not including; before {@code quietFrom} when it is the next morning
     * @param digestAt once a day, or null: at once
     */
    record Wish(LocalTime quietFrom, LocalTime quietUntil, LocalTime digestAt) {}

    private DeliveryTime() {}

    /** What is urgent leaves at once; the rest with the next digest, and never in the quiet hours. */
    static Instant of(boolean urgent, Instant now, Wish wish) {
        if (urgent) {
            return now;
        }
        ZonedDateTime at = now.atZone(AMSTERDAM);
        if (wish.digestAt() != null) {
            at = next(at, wish.digestAt());
        }
        if (wish.quietFrom() != null && isQuiet(at.toLocalTime(), wish)) {
            at = next(at, wish.quietUntil());
        }
        return at.toInstant();
    }

    private static boolean isQuiet(LocalTime time, Wish wish) {
        boolean afterFrom = !time.isBefore(wish.quietFrom());
        boolean beforeUntil = time.isBefore(wish.quietUntil());
        return wish.quietFrom().isBefore(wish.quietUntil()) ? afterFrom && beforeUntil : afterFrom || beforeUntil;
    }

    /** The first moment from {@code from} on at which the clock says {@code time}. */
    private static ZonedDateTime next(ZonedDateTime from, LocalTime time) {
        ZonedDateTime today = from.toLocalDate().atTime(time).atZone(AMSTERDAM);
        return today.isBefore(from) ? from.toLocalDate().plusDays(1).atTime(time).atZone(AMSTERDAM) : today;
    }
}
