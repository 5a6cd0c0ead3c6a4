package nl.meldspoor.notifications.inbox;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import nl.meldspoor.events.Bilingual;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A notification as its reader sees it. No content and no person: only that something happened in a case he may open, or, where he may not,
 * that it happened in a case.
 *
 * @param kind MELDING_MADE, MELDING_ACKNOWLEDGED, FEEDBACK_RECEIVED, …
 * @param caseId null when he may not know which case it is
 * @param createdAt when it was put into the inbox
 * @param readAt when this reader read it, null while he has not
 * @param position place among those of the same moment, for the cursor
 */
@Schema(name = "Notification")
public record InboxItem(
        UUID id,
        String kind,
        @Schema(nullable = true) UUID caseId,
        String organisation,
        Bilingual title,
        Instant createdAt,
        @Schema(nullable = true) Instant readAt,
        Links links,
        @JsonIgnore @Schema(hidden = true) long position) {

    /** @param caseUrl path at the case-service: the case, for a liaison the melding; null when he may not know which case it is */
    public record Links(
            @com.fasterxml.jackson.annotation.JsonProperty("case") @Schema(nullable = true) String caseUrl) {}
}
