package nl.meldspoor.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A report to Veilig Thuis (004 step 5). */
public record MeldingMade(
        @HappenedAt Instant madeAt,
        @Code String region,
        MeldingChannel channel,
        @MayBeAbsent @Sealed(PersonKind.STAFF) ContactPerson madeBy,
        @MayBeAbsent @Sealed(PersonKind.STAFF) Person receivedBy,
        @MayBeAbsent @Sealed(PersonKind.CLIENT) String reference,
        @Sealed(PersonKind.CLIENT) String facts,
        @MayBeAbsent @Sealed(PersonKind.CLIENT) String thirdPartyInformation,
        @Sealed(PersonKind.CLIENT) List<MeldingPerson> persons,
        boolean discussedWithClient,
        @MayBeAbsent MeldingWaiver waiver,
        @MayBeAbsent Consent clientConsent,
        @MayBeAbsent @Sealed(PersonKind.CLIENT) String clientReaction,
        @MayBeAbsent @Sealed(PersonKind.CLIENT) String clientObjections,
        @MayBeAbsent @Sealed(PersonKind.CLIENT) String objectionsHandled,
        @Sealed(PersonKind.CLIENT) String agreements,
        boolean anonymousTowardsClient,
        @MayBeAbsent AnonymityGround anonymityGround,
        @Derived UUID meldingId,
        @Derived List<TermFact> terms)
        implements CaseEvent, CarriesTerms {}
