package nl.meldspoor.notifications.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A subscription as it is answered. */
@Schema(name = "WebhookSubscription")
public record SubscriptionView(
        UUID id,
        String url,
        @Schema(nullable = true) String description,
        @Schema(description = "Kinds of notifications; empty: all. CASE_INSPECTED is told of CARE_RELATION only") List<String> kinds,
        @Schema(description = "MELDCODE, CARE_RELATION") List<String> routes,
        @Schema(enumeration = {"ACTIVE", "DISABLED"}) String state,
        @Schema(nullable = true, description = "GONE: the subscriber answered 410") String disabledReason,
        Instant createdAt,
        @Schema(description = "Only in the answer to its creation") @JsonInclude(JsonInclude.Include.NON_NULL) String secret) {

    static SubscriptionView of(WebhookSubscription s, String secret) {
        return new SubscriptionView(
                s.id, s.url, s.description, List.of(s.kinds), List.of(s.routes), s.state, s.disabledReason, s.createdAt, secret);
    }
}
