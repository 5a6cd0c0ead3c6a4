package nl.meldspoor.reporting.web.words;

import java.time.LocalDate;
import nl.meldspoor.events.history.Obligations;
import nl.meldspoor.terms.BilingualText;
import nl.meldspoor.terms.Urgency;

/** Terms and how urgent they are, in words. */
public final class TermWords {

    private TermWords() {}

    /** What is to be done within the term; a duty that is due at once is a kind of its own. */
    public static BilingualText kind(String kind) {
        return switch (kind) {
            case "IGJ-DETERMINE" -> new BilingualText("Vaststellen wat er gebeurd is", "Establish what happened");
            case "IGJ-REPORT" -> new BilingualText("Melden bij de inspectie (IGJ)", "Report to the inspectorate (IGJ)");
            case "IGJ-SUPPLEMENT" -> new BilingualText("Aanvulling sturen aan de IGJ", "Send the supplement to IGJ");
            case "IGJ-INVESTIGATION" -> new BilingualText("Onderzoeksrapport sturen aan de IGJ", "Send the investigation report to IGJ");
            case "IGJ-REACTION" -> new BilingualText("De IGJ laat weten wat zij doet", "IGJ says what it will do");
            case "VT-START" -> new BilingualText("Veilig Thuis begint met onderzoek", "Veilig Thuis starts its investigation");
            case "VT-CONCLUDE" -> new BilingualText("Veilig Thuis rondt het onderzoek af", "Veilig Thuis concludes its investigation");
            case "HELP-EVALUATE" -> new BilingualText("De hulp evalueren", "Evaluate the help");
            case "SILENCE-END" -> new BilingualText("De zwijgplicht opheffen", "Lift the duty of silence");
            case "IMPROVE" -> new BilingualText("De verbetering afronden", "Complete the improvement");
            default -> Obligations.byId(kind)
                    .map(o -> new BilingualText(o.text().nl(), o.text().en()))
                    .orElseGet(() -> new BilingualText(kind, kind));
        };
    }

    public static BilingualText urgency(Urgency urgency) {
        return switch (urgency) {
            case OVERDUE -> new BilingualText("Te laat", "Overdue");
            case RED -> new BilingualText("Nu", "Now");
            case AMBER -> new BilingualText("Komt eraan", "Coming up");
            case GREEN -> new BilingualText("Op tijd", "In time");
        };
    }

    /** What the word means exactly. */
    public static BilingualText urgencyMeaning(Urgency urgency) {
        return switch (urgency) {
            case OVERDUE -> new BilingualText("de laatste dag is voorbij", "the last day has passed");
            case RED -> new BilingualText("nog hoogstens één werkdag", "one working day left at most");
            case AMBER -> new BilingualText("de helft van de tijd is om", "half of the time is gone");
            case GREEN -> new BilingualText("meer dan de helft van de tijd over", "more than half of the time left");
        };
    }

    /** The name of its icon; beside the word and the colour. */
    public static String icon(Urgency urgency) {
        return switch (urgency) {
            case OVERDUE -> "overdue";
            case RED -> "now";
            case AMBER -> "half";
            case GREEN -> "calm";
        };
    }

    /** How much time is left, as one says it. @param workingDays negative when over */
    public static BilingualText left(int workingDays) {
        if (workingDays < 0) {
            return workingDays == -1
                    ? new BilingualText("1 werkdag te laat", "1 working day late")
                    : new BilingualText(-workingDays + " werkdagen te laat", -workingDays + " working days late");
        }
        return switch (workingDays) {
            case 0 -> new BilingualText("vandaag", "today");
            case 1 -> new BilingualText("nog 1 werkdag", "1 working day left");
            default -> new BilingualText("nog " + workingDays + " werkdagen", workingDays + " working days left");
        };
    }

    /** How long something stands, in calendar days. */
    public static BilingualText since(LocalDate day, LocalDate today) {
        long days = today.toEpochDay() - day.toEpochDay();
        if (days <= 0) {
            return new BilingualText("sinds vandaag", "since today");
        }
        return days == 1
                ? new BilingualText("sinds gisteren", "since yesterday")
                : new BilingualText("al " + days + " dagen", "for " + days + " days");
    }
}
