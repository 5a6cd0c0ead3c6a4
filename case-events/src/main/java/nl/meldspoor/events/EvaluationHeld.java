package nl.meldspoor.events;

import java.time.LocalDate;

/** The case was evaluated (000 step 6, 002 step 6). */
public record EvaluationHeld(
        @HappenedAt LocalDate heldOn,
        @Sealed(PersonKind.CLIENT) String findings,
        @Sealed(PersonKind.STAFF) String participants)
        implements CaseEvent {}
