package nl.meldspoor.events.history;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the sources want recorded at least, per step ("Rapporteer in elk geval"; the recording rules of the Leidraad): recorded or missing,
 * each with an id of its own. What makes an obligation arise is no requirement as well: that somebody must consult is OB-CONSULT, what
 * must be said of a consultation stands here.
 */
public final class Completeness {

    private static final List<Requirement> REQUIREMENTS = Stream.of(
                    SharedRequirements.ALL, MeldcodeRequirements.ALL, CareRelationRequirements.ALL)
            .flatMap(List::stream)
            .toList();

    private Completeness() {}

    /** All of them, for who wants to show text and source. */
    public static List<Requirement> requirements() {
        return REQUIREMENTS;
    }

    /** How each requirement stands that the case asks for in a step. */
    public static List<Requirement.Standing> of(CaseHistory history, int step) {
        return REQUIREMENTS.stream()
                .filter(r -> r.step() == step && r.isAsked(history))
                .map(r -> r.on(history))
                .toList();
    }
}
