package nl.meldspoor.terms;

import java.time.LocalDate;
import java.util.List;

/**
 * A period that starts at a fact and ends on a date. All dates are Amsterdam calendar days; the term holds until the end
 * of {@code dueOn}.
 *
 * @param kind which term
 * @param startedOn the day of the fact; it does not count itself
 * @param dueOn the last day in time, by the reading that gives the earlier date
 * @param latestOn the last day by the other reading; equal to {@code dueOn} where there is none
 * @param targetOn the day to aim for; equal to {@code dueOn} where there is no other
 * @param calendarVersion the calendar the dates were counted on
 * @param basis law or policy
 * @param explanation the count step by step
 */
public record Term(
        TermKind kind,
        LocalDate startedOn,
        LocalDate dueOn,
        LocalDate latestOn,
        LocalDate targetOn,
        String calendarVersion,
        BilingualText basis,
        List<BilingualText> explanation) {

    public Term {
        explanation = List.copyOf(explanation);
        if (dueOn.isBefore(startedOn) || latestOn.isBefore(dueOn) || targetOn.isAfter(dueOn)) {
            throw new IllegalArgumentException("expected start <= due <= latest and target <= due, but was start="
                    + startedOn + " target=" + targetOn + " due=" + dueOn + " latest=" + latestOn);
        }
    }
}
