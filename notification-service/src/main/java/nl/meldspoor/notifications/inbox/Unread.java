package nl.meldspoor.notifications.inbox;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much waits for a reader. */
@Schema(name = "Unread")
public record Unread(
        @Schema(description = "What he has not read; never more than 1,000 are counted") long unread,
        @Schema(description = "Of those, what is urgent") long urgent) {}
