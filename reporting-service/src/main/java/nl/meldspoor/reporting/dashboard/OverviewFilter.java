package nl.meldspoor.reporting.dashboard;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meldspoor.events.AssessmentOutcome;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.history.CaseReach.CaseStatus;
import nl.meldspoor.events.history.Obligations;
import nl.meldspoor.http.ShapeErrors;
import nl.meldspoor.reporting.deadlines.DeadlineKinds;
import nl.meldspoor.terms.Urgency;

/**
 * Which cases are asked for; null lets all pass, and what is named must all hold. Each figure of the dashboard has its own: open cases
 * {@code route} and {@code step} with {@code status=OPEN}; obligations {@code obligation}; deadlines {@code urgency}; terms
 * {@code term} with {@code kind}; lead times {@code route} and {@code leadFrom}; outcomes {@code outcome} with {@code norm}; advice and
 * meldingen {@code contact}; deviations {@code deviation}.
 *
 * @param term MET or MISSED in the period
 * @param contact ADVICE or MELDING in the period
 * @param outcome of an assessment in the period, of a REPORT with its norm: {@code REPORT_NORM_1}; {@code REPORT} is any norm
 * @param leadFrom the first of two consecutive steps
 */
public record OverviewFilter(
        String route,
        Integer step,
        String status,
        String unit,
        String obligation,
        String urgency,
        String kind,
        String term,
        String outcome,
        String contact,
        String deviation,
        Integer leadFrom) {

    private static final int LAST_STEP = 6;
    private static final int LONGEST_UNIT = 100;
    private static final String RULE = "[A-Z]{3}-[0-9]{1,2}";

    /** The filter as it comes in: query parameters by name, each once. All errors are noted. */
    public static OverviewFilter read(Parameters asked, ShapeErrors errors) {
        String outcome = oneOf("outcome", asked.outcome(), names(AssessmentOutcome.values()), errors);
        return new OverviewFilter(
                oneOf("route", asked.route(), names(Route.values()), errors),
                number("step", asked.step(), LAST_STEP, errors),
                oneOf("status", asked.status(), names(CaseStatus.values()), errors),
                unit(asked.unit(), errors),
                oneOf("obligation", asked.obligation(), Obligations.catalogue().stream().map(o -> o.id()).toList(), errors),
                oneOf("urgency", asked.urgency(), names(Urgency.values()), errors),
                oneOf("kind", asked.kind(), DeadlineKinds.IDS, errors),
                oneOf("term", asked.term(), List.of("MET", "MISSED"), errors),
                withNorm(outcome, asked.norm(), errors),
                oneOf("contact", asked.contact(), List.of("ADVICE", "MELDING"), errors),
                rule(asked.deviation(), errors),
                number("leadFrom", asked.leadFrom(), LAST_STEP - 1, errors));
    }

    /** The query parameters as text, null where absent. */
    public record Parameters(
            String route,
            String step,
            String status,
            String unit,
            String obligation,
            String urgency,
            String kind,
            String term,
            String outcome,
            String norm,
            String contact,
            String deviation,
            String leadFrom) {}

    private static String withNorm(String outcome, String norm, ShapeErrors errors) {
        Integer number = number("norm", norm, 3, errors);
        if (number == null) {
            return outcome;
        }
        if (!AssessmentOutcome.REPORT.name().equals(outcome)) {
            errors.addParameter("norm", "A norm goes with outcome REPORT only.");
        }
        return "REPORT_NORM_" + number;
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }

    private static String oneOf(String name, String text, List<String> allowed, ShapeErrors errors) {
        if (text != null && !allowed.contains(text)) {
            errors.addParameter(name, "One of " + allowed + " is expected.");
        }
        return text;
    }

    private static Integer number(String name, String text, int most, ShapeErrors errors) {
        if (text == null) {
            return null;
        }
        Optional<Integer> number = text.matches("[0-9]") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
        if (number.filter(n -> n >= 1 && n <= most).isEmpty()) {
            errors.addParameter(name, "A whole number from 1 to " + most + " is expected.");
        }
        return number.orElse(null);
    }

    private static String unit(String text, ShapeErrors errors) {
        if (text != null
                && (text.isBlank() || text.length() > LONGEST_UNIT || text.chars().anyMatch(Character::isISOControl))) {
            errors.addParameter("unit", "1 to " + LONGEST_UNIT + " visible characters are expected.");
        }
        return text;
    }

    private static String rule(String text, ShapeErrors errors) {
        if (text != null && !text.matches(RULE)) {
            errors.addParameter("deviation", "The id of a rule, such as MEL-1, is expected.");
        }
        return text;
    }
}
