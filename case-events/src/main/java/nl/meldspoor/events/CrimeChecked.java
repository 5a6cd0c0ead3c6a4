package nl.meldspoor.events;

import java.time.Instant;

/** Whether a criminal offence is suspected (002 step 5). */
public record CrimeChecked(
        @HappenedAt Instant checkedAt,
        Answer suspected,
        @MayBeAbsent Offence offence,
        @Sealed(PersonKind.ACCUSED) String motivation)
        implements CaseEvent {}
