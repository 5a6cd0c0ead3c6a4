package nl.meldspoor.events;

import java.time.Instant;

/** What was done at once to make it stop (002 step 5). Stopping is never forbidden. */
public record SafetyMeasureTaken(
        @HappenedAt Instant takenAt,
        SafetyMeasureKind kind,
        @Sealed(PersonKind.ACCUSED) String description)
        implements CaseEvent {}
