package nl.meldspoor.cases.access;

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
 * Whether HR reaches the personnel extract of a case ({@code domain.md} 2: "personnel extract of CARE_RELATION cases"). HR sees nothing
 * else of a case, so this is no ground among the others: it opens neither the case nor a place in a list.
 */
@ApplicationScoped
public class PersonnelReach {

    /** The ground as the access log names it. */
    public static final String GROUND = "HR";

    /** $1 to $5 as {@link KeptOut} says, $6 case. */
    private static final String REACHED =
            """
            select h.case_id, h.organisation, h.version, h.hash, h.route, h.status, h.unit, h.region, h.opened_at, h.changed_at
            from case_head h
            where h.case_id = $6
              and h.route = 'CARE_RELATION'
              and h.accused_state <> 'UNLINKED' and
            """
            + KeptOut.NOT_KEPT_OUT;

    @Inject
    CasesDatabase database;

    @Inject
    PersonRefs refs;

    /** False also when there is no such case: nobody learns which of the two it was. */
    public boolean reaches(UUID caseId, Acting acting) {
        return find(caseId, acting).isPresent();
    }

    /** The case as HR reaches it to record on it: no more than the own entries are seen. */
    public Optional<Reached> find(UUID caseId, Acting acting) {
        if (!acting.roles().contains(Role.HR)) {
            return Optional.empty();
        }
        var rows = database.query(REACHED, KeptOut.values(acting, refs, caseId));
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> CaseAccess.reached(row, List.of(Ground.HR), acting))
                .findFirst();
    }
}
