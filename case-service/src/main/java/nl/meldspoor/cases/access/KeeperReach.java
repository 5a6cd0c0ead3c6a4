package nl.meldspoor.cases.access;

import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.meldspoor.cases.store.CasesDatabase;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.Role;

/**
 * Which cases the board keeps: it erases and holds records of both routes ({@code domain.md} 2), without seeing the content of a MELDCODE
 * case. So this is no ground among the others: it opens no case.
 */
@ApplicationScoped
public class KeeperReach {

    /** $1 to $5 as {@link KeptOut} says, $6 case. */
    private static final String REACHED =
            """
            select h.case_id, h.organisation, h.version, h.hash, h.route, h.status, h.unit, h.region, h.opened_at, h.changed_at
            from case_head h
            where h.case_id = $6 and
            """
            + KeptOut.NOT_KEPT_OUT;

    @Inject
    CasesDatabase database;

    @Inject
    PersonRefs refs;

    /** The case as the board reaches it to keep its record. */
    public Optional<Reached> find(UUID caseId, Acting acting) {
        if (!acting.roles().contains(Role.BOARD)) {
            return Optional.empty();
        }
        Iterable<Row> rows = database.query(REACHED, KeptOut.values(acting, refs, caseId));
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> CaseAccess.reached(row, List.of(Ground.KEEPER), acting))
                .findFirst();
    }
}
