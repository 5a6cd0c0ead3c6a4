package nl.meldspoor.events;

import java.time.LocalDate;
import java.util.List;

/** Kindcheck (004 step 1). */
public record ChildCheckDone(
        @HappenedAt LocalDate checkedOn,
        boolean dependentChildren,
        @MayBeAbsent @Sealed(PersonKind.CLIENT) List<Integer> childrenAges,
        @MayBeAbsent Answer temporaryCareAdequate,
        @MayBeAbsent Answer clientCanProtect)
        implements CaseEvent {}
