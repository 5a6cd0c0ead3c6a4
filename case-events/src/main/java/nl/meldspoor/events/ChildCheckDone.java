package nl.meldspoor.events;

import java.time.LocalDate;
import java.util.List;

/** Kindcheck (004 step 1). Version 2 says what follows from the answers ({@link Upcasters}). */
public record ChildCheckDone(
        @HappenedAt LocalDate checkedOn,
        boolean dependentChildren,
        @MayBeAbsent @Sealed(PersonKind.CLIENT) List<Integer> childrenAges,
        @MayBeAbsent Answer temporaryCareAdequate,
        @MayBeAbsent Answer clientCanProtect,
        @Derived Boolean assessmentNeeded)
        implements CaseEvent {

    /** Whether the answers point at children being unsafe: then the situation must be weighed (OB-CHILD-ASSESS). */
    public static boolean needsAssessment(Answer temporaryCareAdequate, Answer clientCanProtect) {
        return isWorrying(temporaryCareAdequate) || isWorrying(clientCanProtect);
    }

    private static boolean isWorrying(Answer answer) {
        return answer == Answer.NO || answer == Answer.DOUBT;
    }
}
