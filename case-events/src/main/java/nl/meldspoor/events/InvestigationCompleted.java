package nl.meldspoor.events;

import java.time.LocalDate;

/** The investigation is complete. */
public record InvestigationCompleted(
        @HappenedAt LocalDate completedOn,
        @Sealed(PersonKind.ACCUSED) String findings,
        @Sealed(PersonKind.ACCUSED) String causes,
        @Sealed(PersonKind.CLIENT) String clientInvolvement,
        @MayBeAbsent @Sealed(PersonKind.ACCUSED) String vetting)
        implements CaseEvent {}
