package nl.meldspoor.reporting.web.words;

import nl.meldspoor.terms.BilingualText;

/** Routes, steps, states and outcomes of cases in words. A code nobody gave words to shows as it is. */
public final class CaseWords {

    private CaseWords() {}

    public static BilingualText route(String route) {
        return switch (route) {
            case "MELDCODE" -> new BilingualText("Meldcode", "Meldcode");
            case "CARE_RELATION" -> new BilingualText("Veilige zorgrelatie", "Safe care relation");
            default -> plain(route);
        };
    }

    /** What a route is about, for who does not know its name. */
    public static BilingualText routeAbout(String route) {
        return switch (route) {
            case "MELDCODE" -> new BilingualText(
                    "vermoedens in de huiselijke kring van de cliënt", "suspicions in the client's domestic circle");
            case "CARE_RELATION" -> new BilingualText(
                    "vermoedens over een medewerker, vrijwilliger of medecliënt", "suspicions about staff, a volunteer or a fellow client");
            default -> plain(route);
        };
    }

    public static BilingualText step(String name) {
        return switch (name) {
            case "SIGNALS" -> new BilingualText("Signalen", "Signals");
            case "CONSULTATION" -> new BilingualText("Overleg", "Consultation");
            case "CONVERSATION" -> new BilingualText("Gesprek", "Conversation");
            case "ASSESSMENT" -> new BilingualText("Weging", "Assessment");
            case "DECISIONS" -> new BilingualText("Twee besluiten", "Two decisions");
            case "EVALUATION" -> new BilingualText("Evaluatie", "Evaluation");
            case "INTERNAL_REPORT" -> new BilingualText("Interne melding", "Internal report");
            case "CLIENT_CONVERSATION" -> new BilingualText("Gesprek met de cliënt", "Conversation with the client");
            case "HEARING_AND_INVESTIGATION" -> new BilingualText("Horen en onderzoek", "Hearing and investigation");
            case "STOP_AND_REPORT" -> new BilingualText("Stoppen en melden", "Stop and report");
            case "AFTERCARE_AND_EVALUATION" -> new BilingualText("Nazorg en evaluatie", "Aftercare and evaluation");
            default -> plain(name);
        };
    }

    public static BilingualText status(String status) {
        return switch (status) {
            case "OPEN" -> new BilingualText("Open", "Open");
            case "CLOSED" -> new BilingualText("Gesloten", "Closed");
            default -> plain(status);
        };
    }

    /** @param norm of a REPORT, null else */
    public static BilingualText outcome(String outcome, Integer norm) {
        return switch (outcome) {
            case "REPORT" -> report(norm);
            case "ADVICE_REQUIRED" -> new BilingualText("Twijfel: advies vragen", "Doubt: ask for advice");
            case "CLOSE" -> new BilingualText("Geen vermoeden meer", "No suspicion any more");
            case "HELP" -> new BilingualText("Hulp organiseren", "Arrange help");
            case "HELP_COMPLETED" -> new BilingualText("Hulp heeft gewerkt", "Help has worked");
            default -> plain(outcome);
        };
    }

    private static BilingualText report(Integer norm) {
        return switch (norm) {
            case 1 -> new BilingualText("Melden: acuut of structureel onveilig", "Report: acute or structural unsafety");
            case 2 -> new BilingualText("Melden: hulp werkt niet of wordt geweigerd", "Report: help does not work or is refused");
            case 3 -> new BilingualText("Melden: hulp maakt niet veilig", "Report: help does not lead to safety");
            case null, default -> new BilingualText("Melden", "Report");
        };
    }

    private static BilingualText plain(String code) {
        return new BilingualText(code, code);
    }
}
