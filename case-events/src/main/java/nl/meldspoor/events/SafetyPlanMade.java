package nl.meldspoor.events;

import java.time.LocalDate;

/** What is agreed to be safe now. */
public record SafetyPlanMade(
        @HappenedAt LocalDate madeOn,
        @Sealed(PersonKind.CLIENT) String measures,
        @MayBeAbsent @Sealed(PersonKind.CLIENT) String emergencyContact)
        implements CaseEvent {}
