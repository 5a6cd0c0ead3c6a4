package nl.meldspoor.reporting.web.deadlines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meldspoor.reporting.reach.Reach;
import nl.meldspoor.reporting.reach.ReadModel;
import nl.meldspoor.terms.AmsterdamDay;

/** What the board says of cases beside their deadlines, and by what it can be filtered; only of cases the visitor sees. */
@ApplicationScoped
class BoardCases {

    private static final int CHOICES_AT_MOST = 200;

    /** $15 the cases. */
    private static final String CASES =
            """
            select c.case_id, c.route, c.unit, c.opened_at
              from case_view c
             where c.case_id = any ($15::uuid[])
               and %s
            """
                    .formatted(Reach.SEES);

    /** $15 how many. */
    private static final String UNITS =
            """
            select distinct c.unit
              from case_view c
             where %s
             order by c.unit
             limit $15
            """
                    .formatted(Reach.SEES);

    /** $15 how many. */
    private static final String KINDS =
            """
            select distinct d.kind
              from deadline d
              join case_view c using (case_id)
             where d.organisation = $1
               and %s
             order by d.kind
             limit $15
            """
                    .formatted(Reach.SEES);

    @Inject
    ReadModel rows;

    /** A case behind a deadline. */
    record Behind(String route, String unit, LocalDate openedOn) {}

    Map<UUID, Behind> of(Collection<UUID> cases, Reach reach) {
        Map<UUID, Behind> found = new HashMap<>();
        rows.ask(CASES, reach.parameters().addArrayOfUUID(cases.toArray(UUID[]::new)))
                .forEach(row -> found.put(
                        row.getUUID("case_id"),
                        new Behind(
                                row.getString("route"),
                                row.getString("unit"),
                                AmsterdamDay.of(row.getOffsetDateTime("opened_at").toInstant()))));
        return found;
    }

    List<String> units(Reach reach) {
        return texts(UNITS, reach, "unit");
    }

    List<String> kinds(Reach reach) {
        return texts(KINDS, reach, "kind");
    }

    private List<String> texts(String sql, Reach reach, String column) {
        List<String> texts = new ArrayList<>();
        rows.ask(sql, reach.parameters().addInteger(CHOICES_AT_MOST)).forEach(row -> texts.add(row.getString(column)));
        return texts;
    }
}
