package nl.meldspoor.reporting.web.statistics;

import java.util.stream.Stream;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.ClientRole;
import nl.meldspoor.events.ClosureGround;
import nl.meldspoor.events.FeedbackKind;
import nl.meldspoor.events.Form;
import nl.meldspoor.events.IGJCategory;
import nl.meldspoor.events.LegalFramework;
import nl.meldspoor.events.MeldingChannel;
import nl.meldspoor.events.PoliceContactKind;
import nl.meldspoor.events.Qualification;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.Sector;
import nl.meldspoor.events.words.EntryWords;
import nl.meldspoor.reporting.web.words.CaseWords;
import nl.meldspoor.reporting.web.words.TermWords;
import nl.meldspoor.terms.BilingualText;

/** What groups and categories of the statistics are called. */
final class StatisticsWords {

    private static final BilingualText TOGETHER = new BilingualText("Samen", "Together");

    private StatisticsWords() {}

    static BilingualText grouping(String code) {
        return switch (code) {
            case "quarter" -> new BilingualText("per kwartaal", "per quarter");
            case "half-year" -> new BilingualText("per halfjaar", "per half-year");
            case "year" -> new BilingualText("per jaar", "per year");
            case "route" -> new BilingualText("per route", "per route");
            case "sector" -> new BilingualText("per sector", "per sector");
            case "legal-framework" -> new BilingualText("per wet", "per law");
            case "client-role" -> new BilingualText("per rol van de cliënt", "per role of the client");
            default -> new BilingualText(code, code);
        };
    }

    static BilingualText group(String group) {
        if (group.equals("ALL")) {
            return TOGETHER;
        }
        if (group.matches("\\d{4}-[QH]\\d")) {
            String dutch = group.charAt(5) == 'Q' ? "e kwartaal " : "e halfjaar ";
            return new BilingualText(
                    group.substring(6) + dutch + group.substring(0, 4), group.substring(5) + " " + group.substring(0, 4));
        }
        if (isOf(Route.values(), group)) {
            return CaseWords.route(group);
        }
        return Stream.<Enum<?>[]>of(Sector.values(), LegalFramework.values(), ClientRole.values())
                .filter(codes -> isOf(codes, group))
                .findFirst()
                .map(codes -> words(codes, group))
                .orElseGet(() -> new BilingualText(group, group));
    }

    static BilingualText category(String measure, String category) {
        if (category.equals("TOTAL")) {
            return TOGETHER;
        }
        return switch (measure) {
            case "STEP_REACHED" -> new BilingualText("Stap " + category, "Step " + category);
            case "LEAD_TIME" -> new BilingualText(
                    "Stap " + category.replace("-", " naar "), "Step " + category.replace("-", " to "));
            case "ASSESSMENT" -> category.startsWith("REPORT_NORM_")
                    ? CaseWords.outcome("REPORT", category.charAt(category.length() - 1) - '0')
                    : CaseWords.outcome(category, null);
            case "TERM_MET", "TERM_MISSED" -> TermWords.kind(category);
            case "FORM" -> words(Form.values(), category);
            case "MELDING" -> words(MeldingChannel.values(), category);
            case "FEEDBACK" -> words(FeedbackKind.values(), category);
            case "INTERNAL_REPORT" -> words(AccusedKind.values(), category);
            case "JUDGEMENT" -> words(Qualification.values(), category);
            case "IGJ_REPORT" -> words(IGJCategory.values(), category);
            case "POLICE" -> words(PoliceContactKind.values(), category);
            case "CLOSED" -> words(ClosureGround.values(), category);
            case "CLIENT_INFORMED" -> category.equals("YES")
                    ? new BilingualText("De cliënt wist het", "The client knew")
                    : new BilingualText("De cliënt wist het niet", "The client did not know");
            default -> new BilingualText(category, category);
        };
    }

    private static boolean isOf(Enum<?>[] codes, String code) {
        return Stream.of(codes).anyMatch(c -> c.name().equals(code));
    }

    private static BilingualText words(Enum<?>[] codes, String code) {
        var words = EntryWords.code(codes[0].getDeclaringClass(), code);
        return new BilingualText(words.nl(), words.en());
    }
}
