package nl.meldspoor.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Veilig Thuis tells the reporter which steps were taken (Wmo 2015 art. 4.1.1 lid 2 g). */
public record VeiligThuisFeedbackReceived(
        UUID meldingId,
        @HappenedAt Instant receivedAt,
        FeedbackKind kind,
        @Sealed(PersonKind.CLIENT) String outcome,
        @Sealed(PersonKind.STAFF) Person from,
        @Derived List<TermFact> terms)
        implements CaseEvent, CarriesTerms {}
