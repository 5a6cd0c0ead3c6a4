package nl.meldspoor.events;

import java.time.Instant;
import java.util.List;

/** The organisation's verdict on what happened (002 step 4/5). */
public record JudgementMade(
        @HappenedAt Instant determinedAt,
        Qualification qualification,
        Level severity,
        Level recurrenceRisk,
        boolean fatal,
        boolean betweenClients,
        @MayBeAbsent Boolean treatmentNeeded,
        @MayBeAbsent Boolean policeIntervened,
        @Sealed(PersonKind.ACCUSED) String reasoning,
        @Derived Boolean reportable,
        @Derived Receipt receipt,
        @Derived List<TermFact> terms)
        implements CaseEvent, CarriesTerms {}
