package nl.meldspoor.notifications.routing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.meldspoor.events.Bilingual;
import nl.meldspoor.events.history.Obligations;

/** The line somebody reads: what happened, or which duty or term it is about. Never a person, never content. */
public final class NotificationTitle {

    private static final DateTimeFormatter DUTCH = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("nl"));
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private NotificationTitle() {}

    /**
     * @param obligations ids of the duties it is about
     * @param dueOn when the term ends, or null
     */
    public static Bilingual of(NotificationKind kind, List<String> obligations, LocalDate dueOn) {
        Bilingual title = kind.title();
        if (obligations.isEmpty()) {
            return title;
        }
        Bilingual duties = new Bilingual(texts(obligations, Bilingual::nl), texts(obligations, Bilingual::en));
        if (dueOn == null) {
            return new Bilingual(title.nl() + ": " + duties.nl(), title.en() + ": " + duties.en());
        }
        return new Bilingual(
                title.nl() + " (" + DUTCH.format(dueOn) + "): " + duties.nl(),
                title.en() + " (" + ENGLISH.format(dueOn) + "): " + duties.en());
    }

    private static String texts(List<String> obligations, Function<Bilingual, String> language) {
        return obligations.stream().map(NotificationTitle::text).map(language).collect(Collectors.joining(" "));
    }

    /** A duty of a newer version is named by its id. */
    private static Bilingual text(String obligation) {
        if (obligation.equals("IMPROVE")) {
            return new Bilingual("Voer de verbetermaatregel uit.", "Carry out the improvement.");
        }
        return Obligations.byId(obligation).map(o -> o.text()).orElse(new Bilingual(obligation, obligation));
    }
}
