package nl.meldspoor.cases.store;

import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Carries out erasures that are on record: drops what is held in memory, destroys the keys, deletes what the case could be found by, and
 * confirms. Every step may be repeated; whatever a crash left undone the sweep does. From the moment the erasure is on record nothing
 * is opened any more, whether its key is still there or not ({@link KeyTable#findToOpen}).
 */
public final class Erasure {

    /** Cases in one query. */
    private static final int MOST = 500;

    private static final String FORGET_LOOKUPS =
            """
            delete from case_lookup l
            where l.case_id = $1
              and exists (select from case_event e where e.case_id = l.case_id and e.type = 'CaseErased')
            """;

    private static final String CONFIRM =
            """
            insert into case_erasure (case_id, sequence, carried_out_at)
            select e.case_id, e.sequence, clock_timestamp()
            from case_event e
            where e.case_id = $1 and e.type in ('CaseErased', 'PersonErased')
            on conflict (case_id, sequence) do nothing
            """;

    private static final String UNCONFIRMED =
            """
            select distinct e.case_id
            from case_event e
            where e.type in ('CaseErased', 'PersonErased')
              and not exists (select from case_erasure c where c.case_id = e.case_id and c.sequence = e.sequence)
            limit $1
            """;

    /**
     * For an hour also what is confirmed: an entry that was being recorded at that moment, and was refused, may have made a key anew; and every
     * instance drops what it holds in memory.
     */
    private static final String OF_THE_LAST_HOUR =
            """
            select c.case_id
            from case_erasure c
            where c.carried_out_at > clock_timestamp() - interval '1 hour' and c.case_id > $2
            group by c.case_id
            order by c.case_id
            limit $1
            """;

    private final CasesDatabase database;
    private final KeyTable keys;
    private final Iterable<Forgets> memories;

    public Erasure(CasesDatabase database, KeyTable keys, Iterable<Forgets> memories) {
        this.database = database;
        this.keys = keys;
        this.memories = memories;
    }

    /** Returns when what is on record as erased is gone. Nothing happens to a case without an erasure on record. */
    public void carryOut(UUID caseId) {
        memories.forEach(memory -> memory.forget(caseId));
        keys.destroyErased(caseId);
        database.query(FORGET_LOOKUPS, caseId);
        database.query(CONFIRM, caseId);
    }

    /** Finishes what is due; returns how many cases it went through. */
    public int sweep() {
        int through = 0;
        for (List<UUID> recent = cases(OF_THE_LAST_HOUR, MOST, new UUID(0, 0));
                !recent.isEmpty();
                recent = cases(OF_THE_LAST_HOUR, MOST, recent.getLast())) {
            recent.forEach(this::carryOut);
            through += recent.size();
        }
        for (List<UUID> due = cases(UNCONFIRMED, MOST); !due.isEmpty(); due = cases(UNCONFIRMED, MOST)) {
            due.forEach(this::carryOut);
            through += due.size();
        }
        return through;
    }

    private List<UUID> cases(String sql, Object... values) {
        List<UUID> cases = new ArrayList<>();
        for (Row row : database.query(sql, values)) {
            cases.add(row.getUUID("case_id"));
        }
        return cases;
    }
}
