package nl.meldspoor.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** An improvement was planned. */
public record ImprovementPlanned(
        @Sealed(PersonKind.CLIENT) String measure,
        @Sealed(PersonKind.STAFF) String owner,
        @Planned LocalDate dueOn,
        @Derived UUID improvementId,
        @Derived List<TermFact> terms)
        implements CaseEvent, CarriesTerms {}
