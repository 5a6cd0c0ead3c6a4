package nl.meldspoor.events;

import java.util.UUID;

/** A legal hold ended. */
public record LegalHoldLifted(
        UUID holdId,
        @Sealed(PersonKind.ORGANISATION) String reason)
        implements CaseEvent {}
