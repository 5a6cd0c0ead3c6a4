package nl.meldspoor.reporting.web.deadlines;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meldspoor.http.ShapeErrors;
import nl.meldspoor.reporting.deadlines.DeadlineKinds;
import nl.meldspoor.reporting.deadlines.DeadlineList;
import nl.meldspoor.terms.TermState;
import nl.meldspoor.terms.Urgency;

/**
 * What of the board is asked for, as it stands in the address: empty text means all. The names are those of {@code GET /v1/deadlines}.
 *
 * @param state OPEN by itself also shows what is over time and not met
 */
record BoardFilter(String kind, String state, String urgency, String unit) {

    private static final Set<String> PARAMETERS = Set.of("kind", "state", "urgency", "organisationUnit", "cursor");
    private static final int LONGEST_UNIT = 100;
    private static final int LONGEST_NAME = 40;

    /** Reads the address; what is not understood is noted in {@code errors}. A choice left open in a form is an empty text. */
    static BoardFilter read(MultivaluedMap<String, String> asked, ShapeErrors errors) {
        asked.keySet().stream()
                .filter(name -> !PARAMETERS.contains(name))
                .forEach(name -> errors.addParameter(name.length() > LONGEST_NAME ? "…" : name, "This is not known here."));
        var filter = new BoardFilter(
                text(asked, "kind"), text(asked, "state"), text(asked, "urgency"), text(asked, "organisationUnit"));
        check("kind", filter.kind(), DeadlineKinds.IDS, errors);
        check("state", filter.state(), names(TermState.values()), errors);
        check("urgency", filter.urgency(), names(Urgency.values()), errors);
        if (filter.unit().length() > LONGEST_UNIT || filter.unit().chars().anyMatch(Character::isISOControl)) {
            errors.addParameter("organisationUnit", "1 to " + LONGEST_UNIT + " visible characters are expected.");
        }
        return filter;
    }

    DeadlineList.Filter asked() {
        return new DeadlineList.Filter(
                given(kind), given(state).map(TermState::valueOf), given(urgency).map(Urgency::valueOf), given(unit));
    }

    public boolean isEmpty() {
        return Stream.of(kind, state, urgency, unit).allMatch(String::isEmpty);
    }

    /** The query of this filter, without a question mark; empty when nothing is asked for. */
    public String query() {
        return Stream.of(pair("kind", kind), pair("state", state), pair("urgency", urgency), pair("organisationUnit", unit))
                .filter(pair -> !pair.isEmpty())
                .collect(Collectors.joining("&"));
    }

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static String pair(String name, String value) {
        return value.isEmpty() ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String text(MultivaluedMap<String, String> asked, String name) {
        var text = asked.getFirst(name);
        return text == null ? "" : text.strip();
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }

    private static void check(String name, String text, List<String> allowed, ShapeErrors errors) {
        if (!text.isEmpty() && !allowed.contains(text)) {
            errors.addParameter(name, "One of " + allowed + " is expected.");
        }
    }
}
