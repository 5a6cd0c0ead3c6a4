package nl.meldspoor.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How the facts of an older version of an event read today: one pure step per type and version, version n to n + 1. What is stored or
 * on Kafka is never rewritten (its hash would not hold any more); whoever reads it sees the newest shape.
 *
 * <p>A correction holds the facts of the entry that replaces another. So its version goes up with that of every other type, and its step
 * is the step of the type it corrects.
 */
public final class Upcasters {

    /** From one version of a type to the next; gets a copy that it may change. */
    private record Step(EventType type, UnaryOperator<ObjectNode> change) {}

    /** In the order in which they came: the nth of a type leads from version n to n + 1. */
    private static final List<Step> STEPS = List.of(
            // 2026-11: what follows from the answers stands in the event, so that no reader repeats the rule
            new Step(EventType.CHILD_CHECK_DONE, Upcasters::childCheckSaysWhetherAnAssessmentIsNeeded));

    private static final Map<EventType, List<UnaryOperator<ObjectNode>>> BY_TYPE = byType();

    private Upcasters() {}

    private static Map<EventType, List<UnaryOperator<ObjectNode>>> byType() {
        Map<EventType, List<UnaryOperator<ObjectNode>>> byType = new EnumMap<>(EventType.class);
        for (EventType type : EventType.values()) {
            byType.put(
                    type,
                    type == EventType.ENTRY_CORRECTED
                            ? STEPS.stream().map(Upcasters::inReplacement).toList()
                            : STEPS.stream().filter(s -> s.type() == type).map(Step::change).toList());
        }
        return byType;
    }

    /** The version that is written today. */
    public static int newest(EventType type) {
        return BY_TYPE.get(type).size() + 1;
    }

    /**
     * The facts in the newest shape; those of the newest version as they are. The given object is not changed.
     *
     * @throws IllegalArgumentException when there is no such version yet: a newer build wrote it, and this one must not guess
     */
    public static ObjectNode toNewest(EventType type, int version, ObjectNode facts) {
        int newest = newest(type);
        if (version < 1 || version > newest) {
            throw new IllegalArgumentException(
                    "expected a version of " + type.eventName() + " from 1 to " + newest + ", but was " + version);
        }
        if (version == newest) {
            return facts;
        }
        ObjectNode upcast = facts.deepCopy();
        for (UnaryOperator<ObjectNode> step : BY_TYPE.get(type).subList(version - 1, newest - 1)) {
            upcast = step.apply(upcast);
        }
        return upcast;
    }

    private static UnaryOperator<ObjectNode> inReplacement(Step step) {
        return correction -> {
            Optional<EventType> corrected =
                    EventType.byName(correction.path("correctedType").asText());
            if (corrected.equals(Optional.of(step.type()))
                    && correction.get("replacement") instanceof ObjectNode replacement) {
                correction.set("replacement", step.change().apply(replacement));
            }
            return correction;
        };
    }

    private static ObjectNode childCheckSaysWhetherAnAssessmentIsNeeded(ObjectNode check) {
        return check.put(
                "assessmentNeeded",
                ChildCheckDone.needsAssessment(
                        answer(check, "temporaryCareAdequate"), answer(check, "clientCanProtect")));
    }

    private static Answer answer(ObjectNode facts, String member) {
        return facts.hasNonNull(member) ? Answer.valueOf(facts.get(member).asText()) : null;
    }
}
