package nl.meldspoor.events;

import java.time.Instant;

/** The five questions of the weighing framework, and the outcome derived from them (004 step 4). */
public record AssessmentMade(
        @HappenedAt Instant assessedAt,
        Answer suspicion,
        Answer acuteUnsafety,
        Answer structuralUnsafety,
        @MayBeAbsent YesNo effectiveHelp,
        @MayBeAbsent YesNo helpAccepted,
        @MayBeAbsent YesNoUnknown helpLeadsToSafety,
        @MayBeAbsent Boolean immediateDanger,
        @MayBeAbsent @Sealed(PersonKind.CLIENT) String risk,
        @MayBeAbsent @Sealed(PersonKind.CLIENT) String severity,
        @MayBeAbsent @Sealed(PersonKind.CLIENT) String harmLikelihood,
        @MayBeAbsent @Sealed(PersonKind.CLIENT) String duration,
        @MayBeAbsent @Sealed(PersonKind.CLIENT) String frequency,
        @Sealed(PersonKind.CLIENT) String reasoning,
        boolean discussedWithClient,
        @MayBeAbsent @Sealed(PersonKind.CLIENT) String clientReaction,
        @Derived AssessmentOutcome outcome,
        @Derived Integer norm,
        @Derived Receipt receipt)
        implements CaseEvent {}
