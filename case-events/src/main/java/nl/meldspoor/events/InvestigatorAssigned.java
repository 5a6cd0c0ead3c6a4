package nl.meldspoor.events;

import java.time.LocalDate;

/** Somebody was asked to investigate. */
public record InvestigatorAssigned(
        @HappenedAt LocalDate assignedOn,
        @Sealed(PersonKind.STAFF) @UserName(ref = "userRef") String user,
        @Sealed(PersonKind.STAFF) Person person,
        @Derived String userRef)
        implements CaseEvent {}
