package nl.meldspoor.events;

import java.time.LocalDate;

/** A conversation, or the announcement of a melding, is not held, and why (004 steps 3 and 5). */
public record ConversationWaived(
        Waivable waives,
        WaiverGround ground,
        @HappenedAt LocalDate waivedOn,
        @Sealed(PersonKind.CLIENT) String motivation)
        implements CaseEvent {}
