package nl.meldspoor.events;

import java.time.LocalDate;
import java.util.UUID;

/** A planned improvement was carried out. */
public record ImprovementCompleted(
        UUID improvementId,
        @HappenedAt LocalDate completedOn,
        @Sealed(PersonKind.CLIENT) String result)
        implements CaseEvent {}
