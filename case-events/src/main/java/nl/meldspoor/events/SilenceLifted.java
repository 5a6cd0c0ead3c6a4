package nl.meldspoor.events;

import java.time.LocalDate;
import java.util.UUID;

/** The duty of silence ended. */
public record SilenceLifted(
        UUID silenceId,
        @HappenedAt LocalDate liftedOn)
        implements CaseEvent {}
