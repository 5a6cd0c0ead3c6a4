package nl.meldspoor.reporting.deadlines;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.meldspoor.reporting.deadlines.DeadlineList.Filter;
import nl.meldspoor.reporting.deadlines.DeadlineList.Place;
import nl.meldspoor.reporting.reach.Reach;
import nl.meldspoor.reporting.reach.ReadModel;

/**
 * The query for a page of deadlines, group by group: each takes what those before it left of the page, and a group of which nothing is
 * left to take is not read. Of a group, through each door the first of a page are read, in order, and the first of those are its part.
 *
 * <p>It is planned once for all parameters ({@link ReadModel#askByOnePlan}), for planning takes ten times as long as reading. So
 * whatever PostgreSQL must see to choose the right index is in the text: a filter that is not asked for is not there at all, and how
 * many may be read at most is a number.
 */
record DeadlineQuery(String sql, Tuple parameters) {

    /** Within a day by {@code half_on}, so that those before and after half of their term lie in stretches of the index. */
    private static final String ORDER = "d.due_on, d.half_on, d.case_id, d.ordinal";

    /** How many are read through a door at most: few texts, so that a plan is there already. The last is all that is ever asked for. */
    private static final List<Integer> AT_MOST = List.of(51, 201, 10_001);

    private static final String THROUGH_DOOR =
            """
            (select %1$s
               from %2$s
               join case_view c on c.case_id = d.case_id
              where d.organisation = $1
                and %3$s
                and %4$s
                and %5$s
                %6$s
              order by %7$s
              limit %8$d)
            """;

    private static final String OF_EACH_UNIT =
            """
            (select d.*
               from unnest($6::text[]) his (unit)
              cross join lateral %s d
              order by %s
              limit %d)
            """;

    /** $17 how many are asked for. */
    private static final String GROUP =
            """
            , %1$s as materialized (
                select %2$d as listed, d.*
                  from (%3$s) d
                 where $15::date <= $16::date
                 order by %4$s
                 limit greatest(0, $17%5$s)
            )
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
            %s
            select d.*
              from (%s) d
             order by d.listed, %s
            """;

    /** @param groups those to read, in order; the place to start behind is in the first of them, or in none */
    static DeadlineQuery of(
            List<DeadlineGroup> groups, Optional<Place> start, Filter filter, Reach reach, UrgencyDays days, int limit) {
        Tuple parameters = reach.parameters().addLocalDate(days.today()).addLocalDate(days.redUntil()).addInteger(limit);
        StringBuilder asked = new StringBuilder();
        filter.kind().ifPresent(kind -> asked.append("and d.kind = ").append(next(parameters.addString(kind))));
        filter.organisationUnit().ifPresent(unit -> asked.append(" and d.unit = ").append(next(parameters.addString(unit))));
        StringBuilder behind = new StringBuilder();
        start.ifPresent(place -> behind.append(" and (").append(ORDER).append(") > (")
                .append(next(parameters.addLocalDate(place.dueOn()))).append(", ")
                .append(next(parameters.addLocalDate(place.halfOn()))).append(", ")
                .append(next(parameters.addUUID(place.caseId()))).append(", ")
                .append(next(parameters.addInteger(place.ordinal()))).append(")"));
        Set<DeadlineDoor> doors = DeadlineDoor.of(reach);
        int most = AT_MOST.stream().filter(m -> m >= limit).findFirst().orElseThrow();
        String read = IntStream.range(0, groups.size())
                .mapToObj(i -> {
                    DeadlineGroup group = groups.get(i);
                    boolean startsHere = start.filter(place -> place.group() == group).isPresent();
                    String narrowed = startsHere ? asked + behind.toString() : asked.toString();
                    String found = doors.stream()
                            .map(door -> through(door, group, narrowed, most))
                            .collect(Collectors.joining("union\n"));
                    return GROUP.formatted(group, group.ordinal(), found, ORDER, takenBy(groups.subList(0, i)));
                })
                .collect(Collectors.joining());
        String all = groups.stream().map(group -> "select * from " + group).collect(Collectors.joining(" union all "));
        return new DeadlineQuery(PAGE.formatted(read, all, ORDER), parameters);
    }

    private static String through(DeadlineDoor door, DeadlineGroup group, String narrowed, int most) {
        String found = THROUGH_DOOR.formatted(
                StoredDeadline.COLUMNS, door.from(), door.where(), group.predicate(), Reach.SEES, narrowed, ORDER, most);
        return door == DeadlineDoor.UNIT ? OF_EACH_UNIT.formatted(found, ORDER, most) : found;
    }

    private static String takenBy(List<DeadlineGroup> groups) {
        return groups.stream().map(group -> " - (select count(*) from " + group + ")").collect(Collectors.joining());
    }

    /** The name of the parameter that was just added. */
    private static String next(Tuple parameters) {
        return "$" + parameters.size();
    }
}
