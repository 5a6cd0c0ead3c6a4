package nl.meldspoor.events;

import java.time.Instant;

/** A consultation with a colleague, an expert or Veilig Thuis (004 step 2). */
public record ConsultationHeld(
        @HappenedAt Instant heldAt,
        ConsultedParty with,
        @Sealed(PersonKind.STAFF) String name,
        @Sealed(PersonKind.STAFF) String function,
        boolean anonymous,
        @MayBeAbsent Consent consent,
        @MayBeAbsent @Sealed(PersonKind.CLIENT) String consentMotivation,
        @MayBeAbsent @Sealed(PersonKind.CLIENT) String advice,
        @Sealed(PersonKind.CLIENT) String agreements,
        @MayBeAbsent Boolean adviceDiscussedWithClient,
        @MayBeAbsent Boolean concernsRemoved)
        implements CaseEvent {}
