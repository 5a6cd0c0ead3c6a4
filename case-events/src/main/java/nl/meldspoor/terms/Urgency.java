package nl.meldspoor.terms;

import java.time.LocalDate;

/** How urgent an unmet term is on a day, most urgent last. Never stored: tomorrow it is another. */
public enum Urgency {
    /** More than half the term is left, in calendar days. */
    GREEN,
    /** Half the term or less is left. */
    AMBER,
    /** One working day or less is left, or it was due at once. */
    RED,
    /** The day it was due has passed. */
    OVERDUE;

    /** The urgency on {@code today} of a term that is not met. */
    public static Urgency on(LocalDate today, LocalDate startedOn, LocalDate dueOn) {
        if (today.isAfter(dueOn)) {
            return OVERDUE;
        }
        if (!dueOn.isAfter(startedOn) || workingDaysLeft(today, dueOn) <= 1) {
            return RED;
        }
        long left = dueOn.toEpochDay() - today.toEpochDay();
        long whole = dueOn.toEpochDay() - startedOn.toEpochDay();
        return 2 * left > whole ? GREEN : AMBER;
    }

    /**
     * Working days left after {@code today} up to and including {@code dueOn}; days equated by decree count. 0 on the day
     * itself. Over time it is negative: minus the working days since {@code dueOn}, at least -1, so that a Friday's term
     * is over on Saturday too. A day outside the calendar counts as its nearest end: somebody may plan for the year 2150.
     */
    public static int workingDaysLeft(LocalDate today, LocalDate dueOn) {
        DutchCalendar calendar = DutchCalendar.current();
        LocalDate from = DutchCalendar.nearestCovered(today);
        LocalDate until = DutchCalendar.nearestCovered(dueOn);
        return today.isAfter(dueOn)
                ? -Math.max(1, calendar.workingDaysAfter(until, from, true))
                : calendar.workingDaysAfter(from, until, true);
    }
}
