package nl.meldspoor.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrgencyTest {

    @ParameterizedTest(name = "{0}: {3}, {4} working days left ({5})")
    @CsvSource({
        // today, started, due, urgency, working days left, why
        "2026-02-17, 2026-02-17, 2026-03-31, GREEN,   30, the first day of six weeks",
        "2026-03-09, 2026-02-17, 2026-03-31, GREEN,   16, 22 of 42 days left",
        "2026-03-10, 2026-02-17, 2026-03-31, AMBER,   15, half the term left",
        "2026-03-27, 2026-02-17, 2026-03-31, AMBER,    2, Friday before a Tuesday",
        "2026-03-28, 2026-02-17, 2026-03-31, AMBER,    2, Saturday is no working day",
        "2026-03-30, 2026-02-17, 2026-03-31, RED,      1, the day before",
        "2026-03-31, 2026-02-17, 2026-03-31, RED,      0, the day itself",
        "2026-04-01, 2026-02-17, 2026-03-31, OVERDUE, -1, the day after",
        "2026-04-08, 2026-02-17, 2026-03-31, OVERDUE, -4, Easter in between",
        "2026-04-02, 2026-04-01, 2026-04-08, GREEN,    2, Easter still to come",
        "2026-04-04, 2026-04-01, 2026-04-08, GREEN,    2, 4 of 7 days left",
        "2026-04-05, 2026-04-01, 2026-04-08, AMBER,    2, 3 of 7 days left",
        "2026-05-14, 2026-05-12, 2026-05-18, GREEN,    2, an equated day counts as a working day",
        "2026-05-15, 2026-05-12, 2026-05-18, RED,      1, the equated day itself",
        "2026-03-14, 2026-03-10, 2026-03-13, OVERDUE, -1, over on the Saturday after a Friday",
        "2026-03-02, 2026-03-02, 2026-03-02, RED,      0, due at once",
        "2026-03-01, 2026-03-02, 2026-03-02, RED,      1, due at once and looked at from the day before"
    })
    void urgencyOnADay(LocalDate today, LocalDate startedOn, LocalDate dueOn, Urgency urgency, int left, String why) {
        assertThat(Urgency.on(today, startedOn, dueOn)).as(why).isEqualTo(urgency);
        assertThat(Urgency.workingDaysLeft(today, dueOn)).as(why).isEqualTo(left);
    }

    @ParameterizedTest(name = "due {1}, met {2}, seen on {0}: {3}")
    @CsvSource({
        "2026-03-05, 2026-03-05, ,           OPEN",
        "2026-03-06, 2026-03-05, ,           MISSED",
        "2026-03-06, 2026-03-05, 2026-03-05, MET",
        "2026-03-09, 2026-03-05, 2026-03-06, MISSED"
    })
    void stateOnADay(LocalDate today, LocalDate dueOn, LocalDate metOn, TermState state) {
        assertThat(TermState.on(today, dueOn, metOn)).isEqualTo(state);
    }

    @Test
    void aDayBeyondTheCalendarIsFarAwayAndNoError() {
        assertThat(Urgency.on(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 2), LocalDate.of(9999, 12, 31)))
                .isEqualTo(Urgency.GREEN);
        assertThat(Urgency.workingDaysLeft(LocalDate.of(2026, 3, 2), LocalDate.of(2150, 1, 1))).isGreaterThan(18_000);
        assertThat(Urgency.workingDaysLeft(LocalDate.of(2026, 3, 2), LocalDate.of(1900, 1, 1))).isNegative();
    }
}
