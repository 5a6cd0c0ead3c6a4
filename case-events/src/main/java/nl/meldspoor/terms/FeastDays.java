package nl.meldspoor.terms;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The generally recognised feast days of the Algemene termijnenwet art. 3 lid 1, and Good Friday (lid 2), from Jollyday.
 *
 * <p>Jollyday is asked <em>without</em> a holiday type: with one it leaves Good Friday out. It reckons each question
 * anew, so a year is asked once and kept; the calendar bounds the years, and with them this cache.
 */
final class FeastDays {

    private static final Map<String, BilingualText> NAMES = Map.ofEntries(
            Map.entry("NEW_YEAR", new BilingualText("Nieuwjaarsdag", "New Year's Day")),
            Map.entry("KINGS_DAY", new BilingualText("Koningsdag", "King's Day")),
            Map.entry("QUEENS_BIRTHDAY", new BilingualText("Koninginnedag", "Queen's Day")),
            Map.entry("LIBERATION", new BilingualText("Bevrijdingsdag (5 mei)", "Liberation Day (5 May)")),
            Map.entry("FIRST_CHRISTMAS_DAY", new BilingualText("Eerste Kerstdag", "Christmas Day")),
            Map.entry("SECOND_CHRISTMAS_DAY", new BilingualText("Tweede Kerstdag", "Boxing Day (Tweede Kerstdag)")),
            Map.entry("christian.GOOD_FRIDAY", new BilingualText("Goede Vrijdag", "Good Friday")),
            Map.entry("christian.EASTER", new BilingualText("Eerste Paasdag", "Easter Sunday")),
            Map.entry("christian.EASTER_MONDAY", new BilingualText("Tweede Paasdag", "Easter Monday")),
            Map.entry("christian.ASCENSION_DAY", new BilingualText("Hemelvaartsdag", "Ascension Day")),
            Map.entry("christian.PENTECOST", new BilingualText("Eerste Pinksterdag", "Whit Sunday")),
            Map.entry("christian.PENTECOST_MONDAY", new BilingualText("Tweede Pinksterdag", "Whit Monday")));

    private static final HolidayManager NETHERLANDS = netherlands();
    private static final Map<Integer, Map<LocalDate, BilingualText>> YEARS = new ConcurrentHashMap<>();

    private FeastDays() {}

    /** The name of the feast on {@code day}; empty on any other day. */
    static Optional<BilingualText> on(LocalDate day) {
        return Optional.ofNullable(YEARS.computeIfAbsent(day.getYear(), FeastDays::ask).get(day));
    }

    private static Map<LocalDate, BilingualText> ask(int year) {
        Map<LocalDate, BilingualText> feasts = new HashMap<>();
        NETHERLANDS.getHolidays(Year.of(year)).forEach(holiday -> {
            BilingualText name = NAMES.get(holiday.getPropertiesKey());
            if (name == null) {
                // A feast nobody named here means that Jollyday's calendar changed: a person must look first.
                throw new IllegalStateException("expected a known Dutch feast day, but was "
                        + holiday.getPropertiesKey() + " on " + holiday.getDate());
            }
            feasts.put(holiday.getDate(), name);
        });
        return Map.copyOf(feasts);
    }

    /** Jollyday finds its parts by the thread's class loader, which need not be the application's own. */
    private static HolidayManager netherlands() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(FeastDays.class.getClassLoader());
        try {
            return HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NETHERLANDS));
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
