package nl.meldspoor.events;

import java.time.Instant;

/** More time was asked of the inspectorate. */
public record IGJExtensionRequested(
        @HappenedAt Instant requestedAt,
        @Sealed(PersonKind.ACCUSED) String motivation)
        implements CaseEvent {}
