package nl.meldspoor.events.history;

import java.util.List;

/**
 * One of the six steps of a route.
 *
 * @param step 1 to 6
 * @param name as in api.md
 * @param missing ids of its open obligations, then ids of what the sources want recorded and is not
 * @param requirements what the sources want recorded in it, as far as the case asks for it, recorded or missing
 */
public record Step(
        int step, String name, StepState state, List<String> missing, List<Requirement.Standing> requirements) {

    public Step {
        missing = List.copyOf(missing);
        requirements = List.copyOf(requirements);
    }
}
