package nl.meldspoor.reporting.warnings;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One step of a warning, as the timeline shows it. Whom it was is not told here. */
@Schema(name = "TimelineWarning")
public record WarningStep(
        String obligation,
        @Schema(nullable = true, description = "The term; null when a duty arose") String kind,
        @Schema(nullable = true) LocalDate dueOn,
        @Schema(description = "The rung of the ladder; AROSE when a duty arose") String rung,
        @Schema(nullable = true, description = "The role that was warned; null when a person was") String recipientRole,
        @Schema(enumeration = {"INBOX", "EMAIL", "WEBHOOK"}) String channel,
        @Schema(enumeration = {"WAITING", "SENT", "DELIVERED", "READ", "FAILED"}) String state,
        Instant at) {}
