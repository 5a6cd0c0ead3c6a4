package nl.meldspoor.events;

import java.time.Instant;
import java.util.List;

/** Something seen, heard, smelled or told that confirms or contradicts the suspicion (004 step 1). No forms: niet-pluisgevoel. */
public record SignalRecorded(
        @HappenedAt Instant observedAt,
        Perception perception,
        Direction direction,
        List<Form> forms,
        About about,
        @Sealed(PersonKind.CLIENT) String description,
        @MayBeAbsent @Sealed(PersonKind.CLIENT) String literalWords,
        @MayBeAbsent @Sealed(PersonKind.CLIENT) String questionsAsked,
        SignalSource source,
        @MayBeAbsent @Sealed(PersonKind.REPORTER) String sourceDetails,
        boolean disclosure,
        @MayBeAbsent Boolean immediateDanger,
        @MayBeAbsent List<SpecialForm> specialForms,
        @MayBeAbsent Boolean withholdFromClientFile)
        implements CaseEvent {}
