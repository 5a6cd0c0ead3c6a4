package nl.meldspoor.events;

import java.time.Instant;

/** The colleague was spoken to at once (002 step 1). */
public record AccusedAddressed(
        @HappenedAt Instant addressedAt,
        @Sealed(PersonKind.REPORTER) String by,
        @Sealed(PersonKind.ACCUSED) String reaction)
        implements CaseEvent {}
