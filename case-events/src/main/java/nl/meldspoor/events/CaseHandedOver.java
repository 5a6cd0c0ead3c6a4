package nl.meldspoor.events;

import java.util.UUID;

/**
 * The case is handed to somebody else; he must accept (004 step 2).
 *
 * @param reassigned true when who hands it over did not handle it: from now on he does, until the other accepts
 */
public record CaseHandedOver(
        @Sealed(PersonKind.STAFF) Person to,
        @MayBeAbsent @Sealed(PersonKind.STAFF) @UserName(ref = "toRef") String toUser,
        @Sealed(PersonKind.CLIENT) String reason,
        @Derived UUID handoverId,
        @Derived String toRef,
        @Derived Boolean reassigned)
        implements CaseEvent {}
