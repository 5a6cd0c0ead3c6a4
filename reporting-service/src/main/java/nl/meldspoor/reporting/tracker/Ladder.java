package nl.meldspoor.reporting.tracker;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import nl.meldspoor.events.deadlines.Rung;
import nl.meldspoor.reporting.figures.HalfTerm;
import nl.meldspoor.terms.DutchCalendar;
import nl.meldspoor.terms.Urgency;

/**
 * The days on which a term that is not met climbs a rung. Pure.
 *
 * <p>A rung that would come on the day of the next one or after it, or not after the term began, is left out: a term of three working
 * days has no half and no week, and nobody is told twice on one day. The last day and the day after it always count.
 *
 * @param days the first Amsterdam day of each rung, in the order of the rungs; strictly later each
 */
public record Ladder(Map<Rung, LocalDate> days) {

    /** Half of a longer term is no warning: half of twenty years of keeping a file concerns nobody. */
    private static final int LONGEST_WITH_A_HALF_DAYS = 366;

    private static final int WEEK_DAYS = 7;

    public Ladder {
        days = Collections.unmodifiableMap(new EnumMap<>(days));
    }

    public static Ladder of(LocalDate startedOn, LocalDate dueOn) {
        Map<Rung, LocalDate> days = new EnumMap<>(Rung.class);
        days.put(Rung.MISSED, dueOn.plusDays(1));
        days.put(Rung.DUE_DAY, dueOn);
        LocalDate next = dueOn;
        // Somebody may plan for a year no calendar reaches; its last week is days enough.
        if (DutchCalendar.covers(dueOn) && DutchCalendar.covers(dueOn.minusMonths(1))) {
            next = put(days, Rung.ONE_WORKING_DAY, firstWithWorkingDaysLeft(dueOn, 1), startedOn, next);
            next = put(days, Rung.TWO_WORKING_DAYS, firstWithWorkingDaysLeft(dueOn, 2), startedOn, next);
        }
        next = put(days, Rung.ONE_WEEK, dueOn.minusDays(WEEK_DAYS), startedOn, next);
        if (dueOn.toEpochDay() - startedOn.toEpochDay() <= LONGEST_WITH_A_HALF_DAYS) {
            put(days, Rung.HALF_TERM, HalfTerm.on(startedOn, dueOn), startedOn, next);
        }
        return new Ladder(days);
    }

    /** The highest rung reached on this day; empty while there is none. */
    public Optional<Rung> reached(LocalDate today) {
        return days.entrySet().stream()
                .filter(rung -> !rung.getValue().isAfter(today))
                .map(Map.Entry::getKey)
                .reduce((lower, higher) -> higher);
    }

    private static LocalDate put(
            Map<Rung, LocalDate> days, Rung rung, LocalDate day, LocalDate startedOn, LocalDate next) {
        if (!day.isAfter(startedOn) || !day.isBefore(next)) {
            return next;
        }
        days.put(rung, day);
        return day;
    }

    private static LocalDate firstWithWorkingDaysLeft(LocalDate dueOn, int left) {
        LocalDate day = dueOn;
        while (Urgency.workingDaysLeft(day.minusDays(1), dueOn) <= left) {
            day = day.minusDays(1);
        }
        return day;
    }
}
