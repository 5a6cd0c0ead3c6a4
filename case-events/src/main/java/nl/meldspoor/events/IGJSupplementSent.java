package nl.meldspoor.events;

import java.time.Instant;

/** The report to the inspectorate was completed. */
public record IGJSupplementSent(
        @HappenedAt Instant sentAt,
        @Sealed(PersonKind.ACCUSED) String content)
        implements CaseEvent {}
