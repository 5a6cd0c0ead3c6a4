package nl.meldspoor.events;

import java.util.UUID;

/** The case is handed to somebody else; he must accept (004 step 2). */
public record CaseHandedOver(
        @Sealed(PersonKind.STAFF) Person to,
        @MayBeAbsent @Sealed(PersonKind.STAFF) @UserName(ref = "toRef") String toUser,
        @Sealed(PersonKind.CLIENT) String reason,
        @Derived UUID handoverId,
        @Derived String toRef)
        implements CaseEvent {}
