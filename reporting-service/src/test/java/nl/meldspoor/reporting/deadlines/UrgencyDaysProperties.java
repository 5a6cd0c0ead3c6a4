package nl.meldspoor.reporting.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;
import nl.meldspoor.reporting.figures.HalfTerm;
import nl.meldspoor.terms.Urgency;

class UrgencyDaysProperties {

    /** What the query sorts by dates must be what the API says of each deadline. */
    @Property
    void dividesAsUrgencyDoes(
            @ForAll @DateRange(min = "2020-01-01", max = "2035-12-31") LocalDate today,
            @ForAll @IntRange(min = -60, max = 30) int startedDaysFromToday,
            @ForAll @IntRange(min = 0, max = 60) int length) {
        LocalDate started = today.plusDays(startedDaysFromToday);
        LocalDate due = started.plusDays(length);
        LocalDate half = HalfTerm.on(started, due);
        UrgencyDays days = UrgencyDays.on(today);

        Urgency bySql;
        if (due.isBefore(days.today())) {
            bySql = Urgency.OVERDUE;
        } else if (!due.isAfter(days.redUntil()) || !started.isBefore(due)) {
            bySql = Urgency.RED;
        } else if (!half.isAfter(days.today())) {
            bySql = Urgency.AMBER;
        } else {
            bySql = Urgency.GREEN;
        }

        assertThat(bySql).isEqualTo(Urgency.on(today, started, due));
    }
}
