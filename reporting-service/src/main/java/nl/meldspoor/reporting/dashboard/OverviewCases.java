package nl.meldspoor.reporting.dashboard;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.history.Steps;
import nl.meldspoor.reporting.deadlines.UrgencyDays;
import nl.meldspoor.reporting.reach.Reach;
import nl.meldspoor.reporting.reach.ReadModel;

/** The cases a figure was counted from, page by page, the newest first. Only those the caller may see one by one. */
@ApplicationScoped
public class OverviewCases {

    /** The place of a case in the list. */
    public record Place(Instant openedAt, UUID caseId) {}

    private static final String LIST =
            """
            select c.case_id, x.route, x.status, x.step, x.open_obligations, c.unit, c.opened_at
              from case_standing x
              join case_view c using (case_id)
             where x.organisation = $1
               and %1$s
               and %2$s
               and ($19::text is null or x.route = $19::text)
               and ($20::int is null or x.step = $20::int)
               and ($21::text is null or x.status = $21::text)
               and ($22::text is null or c.unit = $22::text)
               and ($23::text is null or $23::text = any (string_to_array(x.open_obligations, ' ')))
               and (($24::text is null and ($25::text is null or $26::text is not null)) or exists (
                   select from term_standing x
                    where x.case_id = c.case_id
                      and x.met_on is null
                      and ($24::text is null or $24::text = %3$s)
                      and ($25::text is null or x.kind = $25::text)
                      and %2$s))
               and ($26::text is null or exists (
                   select from term_standing x
                    where x.case_id = c.case_id
                      and $26::text = %4$s
                      and ($25::text is null or x.kind = $25::text)
                      and %2$s))
               and ($27::text is null or exists (
                   select from counted_fact x
                    where x.case_id = c.case_id
                      and x.kind = 'ASSESSMENT'
                      and (x.value = $27::text or ($27::text = 'REPORT' and x.value like 'REPORT%%'))
                      and x.happened_on between $18::date and $15::date
                      and %2$s))
               and ($28::text is null or exists (
                   select from counted_fact x
                    where x.case_id = c.case_id
                      and x.kind = $28::text
                      and x.happened_on between $18::date and $15::date
                      and %2$s))
               and ($29::text is null or exists (
                   select from counted_fact x
                    where x.case_id = c.case_id
                      and x.kind = 'DEVIATION'
                      and x.value = $29::text
                      and x.happened_on between $18::date and $15::date
                      and %2$s))
               and ($30::text is null or exists (
                   select from counted_fact x
                    where x.case_id = c.case_id
                      and x.kind = 'LEAD_TIME'
                      and x.value = $30::text
                      and x.happened_on between $18::date and $15::date
                      and %2$s))
               and ($31::timestamptz is null or (c.opened_at, c.case_id) < ($31::timestamptz, $32::uuid))
             order by c.opened_at desc, c.case_id desc
             limit $33
            """;

    @Inject
    ReadModel rows;

    /** The next {@code limit} cases behind a place, or from the start: {@link Reach#ofCases}. */
    public List<OverviewCase> after(Optional<Place> place, OverviewFilter filter, Reach reach, AsOf asOf, int limit) {
        UrgencyDays days = UrgencyDays.on(asOf.day());
        Tuple parameters = reach.parameters()
                .addLocalDate(days.today())
                .addLocalDate(days.redUntil())
                .addOffsetDateTime(asOf.moment().atOffset(ZoneOffset.UTC))
                .addLocalDate(Dashboard.period(asOf).from())
                .addString(filter.route())
                .addInteger(filter.step())
                .addString(filter.status())
                .addString(filter.unit())
                .addString(filter.obligation())
                .addString(filter.urgency())
                .addString(filter.kind())
                .addString(filter.term())
                .addString(filter.outcome())
                .addString(filter.contact())
                .addString(filter.deviation())
                .addString(filter.leadFrom() == null ? null : filter.leadFrom() + "-" + (filter.leadFrom() + 1))
                .addOffsetDateTime(place.map(p -> p.openedAt().atOffset(ZoneOffset.UTC)).orElse(null))
                .addUUID(place.map(Place::caseId).orElse(null))
                .addInteger(limit);
        String sql = LIST.formatted(
                Reach.SEES, FigureQueries.held(asOf), FigureQueries.URGENCY, FigureQueries.ENDED);
        List<OverviewCase> found = new ArrayList<>();
        rows.ask(sql, parameters).forEach(row -> found.add(read(row)));
        return found;
    }

    private static OverviewCase read(Row row) {
        Route route = Route.valueOf(row.getString("route"));
        int step = row.getInteger("step");
        return new OverviewCase(
                row.getUUID("case_id"),
                route.name(),
                row.getString("status"),
                row.getString("unit"),
                step,
                Steps.names(route).get(step - 1),
                row.getOffsetDateTime("opened_at").toInstant(),
                Stream.of(row.getString("open_obligations").split(" ")).filter(id -> !id.isEmpty()).toList());
    }
}
