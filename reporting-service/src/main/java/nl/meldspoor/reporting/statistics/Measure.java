package nl.meldspoor.reporting.statistics;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.Bilingual;
import nl.meldspoor.events.ClosureGround;
import nl.meldspoor.events.FeedbackKind;
import nl.meldspoor.events.Form;
import nl.meldspoor.events.IGJCategory;
import nl.meldspoor.events.MeldingChannel;
import nl.meldspoor.events.PoliceContactKind;
import nl.meldspoor.events.Qualification;
import nl.meldspoor.terms.TermKind;

/**
 * What is counted, and by which categories: all there can be, so that one that is not there tells nothing. Categories are those of the
 * entries, which follow CBS (Veilig Thuis) and IGJ where these have them.
 */
enum Measure {
    OPENED("Geopende casussen", "Cases opened", List.of(), true),
    STEP_REACHED(
            "Geopende casussen naar verst bereikte stap",
            "Cases opened, by the furthest step reached",
            IntStream.rangeClosed(1, 6).mapToObj(Integer::toString).toList(),
            true),
    FORM("Casussen naar aard van het gesignaleerde", "Cases by form of what was signalled", names(Form.values()), false),
    ASSESSMENT(
            "Wegingen naar uitkomst",
            "Assessments by outcome",
            List.of("REPORT_NORM_1", "REPORT_NORM_2", "REPORT_NORM_3", "ADVICE_REQUIRED", "HELP", "HELP_COMPLETED", "CLOSE"),
            true),
    ADVICE("Adviezen van Veilig Thuis", "Advice of Veilig Thuis", List.of(), true),
    MELDING("Meldingen bij Veilig Thuis naar kanaal", "Meldingen at Veilig Thuis by channel", names(MeldingChannel.values()), true),
    FEEDBACK("Terugkoppelingen van Veilig Thuis", "Feedback of Veilig Thuis", names(FeedbackKind.values()), true),
    CLIENT_INFORMED(
            "Meldingen waarvan de cliënt wist", "Meldingen and internal reports the client knew of", List.of("YES", "NO"), true),
    INTERNAL_REPORT(
            "Interne meldingen naar relatie van de beschuldigde",
            "Internal reports by relation of the accused",
            names(AccusedKind.values()),
            true),
    JUDGEMENT("Beoordelingen", "Judgements by qualification", names(Qualification.values()), true),
    IGJ_REPORT("Meldingen bij de IGJ naar categorie", "Reports to IGJ by category", names(IGJCategory.values()), true),
    POLICE("Contacten met de politie", "Contacts with the police", names(PoliceContactKind.values()), true),
    CLOSED("Gesloten casussen naar grond", "Cases closed, by ground", names(ClosureGround.values()), true),
    TERM_MET("Gehaalde termijnen", "Terms met", terms(), true),
    TERM_MISSED("Gemiste termijnen", "Terms missed", terms(), true),
    LEAD_TIME(
            "Doorlooptijd van stap naar stap",
            "Days from step to step",
            IntStream.range(1, 6).mapToObj(step -> step + "-" + (step + 1)).toList(),
            false);

    private final Bilingual title;
    private final List<String> categories;
    private final boolean adds;

    Measure(String dutch, String english, List<String> categories, boolean adds) {
        this.title = new Bilingual(dutch, english);
        this.categories = categories;
        this.adds = adds;
    }

    Bilingual title() {
        return title;
    }

    /** None when it is only counted as a whole. */
    List<String> categories() {
        return categories;
    }

    /** Whether the categories add up to a total; not where one case has several. */
    boolean adds() {
        return adds;
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }

    private static List<String> terms() {
        return Stream.of(TermKind.values()).filter(TermKind::isDeadline).map(TermKind::id).toList();
    }
}
