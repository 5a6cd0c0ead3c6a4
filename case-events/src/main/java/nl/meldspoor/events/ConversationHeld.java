package nl.meldspoor.events;

import java.time.Instant;

/** A conversation with the client or somebody close to him (004 step 3). */
public record ConversationHeld(
        @HappenedAt Instant heldAt,
        ConversationParty with,
        @Sealed(PersonKind.CLIENT) String participants,
        @Sealed(PersonKind.CLIENT) String topics,
        @MayBeAbsent @Sealed(PersonKind.CLIENT) String literalWords,
        @MayBeAbsent @Sealed(PersonKind.CLIENT) String questionsAsked,
        @Sealed(PersonKind.CLIENT) String reaction,
        @Sealed(PersonKind.CLIENT) String agreements,
        YesNoPartly concernsRemoved,
        @MayBeAbsent Boolean supportPersonOffered)
        implements CaseEvent {}
