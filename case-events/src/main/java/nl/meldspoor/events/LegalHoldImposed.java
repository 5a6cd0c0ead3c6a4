package nl.meldspoor.events;

import java.util.UUID;

/** Nothing of the case may be erased, because somebody may need it in law; until the hold is lifted. */
public record LegalHoldImposed(
        @Sealed(PersonKind.ORGANISATION) String reason,
        @Derived UUID holdId)
        implements CaseEvent {}
