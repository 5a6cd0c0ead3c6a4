package nl.meldspoor.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Provisional duty of silence: prevents naming and shaming (002 step 2). */
public record SilenceImposed(
        @HappenedAt LocalDate imposedOn,
        SilencedParty on,
        @Planned LocalDate expectedEndOn,
        @Sealed(PersonKind.REPORTER) String mayTalkTo,
        @Derived UUID silenceId,
        @Derived List<TermFact> terms)
        implements CaseEvent, CarriesTerms {}
