package nl.meldspoor.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When mail leaves. Winter time: Amsterdam is an hour ahead of UTC. */
class DeliveryTimeTest {

    @ParameterizedTest(name = "told at {0}, quiet {1}-{2}, digest {3}: leaves {4}")
    @CsvSource(nullValues = "-", value = {
        "2026-01-05T09:00:00Z, -, -, -, 2026-01-05T09:00:00Z",
        "2026-01-05T09:00:00Z, 22:00, 07:00, -, 2026-01-05T09:00:00Z",
        "2026-01-05T21:30:00Z, 22:00, 07:00, -, 2026-01-06T06:00:00Z",
        "2026-01-05T03:00:00Z, 22:00, 07:00, -, 2026-01-05T06:00:00Z",
        "2026-01-05T06:00:00Z, 22:00, 07:00, -, 2026-01-05T06:00:00Z",
        "2026-01-05T12:30:00Z, 12:00, 14:00, -, 2026-01-05T13:00:00Z",
        "2026-01-05T09:00:00Z, -, -, 08:00, 2026-01-06T07:00:00Z",
        "2026-01-05T06:59:00Z, -, -, 08:00, 2026-01-05T07:00:00Z",
        "2026-01-05T07:00:00Z, -, -, 08:00, 2026-01-05T07:00:00Z",
        "2026-01-05T09:00:00Z, 22:00, 09:30, 08:00, 2026-01-06T08:30:00Z",
        // the night in which the clock goes from two to three
        "2026-03-28T23:30:00Z, 22:00, 02:30, -, 2026-03-29T01:30:00Z"
    })
    void whatIsNotUrgentWaits(Instant told, LocalTime quietFrom, LocalTime quietUntil, LocalTime digestAt, Instant leaves) {
        assertThat(DeliveryTime.of(false, told, new DeliveryTime.Wish(quietFrom, quietUntil, digestAt))).isEqualTo(leaves);
    }

    @Test
    void whatIsUrgentLeavesAtOnceAlsoAtNight() {
        Instant night = Instant.parse("2026-01-05T02:00:00Z");
        assertThat(DeliveryTime.of(true, night, new DeliveryTime.Wish(LocalTime.of(22, 0), LocalTime.of(7, 0), LocalTime.of(8, 0))))
                .isEqualTo(night);
    }

    @Property
    void itNeverLeavesBeforeItIsToldNorMoreThanTwoDaysLater(
            @ForAll @LongRange(min = 1_700_000_000L, max = 2_000_000_000L) long second,
            @ForAll @IntRange(max = 1439) int from,
            @ForAll @IntRange(max = 1439) int until,
            @ForAll @IntRange(max = 1439) int digest) {
        Instant told = Instant.ofEpochSecond(second);
        Instant leaves = DeliveryTime.of(false, told, new DeliveryTime.Wish(minute(from), minute(until), minute(digest)));
        assertThat(leaves).isBetween(told, told.plus(Duration.ofHours(49)));
    }

    private static LocalTime minute(int ofDay) {
        return LocalTime.ofSecondOfDay(ofDay * 60L);
    }
}
