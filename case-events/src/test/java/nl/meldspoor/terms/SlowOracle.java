package nl.meldspoor.terms;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Set;

/**
 * The calendar once more, written down independently and slowly: Easter by the Meeus/Jones/Butcher algorithm, everything
 * else day by day. It shares no code and no data with what it checks.
 */
final class SlowOracle {

    private static final Set<LocalDate> EQUATED = Set.of(
            LocalDate.of(2023, 4, 28),
            LocalDate.of(2023, 5, 19),
            LocalDate.of(2024, 5, 10),
            LocalDate.of(2024, 12, 27),
            LocalDate.of(2025, 5, 30),
            LocalDate.of(2026, 1, 2),
            LocalDate.of(2026, 5, 15),
            LocalDate.of(2027, 5, 7),
            LocalDate.of(2028, 4, 28),
            LocalDate.of(2028, 5, 26));

    private SlowOracle() {}

    static boolean isWorkingDay(LocalDate day, boolean equatedCounts) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !isFeast(day)
                && (equatedCounts || !EQUATED.contains(day));
    }

    static LocalDate plusWorkingDays(LocalDate start, int count, boolean equatedCounts) {
        LocalDate day = start;
        int left = count;
        while (left > 0) {
            day = day.plusDays(1);
            if (isWorkingDay(day, equatedCounts)) {
                left--;
            }
        }
        return day;
    }

    /** The day so many days after the start, one by one. */
    static LocalDate plusDays(LocalDate start, int count) {
        LocalDate day = start;
        for (int left = count; left > 0; left--) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The same date so many years later; 29 February ends on 28 February where there is none. */
    static LocalDate plusYears(LocalDate start, int count) {
        int year = start.getYear() + count;
        boolean leapDay = start.getMonth() == Month.FEBRUARY && start.getDayOfMonth() == 29;
        boolean leapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return LocalDate.of(year, start.getMonth(), leapDay && !leapYear ? 28 : start.getDayOfMonth());
    }

    /**
     * Algemene termijnenwet art. 1 and 2 in one sentence: the first day from the nominal end on that is a working day, by which the term
     * held two of them. Every term it is asked for has at least three days.
     */
    static LocalDate statutory(LocalDate start, int days) {
        LocalDate twoWorkingDays = plusWorkingDays(start, 2, false);
        LocalDate day = plusDays(start, days);
        while (!isWorkingDay(day, false) || day.isBefore(twoWorkingDays)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The last working day on or before this one; days equated with feast days are none. */
    static LocalDate lastWorkingDayUpTo(LocalDate end) {
        LocalDate day = end;
        while (!isWorkingDay(day, false)) {
            day = day.minusDays(1);
        }
        return day;
    }

    private static boolean isFeast(LocalDate day) {
        LocalDate easter = easter(day.getYear());
        return day.equals(easter.minusDays(2))
                || day.equals(easter.plusDays(1))
                || day.equals(easter.plusDays(39))
                || day.equals(easter.plusDays(50))
                || (is(day, Month.JANUARY, 1) && day.getYear() >= 1967)
                || is(day, Month.DECEMBER, 25)
                || is(day, Month.DECEMBER, 26)
                || (is(day, Month.MAY, 5) && (day.getYear() >= 1990 || day.getYear() % 5 == 0))
                || day.equals(birthdayOfTheMonarch(day.getYear()));
    }

    private static LocalDate birthdayOfTheMonarch(int year) {
        LocalDate day = LocalDate.of(year, 4, year >= 2014 ? 27 : 30);
        if (day.getDayOfWeek() != DayOfWeek.SUNDAY) {
            return day;
        }
        return year < 1980 ? day.plusDays(1) : day.minusDays(1);
    }

    private static boolean is(LocalDate day, Month month, int dayOfMonth) {
        return day.getMonth() == month && day.getDayOfMonth() == dayOfMonth;
    }

    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
