package nl.meldspoor.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DutchCalendarTest {

    private final DutchCalendar calendar = DutchCalendar.current();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2025, 04-18, 04-21, 04-26, 05-05, 05-29, 06-09",
        "2026, 04-03, 04-06, 04-27, 05-05, 05-14, 05-25",
        "2027, 03-26, 03-29, 04-27, 05-05, 05-06, 05-17",
        "2028, 04-14, 04-17, 04-27, 05-05, 05-25, 06-05",
        "2029, 03-30, 04-02, 04-27, 05-05, 05-10, 05-21"
    })
    void feastDaysAreThoseOfTheLaw(
            int year, String goodFriday, String easterMonday, String kingsDay, String may5, String ascension, String whit) {
        // given
        List<String> feasts =
                List.of("01-01", goodFriday, easterMonday, kingsDay, may5, ascension, whit, "12-25", "12-26");

        // when
        List<LocalDate> days = feasts.stream().map(md -> LocalDate.parse(year + "-" + md)).toList();

        // then
        assertThat(days).noneMatch(day -> calendar.isWorkingDay(day, true));
        assertThat(LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)))
                .filteredOn(day -> day.getDayOfWeek().getValue() <= 5 && !calendar.isWorkingDay(day, true))
                .allMatch(days::contains);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-04-28", "2023-05-19", "2024-05-10", "2024-12-27", "2025-05-30", "2026-01-02", "2026-05-15",
                "2027-05-07", "2028-04-28", "2028-05-26"
            })
    void daysEquatedByDecreeAreWorkingDaysOnlyWhereTheyCount(LocalDate day) {
        assertThat(calendar.isWorkingDay(day, true)).isTrue();
        assertThat(calendar.isWorkingDay(day, false)).isFalse();
        assertThat(calendar.decreeOn(day)).isPresent();
    }

    @Test
    void noSubstituteMondayWhenKingsDayMovesToSaturday() {
        assertThat(calendar.isWorkingDay(LocalDate.of(2025, 4, 28), false)).isTrue();
    }

    @Test
    void saysWhyADayDoesNotCount() {
        assertThat(calendar.whyNoWorkingDay(LocalDate.of(2026, 4, 6), true))
                .contains(new BilingualText("Tweede Paasdag", "Easter Monday"));
        assertThat(calendar.whyNoWorkingDay(LocalDate.of(2026, 12, 26), true).map(BilingualText::nl))
                .contains("zaterdag, Tweede Kerstdag");
        assertThat(calendar.whyNoWorkingDay(LocalDate.of(2026, 5, 15), false).map(BilingualText::nl))
                .contains("gelijkgesteld met een feestdag (besluit gelijkgestelde dagen 2026-2028)");
        assertThat(calendar.whyNoWorkingDay(LocalDate.of(2026, 5, 15), true)).isEmpty();
    }

    @Test
    void countsWorkingDaysOverTheTurnOfTheYear() {
        assertThat(calendar.workingDaysAfter(LocalDate.of(2025, 12, 31), LocalDate.of(2026, 1, 7), true)).isEqualTo(4);
        assertThat(calendar.workingDaysAfter(LocalDate.of(2025, 12, 31), LocalDate.of(2026, 1, 7), false)).isEqualTo(3);
        assertThat(calendar.workingDaysAfter(LocalDate.of(2026, 1, 7), LocalDate.of(2025, 12, 31), true)).isZero();
    }

    @Test
    void isKnownByItsVersion() {
        assertThat(DutchCalendar.ofVersion(calendar.version())).containsSame(calendar);
        assertThat(DutchCalendar.ofVersion("nl-1815.1")).isEmpty();
        assertThat(calendar.horizon()).isEqualTo("2028-12-31");
    }

    @Test
    void refusesYearsItDoesNotKnow() {
        assertThatThrownBy(() -> calendar.isWorkingDay(LocalDate.of(1949, 12, 31), true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1949");
        assertThatThrownBy(() -> calendar.isWorkingDay(LocalDate.of(2101, 1, 1), true))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
