package nl.meldspoor.events;

import java.time.Instant;
import java.util.List;

/** The police were consulted or notified; may clear what waits for them (002 steps 3-5). */
public record PoliceContacted(
        @HappenedAt Instant contactedAt,
        PoliceContactKind kind,
        @Sealed(PersonKind.STAFF) Person officer,
        @Sealed(PersonKind.ACCUSED) String advice,
        boolean clearsClientConversation,
        boolean clearsHearing,
        boolean clearsInvestigation,
        boolean suspicionWithdrawn,
        @Derived List<TermFact> terms)
        implements CaseEvent, CarriesTerms {}
