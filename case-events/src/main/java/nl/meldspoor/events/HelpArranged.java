package nl.meldspoor.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Help was arranged (004 step 5). */
public record HelpArranged(
        @HappenedAt LocalDate arrangedOn,
        HelpKind kind,
        @Sealed(PersonKind.CLIENT) String description,
        @Sealed(PersonKind.CLIENT) String providers,
        @Sealed(PersonKind.CLIENT) String agreements,
        @Planned LocalDate evaluateOn,
        @Derived UUID helpId,
        @Derived List<TermFact> terms)
        implements CaseEvent, CarriesTerms {}
