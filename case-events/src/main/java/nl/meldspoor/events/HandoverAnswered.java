package nl.meldspoor.events;

import java.util.UUID;

/** A hand-over was accepted, refused or withdrawn; until then the giver stays responsible. */
public record HandoverAnswered(
        UUID handoverId,
        HandoverAnswer answer,
        @MayBeAbsent @Sealed(PersonKind.CLIENT) String reason)
        implements CaseEvent {}
