package nl.meldspoor.notifications.webhooks;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One delivery, as the log shows it. */
@Schema(name = "WebhookDelivery")
public record DeliveryView(
        UUID id,
        UUID eventId,
        String type,
        UUID caseId,
        @Schema(description = "From where a replay can start") long position,
        @Schema(enumeration = {"WAITING", "DELIVERED", "DEAD", "SKIPPED"}) String state,
        int attempts,
        @Schema(nullable = true, description = "While it waits") Instant nextAttemptAt,
        @Schema(nullable = true, description = "What went wrong last: TIMEOUT, CONNECTION, TLS, REDIRECT, STATUS-500, …") String problem,
        @Schema(nullable = true) Integer status,
        @Schema(nullable = true) Integer tookMillis,
        Instant createdAt,
        @Schema(nullable = true) Instant settledAt) {}
