package nl.meldspoor.events;

import java.time.Instant;
import java.util.List;

/** The contract with the accused ends (Wkkgz art. 11 lid 1 c). */
public record DismissalAnnounced(
        @HappenedAt Instant announcedAt,
        DismissalInitiative initiative,
        boolean forDysfunction,
        boolean careProfessional,
        @Sealed(PersonKind.ACCUSED) DismissedPerson person,
        @Sealed(PersonKind.ACCUSED) String reason,
        boolean personInformed,
        @Derived List<TermFact> terms)
        implements CaseEvent, CarriesTerms {}
