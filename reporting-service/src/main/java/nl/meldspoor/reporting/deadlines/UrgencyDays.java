package nl.meldspoor.reporting.deadlines;

import java.time.LocalDate;
import nl.meldspoor.terms.Urgency;

/**
 * The days that divide unmet deadlines by urgency, so that a query can do by index what {@link Urgency} says of one deadline.
 *
 * @param redUntil the last day that is due within one working day from {@code today}
 */
public record UrgencyDays(LocalDate today, LocalDate redUntil) {

    public static UrgencyDays on(LocalDate today) {
        LocalDate redUntil = today;
        while (Urgency.workingDaysLeft(today, redUntil.plusDays(1)) <= 1) {
            redUntil = redUntil.plusDays(1);
        }
        return new UrgencyDays(today, redUntil);
    }
}
