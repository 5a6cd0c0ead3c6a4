package nl.meldspoor.events;

import java.time.LocalDate;

/** A measure of employment law (002 step 5). */
public record SanctionImposed(
        @HappenedAt LocalDate imposedOn,
        SanctionKind kind,
        @Sealed(PersonKind.ACCUSED) String motivation)
        implements CaseEvent {}
