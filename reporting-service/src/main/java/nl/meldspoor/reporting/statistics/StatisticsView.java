package nl.meldspoor.reporting.statistics;

import java.time.Instant;
import java.util.List;
import nl.meldspoor.events.Bilingual;
import nl.meldspoor.reporting.dashboard.DashboardView.Period;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Anonymised figures of an organisation. */
@Schema(name = "Statistics")
public record StatisticsView(
        String organisation,
        @Schema(description = "The days counted, both included: whole months, at most until today") Period period,
        @Schema(nullable = true) String groupBy,
        @Schema(description = "Goes up when what is counted or hidden changes") String queryVersion,
        Instant countedAt,
        @Schema(description = "What is hidden and how is rounded") Bilingual disclosure,
        List<Figure> figures) {

    /** One cell. */
    @Schema(name = "StatisticsFigure")
    public record Figure(
            @Schema(description = "What is counted, such as MELDING") String measure,
            Bilingual title,
            @Schema(description = "A group, such as 2026-Q1, or ALL") String group,
            @Schema(description = "A category, such as PHONE, or TOTAL") String category,
            @Schema(nullable = true, description = "Rounded to 5; null where it is hidden") Long count,
            boolean hidden,
            @Schema(nullable = true, description = "Of LEAD_TIME: half of them took no longer; whole days") Long medianDays) {}
}
