package nl.meldspoor.events;

import java.time.LocalDate;
import java.util.UUID;

/** The case was closed, and why. */
public record CaseClosed(
        @HappenedAt LocalDate closedOn,
        ClosureGround ground,
        @MayBeAbsent UUID relatedCase,
        @Sealed(PersonKind.CLIENT) String motivation)
        implements CaseEvent {}
