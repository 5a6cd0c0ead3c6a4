package nl.meldspoor.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Veilig Thuis confirms that a melding arrived. */
public record MeldingAcknowledged(
        UUID meldingId,
        @HappenedAt Instant receivedAt,
        @Sealed(PersonKind.CLIENT) String reference,
        @Sealed(PersonKind.STAFF) Person by,
        @Derived List<TermFact> terms)
        implements CaseEvent, CarriesTerms {}
