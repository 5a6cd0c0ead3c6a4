package nl.meldspoor.events;

import java.time.Instant;

/** The investigation report went to the inspectorate. */
public record IGJInvestigationReportSent(
        @HappenedAt Instant sentAt,
        @Sealed(PersonKind.ACCUSED) String content)
        implements CaseEvent {}
