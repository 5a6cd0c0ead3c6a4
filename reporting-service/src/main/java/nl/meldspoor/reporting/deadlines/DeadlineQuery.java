package nl.meldspoor.reporting.deadlines;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.meldspoor.reporting.deadlines.DeadlineList.Filter;
import nl.meldspoor.reporting.deadlines.DeadlineList.Place;
import nl.meldspoor.reporting.reach.Reach;

/**
 * The query for a page of one group of deadlines. Through each door the first of a page are read, in order, and the first of those are
 * the page. A filter that is not asked for is not in the text at all: PostgreSQL must see which index serves it, also when it plans once
 * for all parameters.
 */
record DeadlineQuery(String sql, Tuple parameters) {

    /** Within a day by {@code half_on}, so that those before and after half of their term lie in stretches of the index. */
    private static final String ORDER = "d.due_on, d.half_on, d.case_id, d.ordinal";

    /** $17 how many. */
    private static final String THROUGH_DOOR =
            """
            (select %s
               from %s
               join case_view c on c.case_id = d.case_id
              where d.organisation = $1
                and %s
                and %s
                and %s
                %s
              order by %s
              limit $17)
            """;

    private static final String OF_EACH_UNIT =
            """
            (select d.*
               from unnest($6::text[]) his (unit)
              cross join lateral %s d
              order by %s
              limit $17)
            """;

    private static final String PAGE =
            """
            with named as materialized (
                select n.case_id
                  from case_view n
                 where n.organisation = $1
                   and (n.opened_by_ref = $2
                        or n.handler_ref = $2
                        or (n.received_by_refs @> array[$2] and n.received_by_refs <> '{}')
                        or (n.assigned_refs @> array[$2] and n.assigned_refs <> '{}'))
            )
            select d.*
              from (%s) d
             where $15::date <= $16::date
             order by %s
             limit $17
            """;

    static DeadlineQuery of(
            DeadlineGroup group, Optional<Place> start, Filter filter, Reach reach, UrgencyDays days, int limit) {
        Tuple parameters = reach.parameters().addLocalDate(days.today()).addLocalDate(days.redUntil()).addInteger(limit);
        StringBuilder narrowed = new StringBuilder();
        filter.kind().ifPresent(kind -> narrowed.append("and d.kind = ").append(next(parameters.addString(kind))));
        filter.organisationUnit().ifPresent(unit -> narrowed.append(" and d.unit = ").append(next(parameters.addString(unit))));
        start.ifPresent(place -> narrowed.append(" and (").append(ORDER).append(") > (")
                .append(next(parameters.addLocalDate(place.dueOn()))).append(", ")
                .append(next(parameters.addLocalDate(place.halfOn()))).append(", ")
                .append(next(parameters.addUUID(place.caseId()))).append(", ")
                .append(next(parameters.addInteger(place.ordinal()))).append(")"));
        String doors = DeadlineDoor.of(reach).stream()
                .map(door -> through(door, group, narrowed.toString()))
                .collect(Collectors.joining("union\n"));
        return new DeadlineQuery(PAGE.formatted(doors, ORDER), parameters);
    }

    private static String through(DeadlineDoor door, DeadlineGroup group, String narrowed) {
        String found = THROUGH_DOOR.formatted(
                StoredDeadline.COLUMNS, door.from(), door.where(), group.predicate(), Reach.SEES, narrowed, ORDER);
        return door == DeadlineDoor.UNIT ? OF_EACH_UNIT.formatted(found, ORDER) : found;
    }

    /** The name of the parameter that was just added. */
    private static String next(Tuple parameters) {
        return "$" + parameters.size();
    }
}
