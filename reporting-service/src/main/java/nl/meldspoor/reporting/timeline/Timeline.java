package nl.meldspoor.reporting.timeline;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.meldspoor.reporting.deadlines.DeadlineItem;
import nl.meldspoor.reporting.deadlines.StoredDeadline;
import nl.meldspoor.reporting.reach.Reach;
import nl.meldspoor.reporting.reach.ReadModel;
import nl.meldspoor.reporting.warnings.WarningStore;

/** Reads the timeline of one case, if the caller sees it. */
@ApplicationScoped
public class Timeline {

    private static final Duration LATE_AFTER = Duration.ofDays(7);

    /** The case itself decides whether the caller sees anything; $15 is the case. */
    private static final String CASE =
            """
            select c.route, c.status, c.version
              from case_view c
             where c.case_id = $15::uuid
               and %s
            """
                    .formatted(Reach.SEES);

    private static final String STEPS = "select step, name, state, missing from case_step where case_id = $1 order by step";

    private static final String DEADLINES =
            """
            select %s
              from deadline d
             where d.case_id = $1
             order by d.ordinal
            """
                    .formatted(StoredDeadline.COLUMNS);

    private static final String EVENTS =
            """
            select sequence, type, occurred_at, recorded_at, deviated_from
              from applied_event
             where case_id = $1
             order by sequence
            """;

    @Inject
    ReadModel rows;

    @Inject
    WarningStore warnings;

    /** The timeline; empty when there is no such case for this caller. */
    public Optional<TimelineView> of(UUID caseId, Reach reach, LocalDate today, Locale reader) {
        var seen = rows.ask(CASE, reach.parameters().addUUID(caseId)).iterator();
        if (!seen.hasNext()) {
            return Optional.empty();
        }
        Row row = seen.next();
        return Optional.of(new TimelineView(
                caseId,
                row.getString("route"),
                row.getString("status"),
                row.getLong("version"),
                steps(caseId),
                deadlines(caseId, today, reader),
                events(caseId),
                warnings.of(caseId, reach.organisation())));
    }

    private List<TimelineView.Step> steps(UUID caseId) {
        List<TimelineView.Step> steps = new ArrayList<>();
        rows.ask(STEPS, Tuple.of(caseId))
                .forEach(row -> steps.add(new TimelineView.Step(
                        row.getInteger("step"),
                        row.getString("name"),
                        row.getString("state"),
                        List.of(row.getArrayOfStrings("missing")))));
        return steps;
    }

    private List<DeadlineItem> deadlines(UUID caseId, LocalDate today, Locale reader) {
        List<DeadlineItem> deadlines = new ArrayList<>();
        rows.ask(DEADLINES, Tuple.of(caseId)).forEach(row -> deadlines.add(StoredDeadline.of(row).on(today, reader)));
        return deadlines;
    }

    private List<TimelineView.Entry> events(UUID caseId) {
        List<TimelineView.Entry> events = new ArrayList<>();
        rows.ask(EVENTS, Tuple.of(caseId)).forEach(row -> {
            Instant occurred = row.getOffsetDateTime("occurred_at").toInstant();
            Instant recorded = row.getOffsetDateTime("recorded_at").toInstant();
            events.add(new TimelineView.Entry(
                    row.getLong("sequence"),
                    row.getString("type"),
                    occurred,
                    recorded,
                    Duration.between(occurred, recorded).compareTo(LATE_AFTER) > 0,
                    List.of(row.getArrayOfStrings("deviated_from"))));
        });
        return events;
    }
}
