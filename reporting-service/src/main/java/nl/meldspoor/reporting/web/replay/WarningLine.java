package nl.meldspoor.reporting.web.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.meldspoor.events.history.Obligations;
import nl.meldspoor.http.Role;
import nl.meldspoor.reporting.warnings.WarningStep;
import nl.meldspoor.reporting.web.RoleNames;
import nl.meldspoor.reporting.web.Visit;
import nl.meldspoor.reporting.web.words.TermWords;

/**
 * That somebody was warned, by which way, and how far it came.
 *
 * @param state SENT, DELIVERED, READ, FAILED, WAITING; the furthest it came
 */
public record WarningLine(String about, String who, String way, String state, String word, String moment, String when) {

    /** The newest first; of one warning only how far it came. */
    static List<WarningLine> of(List<WarningStep> steps, Visit visit) {
        Map<String, WarningStep> furthest = new LinkedHashMap<>();
        steps.stream()
                .sorted(Comparator.comparing(WarningStep::at))
                .forEach(step -> furthest.merge(
                        String.join("|", step.obligation(), String.valueOf(step.dueOn()), step.rung(), String.valueOf(step.recipientRole()), step.channel()),
                        step,
                        (earlier, later) -> later));
        List<WarningLine> lines = new ArrayList<>();
        furthest.values().stream()
                .sorted(Comparator.comparing(WarningStep::at).reversed())
                .forEach(step -> lines.add(one(step, visit)));
        return lines;
    }

    private static WarningLine one(WarningStep step, Visit visit) {
        String about = step.kind() == null
                ? Obligations.byId(step.obligation()).map(o -> visit.t(o.text().nl(), o.text().en())).orElse(step.obligation())
                : visit.t(TermWords.kind(step.kind())) + (step.dueOn() == null ? "" : visit.t(", uiterlijk ", ", by ") + visit.day(step.dueOn()));
        Instant at = step.at();
        return new WarningLine(about, who(step, visit), way(step, visit), step.state(), word(step, visit), at.toString(), visit.moment(at));
    }

    private static String who(WarningStep step, Visit visit) {
        return step.recipientRole() == null
                ? visit.t("een medewerker", "a member of staff")
                : Role.of(step.recipientRole()).map(RoleNames::of).map(visit::t).orElse(step.recipientRole());
    }

    private static String way(WarningStep step, Visit visit) {
        return switch (step.channel()) {
            case "INBOX" -> visit.t("bericht in Meldspoor", "message in Meldspoor");
            case "EMAIL" -> visit.t("e-mail", "e-mail");
            case "WEBHOOK" -> visit.t("ander systeem", "other system");
            default -> step.channel();
        };
    }

    private static String word(WarningStep step, Visit visit) {
        return switch (step.state()) {
            case "READ" -> visit.t("Gelezen", "Read");
            case "DELIVERED" -> visit.t("Bezorgd", "Delivered");
            case "SENT" -> visit.t("Verstuurd", "Sent");
            case "FAILED" -> visit.t("Niet bezorgd", "Not delivered");
            default -> visit.t("Wacht", "Waiting");
        };
    }
}
