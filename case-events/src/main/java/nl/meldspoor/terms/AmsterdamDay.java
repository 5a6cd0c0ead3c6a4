package nl.meldspoor.terms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The calendar day a moment belongs to in the Netherlands. Terms run in whole days there, so a moment is turned into a
 * day before anything is counted: 2026-03-29T22:30Z is already 30 March.
 */
public final class AmsterdamDay {

    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private AmsterdamDay() {}

    /** The Amsterdam day on which {@code moment} falls. */
    public static LocalDate of(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }
}
