package nl.meldspoor.events;

import java.time.Instant;
import java.time.LocalDate;

/** The two decisions: is reporting necessary, is helping (also) possible (004 step 5). */
public record DecisionsTaken(
        @HappenedAt Instant decidedAt,
        boolean reportNecessary,
        @Sealed(PersonKind.CLIENT) String reportMotivation,
        boolean helpPossible,
        @Sealed(PersonKind.CLIENT) String helpMotivation,
        @MayBeAbsent @Planned LocalDate evaluateOn,
        @Sealed(PersonKind.STAFF) Person decidedBy,
        @MayBeAbsent @Sealed(PersonKind.STAFF) String coordinatedWith)
        implements CaseEvent {}
