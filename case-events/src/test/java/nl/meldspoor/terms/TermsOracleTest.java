package nl.meldspoor.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TermsOracleTest {

    /** Not random: every single day of the range, against an oracle that counts day by day. */
    @Test
    void equalsASlowOracleOnEveryDayFrom1950() {
        DutchCalendar calendar = DutchCalendar.current();
        Terms.FIRST_START.datesUntil(Terms.LAST_START.plusDays(1)).forEach(from -> {
            assertThat(calendar.isWorkingDay(from, true)).as("%s", from).isEqualTo(SlowOracle.isWorkingDay(from, true));
            assertThat(calendar.isWorkingDay(from, false))
                    .as("%s", from)
                    .isEqualTo(SlowOracle.isWorkingDay(from, false));
            Term report = Terms.compute(TermKind.IGJ_REPORT, from);
            assertThat(report.dueOn()).as("%s", from).isEqualTo(SlowOracle.plusWorkingDays(from, 3, true));
            assertThat(report.latestOn()).as("%s", from).isEqualTo(SlowOracle.plusWorkingDays(from, 3, false));
            LocalDate determined = from.plusDays(42);
            LocalDate target = determined;
            while (!SlowOracle.isWorkingDay(target, false)) {
                target = target.minusDays(1);
            }
            Term determine = Terms.compute(TermKind.IGJ_DETERMINE, from);
            assertThat(determine.dueOn()).as("%s", from).isEqualTo(determined);
            assertThat(determine.targetOn()).as("%s", from).isEqualTo(target);
        });
    }
}
