package nl.meldspoor.reporting.timeline;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.meldspoor.reporting.deadlines.DeadlineItem;
import nl.meldspoor.reporting.warnings.WarningStep;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a case went, without content and without names. */
@Schema(name = "Timeline")
public record TimelineView(
        UUID caseId,
        String route,
        String status,
        @Schema(description = "The number of events these figures were folded from") long version,
        List<Step> steps,
        List<DeadlineItem> deadlines,
        List<Entry> events,
        @Schema(description = "Who was warned of duties and terms, by which way, delivered or not, read or not") List<WarningStep> warnings) {

    /** A step of the route and what is still missing in it. */
    @Schema(name = "TimelineStep")
    public record Step(int step, String name, String state, List<String> missing) {}

    /** One event: what it was and when, not what it said. */
    @Schema(name = "TimelineEvent")
    public record Entry(
            long sequence,
            String type,
            Instant occurredAt,
            Instant recordedAt,
            @Schema(description = "Recorded more than 7 days after it happened") boolean late,
            @Schema(description = "Rules of conduct this entry deviates from") List<String> deviatedFrom) {}
}
