package nl.meldspoor.cases.access;

import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.meldspoor.cases.store.CasesDatabase;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.events.Route;

/**
 * Of which inspections the board learns: all of its organisation, but for cases that are kept from the reader. A case of the MELDCODE is
 * not named: the board sees figures of that route only ({@code domain.md} 2).
 */
@ApplicationScoped
public class InspectedCases {

    /** $1 to $5 as {@link KeptOut} says; $6 and $7 where the page starts, $8 how many. */
    private static final String NEWEST =
            """
            select i.inspection_id, i.opened_at, i.valid_until, h.route, case when h.route = 'CARE_RELATION' then h.case_id end as case_id
            from inspection i
            join case_head h on h.case_id = i.case_id
            where i.organisation = $1
              and ($6::timestamptz is null or (i.opened_at, i.inspection_id) < ($6, $7::uuid))
              and
            """
            + KeptOut.NOT_KEPT_OUT
            + """
            order by i.opened_at desc, i.inspection_id desc
            limit $8
            """;

    @Inject
    CasesDatabase database;

    @Inject
    PersonRefs refs;

    /**
     * One inspection.
     *
     * @param id also of its line in the access log
     * @param caseId empty when the reader may not see the case
     */
    public record Inspected(UUID id, Route route, Optional<UUID> caseId, Instant openedAt, Instant validUntil) {}

    /** Where a page starts: after this inspection. */
    public record After(Instant openedAt, UUID id) {}

    /** For the board; the newest first. */
    public List<Inspected> newest(Acting board, Optional<After> after, int limit) {
        List<Inspected> inspected = new ArrayList<>();
        for (Row row : database.query(
                NEWEST,
                KeptOut.values(
                        board,
                        refs,
                        after.map(a -> a.openedAt().atOffset(ZoneOffset.UTC)).orElse(null),
                        after.map(After::id).orElse(null),
                        limit))) {
            inspected.add(new Inspected(
                    row.getUUID("inspection_id"),
                    Route.valueOf(row.getString("route")),
                    Optional.ofNullable(row.getUUID("case_id")),
                    row.getOffsetDateTime("opened_at").toInstant(),
                    row.getOffsetDateTime("valid_until").toInstant()));
        }
        return inspected;
    }
}
