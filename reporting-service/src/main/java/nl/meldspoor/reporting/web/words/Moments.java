package nl.meldspoor.reporting.web.words;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import nl.meldspoor.reporting.web.Visit;
import nl.meldspoor.terms.AmsterdamDay;

/** Moments as one says them: "vandaag 14:05", "gisteren 9:12", "3 maart 2026 14:05". Of the Netherlands. */
public final class Moments {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

    private Moments() {}

    public static String of(Instant moment, Visit visit, Clock clock) {
        long days = AmsterdamDay.of(clock.instant()).toEpochDay() - AmsterdamDay.of(moment).toEpochDay();
        String time = TIME.format(moment.atZone(AmsterdamDay.ZONE));
        if (days == 0) {
            return visit.t("vandaag ", "today ") + time;
        }
        return days == 1 ? visit.t("gisteren ", "yesterday ") + time : visit.moment(moment);
    }
}
