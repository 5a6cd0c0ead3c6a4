package nl.meldspoor.notifications.warnings;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One step of a warning. */
@Schema(name = "Warning")
public record WarningView(
        String obligation,
        @Schema(nullable = true, description = "The term, e.g. IGJ-REPORT; null when a duty arose") String kind,
        @Schema(nullable = true) LocalDate dueOn,
        @Schema(description = "The rung of the ladder; AROSE when a duty arose") String rung,
        @Schema(nullable = true, description = "Keyed hash of the person; null when a role was warned") String recipientRef,
        @Schema(nullable = true, description = "The role that was warned; null when a person was") String recipientRole,
        @Schema(enumeration = {"INBOX", "EMAIL", "WEBHOOK"}) String channel,
        @Schema(enumeration = {"WAITING", "SENT", "DELIVERED", "READ", "FAILED"}) String state,
        Instant at,
        @JsonIgnore @Schema(hidden = true) long position) {}
