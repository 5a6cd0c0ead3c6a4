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

    /** Cases in one sweep. */
    private static final int MOST = 200;

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

    /**
     * What is not confirmed, and for an hour what is: an entry that was being recorded at that moment, and was refused, may have made a key
     * anew.
     */
    private static final String DUE =
            """
            select distinct e.case_id
            from case_event e
            left join case_erasure c on c.case_id = e.case_id and c.sequence = e.sequence
            where e.type in ('CaseErased', 'PersonErased')
              and (c.case_id is null or c.carried_out_at > clock_timestamp() - interval '1 hour')
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
        List<UUID> due = new ArrayList<>();
        for (Row row : database.query(DUE, MOST)) {
            due.add(row.getUUID("case_id"));
        }
        due.forEach(this::carryOut);
        return due.size();
    }
}
