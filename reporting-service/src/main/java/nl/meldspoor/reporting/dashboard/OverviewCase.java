package nl.meldspoor.reporting.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A case behind a figure: ids and codes, no content. */
@Schema(name = "OverviewCase")
public record OverviewCase(
        UUID caseId,
        String route,
        String status,
        String unit,
        @Schema(description = "The furthest step in which something was recorded") int step,
        String stepName,
        Instant openedAt,
        @Schema(description = "Ids of the open obligations") List<String> obligations) {}
