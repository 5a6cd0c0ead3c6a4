package nl.meldspoor.terms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which days are working days in the Netherlands: not Saturday, Sunday, a feast day or Good Friday (Algemene
 * termijnenwet art. 1 and 3), and, where the caller wants it so, not a day equated with them by decree (art. 3 lid 3).
 *
 * <p>Decrees come about every three years, so each calendar has a version and a horizon; behind the horizon it knows the
 * feast days only. It answers for the years {@value #FIRST_YEAR} to {@value #LAST_YEAR} and throws
 * {@link IllegalArgumentException} outside them. Source of the rules: BWBR0002448; of the equated days:
 * {@code calendars.json}.
 */
public final class DutchCalendar {

    public static final int FIRST_YEAR = 1950;
    public static final int LAST_YEAR = 2100;

    private static final List<DutchCalendar> VERSIONS =
            CalendarData.load().stream().map(DutchCalendar::new).toList();

    private final CalendarData data;
    private final Map<Integer, WorkingDaysOfYear> years = new ConcurrentHashMap<>();

    private DutchCalendar(CalendarData data) {
        this.data = data;
    }

    /** The newest calendar: new terms are computed with it. */
    public static DutchCalendar current() {
        return VERSIONS.getLast();
    }

    /** The calendar that an earlier term names; empty when this build does not know it. */
    public static Optional<DutchCalendar> ofVersion(String version) {
        return VERSIONS.stream().filter(c -> c.version().equals(version)).findFirst();
    }

    /** This calendar with one decree more, as its next version will be: to see beforehand what a decree moves. */
    public DutchCalendar with(Decree decree, String version, LocalDate horizon) {
        List<Decree> decrees = new ArrayList<>(data.decrees());
        decrees.add(decree);
        return new DutchCalendar(new CalendarData(version, horizon, List.copyOf(decrees)));
    }

    /** Whether the calendar can answer for this day at all. */
    public static boolean covers(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    /** The day itself, or the end of the calendar that is nearest to it. */
    static LocalDate nearestCovered(LocalDate day) {
        if (day.getYear() < FIRST_YEAR) {
            return LocalDate.of(FIRST_YEAR, 1, 1);
        }
        return day.getYear() > LAST_YEAR ? LocalDate.of(LAST_YEAR, 12, 31) : day;
    }

    public String version() {
        return data.version();
    }

    /** The last day up to which the equated days are known. */
    public LocalDate horizon() {
        return data.horizon();
    }

    /** The decrees this version knows, oldest first. */
    public List<Decree> decrees() {
        return data.decrees();
    }

    /** The decree that equates {@code day} with a feast day, if any. */
    public Optional<Decree> decreeOn(LocalDate day) {
        return data.decrees().stream().filter(d -> d.days().contains(day)).findFirst();
    }

    /**
     * Whether {@code day} is a working day.
     *
     * @param equatedCounts whether a day equated by decree counts as a working day (true: the earlier date of a term)
     */
    public boolean isWorkingDay(LocalDate day, boolean equatedCounts) {
        return year(day.getYear()).days(equatedCounts).get(day.getDayOfYear());
    }

    /** Why {@code day} is no working day, as words for in a sentence; empty on a working day. */
    public Optional<BilingualText> whyNoWorkingDay(LocalDate day, boolean equatedCounts) {
        requireCovered(day.getYear());
        List<BilingualText> reasons = new ArrayList<>();
        switch (day.getDayOfWeek()) {
            case SATURDAY -> reasons.add(new BilingualText("zaterdag", "Saturday"));
            case SUNDAY -> reasons.add(new BilingualText("zondag", "Sunday"));
            default -> {}
        }
        FeastDays.on(day).ifPresent(reasons::add);
        if (!equatedCounts) {
            decreeOn(day).ifPresent(decree -> reasons.add(new BilingualText(
                    "gelijkgesteld met een feestdag (" + decree.name().nl() + ")",
                    "equated with a feast day (" + decree.name().en() + ")")));
        }
        return reasons.stream().reduce((a, b) -> new BilingualText(a.nl() + ", " + b.nl(), a.en() + ", " + b.en()));
    }

    /** The number of working days in ({@code after}, {@code until}]; 0 when {@code until} is not later. */
    public int workingDaysAfter(LocalDate after, LocalDate until, boolean equatedCounts) {
        if (!until.isAfter(after)) {
            return 0;
        }
        int count = 0;
        for (int year = after.getYear(); year <= until.getYear(); year++) {
            BitSet days = year(year).days(equatedCounts);
            int from = year == after.getYear() ? after.getDayOfYear() + 1 : 0;
            int to = year == until.getYear() ? until.getDayOfYear() + 1 : days.length();
            count += from < to ? days.get(from, to).cardinality() : 0;
        }
        return count;
    }

    private WorkingDaysOfYear year(int year) {
        requireCovered(year);
        return years.computeIfAbsent(year, this::reckon);
    }

    private WorkingDaysOfYear reckon(int year) {
        BitSet counting = new BitSet();
        BitSet notCounting = new BitSet();
        LocalDate first = LocalDate.of(year, 1, 1);
        first.datesUntil(first.plusYears(1)).forEach(day -> {
            counting.set(day.getDayOfYear(), whyNoWorkingDay(day, true).isEmpty());
            notCounting.set(day.getDayOfYear(), whyNoWorkingDay(day, false).isEmpty());
        });
        return new WorkingDaysOfYear(counting, notCounting);
    }

    private static void requireCovered(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException(
                    "expected a year from " + FIRST_YEAR + " to " + LAST_YEAR + ", but was " + year);
        }
    }

    /** Bit n is set when day n of the year is a working day, with equated days counting or not. */
    private record WorkingDaysOfYear(BitSet equatedCounting, BitSet equatedNotCounting) {
        BitSet days(boolean equatedCounts) {
            return equatedCounts ? equatedCounting : equatedNotCounting;
        }
    }
}
