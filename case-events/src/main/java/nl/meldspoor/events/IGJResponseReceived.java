package nl.meldspoor.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The inspectorate answered. */
public record IGJResponseReceived(
        @HappenedAt Instant receivedAt,
        IGJResponseKind kind,
        @MayBeAbsent @Planned LocalDate dueOn,
        @Sealed(PersonKind.ACCUSED) String content,
        @Derived List<TermFact> terms)
        implements CaseEvent, CarriesTerms {}
