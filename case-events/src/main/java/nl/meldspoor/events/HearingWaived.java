package nl.meldspoor.events;

import java.time.LocalDate;

/** The accused is not heard, and why. */
public record HearingWaived(
        @HappenedAt LocalDate waivedOn,
        HearingWaiverGround ground,
        @Sealed(PersonKind.ACCUSED) String motivation)
        implements CaseEvent {}
