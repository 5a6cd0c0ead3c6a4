package nl.meldspoor.events;

import java.time.LocalDate;

/** The investigation started (002 step 4). */
public record InvestigationStarted(
        @HappenedAt LocalDate startedOn,
        InvestigationMethod method,
        @Sealed(PersonKind.STAFF) Person lead,
        boolean externalChair,
        @Sealed(PersonKind.ACCUSED) String question)
        implements CaseEvent {}
