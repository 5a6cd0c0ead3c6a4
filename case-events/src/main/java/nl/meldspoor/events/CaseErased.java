package nl.meldspoor.events;

import java.time.LocalDate;

/**
 * The content of the case was erased: from this event on no key opens it, facts and chain remain. The reason is the organisation's own
 * account and stays readable; it must name nobody.
 *
 * @param retentionYears how long such a case is kept, by the setting of the organisation
 * @param retentionEndedOn when that ended or would have ended, null when it had not begun
 */
public record CaseErased(
        @MayBeAbsent @Sealed(PersonKind.ORGANISATION) String reason,
        @Derived Integer retentionYears,
        @Derived LocalDate retentionEndedOn,
        @Derived ErasureGround ground)
        implements CaseEvent {}
