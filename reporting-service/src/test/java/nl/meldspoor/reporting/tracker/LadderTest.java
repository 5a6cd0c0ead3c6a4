package nl.meldspoor.reporting.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;
import nl.meldspoor.events.deadlines.Rung;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {

    @ParameterizedTest(name = "{0} to {1}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-02-17 | 2026-03-31 | HALF_TERM 03-10, ONE_WEEK 03-24, TWO_WORKING_DAYS 03-27, ONE_WORKING_DAY 03-30, DUE_DAY 03-31, MISSED 04-01 | six weeks",
                "2026-03-02 | 2026-03-05 | TWO_WORKING_DAYS 03-03, ONE_WORKING_DAY 03-04, DUE_DAY 03-05, MISSED 03-06 | three working days: no half, no week",
                "2026-03-06 | 2026-03-11 | ONE_WORKING_DAY 03-10, TWO_WORKING_DAYS 03-09, DUE_DAY 03-11, MISSED 03-12 | over a weekend",
                "2026-04-21 | 2026-05-06 | ONE_WEEK 04-29, TWO_WORKING_DAYS 05-01, ONE_WORKING_DAY 05-04, DUE_DAY 05-06, MISSED 05-07 | fifteen days: half and a week are one day",
                "2026-03-02 | 2026-03-03 | DUE_DAY 03-03, MISSED 03-04 | a day: the day before is the day it began",
                "2026-03-02 | 2026-03-02 | DUE_DAY 03-02, MISSED 03-03 | due at once",
                "2026-03-02 | 2026-03-01 | DUE_DAY 03-01, MISSED 03-02 | IGJ names a day that was over",
                "2006-03-02 | 2026-03-02 | ONE_WEEK 02-23, TWO_WORKING_DAYS 02-26, ONE_WORKING_DAY 02-27, DUE_DAY 03-02, MISSED 03-03 | twenty years: half of them is no warning"
            })
    void rungsAndTheirDays(LocalDate startedOn, LocalDate dueOn, String expected, String why) {
        assertThat(Ladder.of(startedOn, dueOn).days().entrySet().stream()
                        .map(r -> r.getKey() + " " + r.getValue().toString().substring(5))
                        .collect(Collectors.toSet()))
                .isEqualTo(java.util.Set.of(expected.split(", ")));
    }

    /** Each rung comes later than the one below it: nobody is told twice on one day. */
    @Property
    void rungsNeverCoincideAndNoneComesBeforeTheTermBegan(
            @ForAll @DateRange(min = "1950-01-01", max = "2090-12-31") LocalDate startedOn,
            @ForAll @IntRange(min = 0, max = 500) int days) {
        LocalDate dueOn = startedOn.plusDays(days);

        Map<Rung, LocalDate> rungs = Ladder.of(startedOn, dueOn).days();

        LocalDate before = startedOn.minusDays(1);
        for (Map.Entry<Rung, LocalDate> rung : rungs.entrySet()) {
            assertThat(rung.getValue()).as("%s of %s", rung, rungs).isAfter(before);
            before = rung.getValue();
        }
        assertThat(rungs).containsEntry(Rung.DUE_DAY, dueOn).containsEntry(Rung.MISSED, dueOn.plusDays(1));
    }

    @Property
    void theHighestRungOnlyGoesUp(
            @ForAll @DateRange(min = "2000-01-01", max = "2050-12-31") LocalDate startedOn,
            @ForAll @IntRange(min = 0, max = 100) int days,
            @ForAll @IntRange(min = -5, max = 110) int today) {
        Ladder ladder = Ladder.of(startedOn, startedOn.plusDays(days));

        int now = ladder.reached(startedOn.plusDays(today)).map(Rung::ordinal).orElse(-1);
        int next = ladder.reached(startedOn.plusDays(today + 1L)).map(Rung::ordinal).orElse(-1);

        assertThat(next).isGreaterThanOrEqualTo(now);
    }
}
