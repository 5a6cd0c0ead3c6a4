package nl.meldspoor.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Whether the help made it safe. */
public record HelpEvaluated(
        UUID helpId,
        @HappenedAt LocalDate evaluatedOn,
        YesNoPartly safetyRestored,
        @Sealed(PersonKind.CLIENT) String findings,
        @MayBeAbsent @Planned LocalDate evaluateOn,
        @Derived List<TermFact> terms)
        implements CaseEvent, CarriesTerms {}
