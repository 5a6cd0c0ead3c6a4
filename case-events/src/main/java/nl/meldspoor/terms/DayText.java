package nl.meldspoor.terms;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A day written out with its weekday, for in an explanation. */
final class DayText {

    private static final DateTimeFormatter DUTCH = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.of("nl", "NL"));
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

    private DayText() {}

    static String nl(LocalDate day) {
        return DUTCH.format(day);
    }

    static String en(LocalDate day) {
        return ENGLISH.format(day);
    }

    /** {@code day: what}, as a sentence of its own in both languages. */
    static BilingualText line(LocalDate day, String nl, String en) {
        String dutch = nl(day);
        return new BilingualText(
                dutch.substring(0, 1).toUpperCase(Locale.ROOT) + dutch.substring(1) + nl, en(day) + en);
    }
}
