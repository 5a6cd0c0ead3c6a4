package nl.meldspoor.cases.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meldspoor.cases.store.CasesDatabase;
import nl.meldspoor.cases.store.EventRows;
import nl.meldspoor.cases.store.StoredEvent;

/** The cases an operator wants on Kafka once more (table {@code resend_request}). */
final class Resends {

    private static final String WAITING = "select case_id from resend_request order by requested_at, case_id limit $1";

    private static final String EVENTS = "select " + EventRows.COLUMNS + """
            from case_event e
            where e.case_id = $1 and e.sequence > $2
            order by e.sequence
            limit $3
            """;

    private static final String DONE = "delete from resend_request where case_id = $1";

    private static final int CASES_AT_A_TIME = 20;

    private final CasesDatabase database;

    Resends(CasesDatabase database) {
        this.database = database;
    }

    List<UUID> waiting() {
        List<UUID> cases = new ArrayList<>();
        database.query(WAITING, CASES_AT_A_TIME).forEach(row -> cases.add(row.getUUID("case_id")));
        return cases;
    }

    /** Events of a case behind a sequence, in order. */
    List<StoredEvent> events(UUID caseId, long after, int limit) {
        List<StoredEvent> events = new ArrayList<>();
        database.query(EVENTS, caseId, after, limit).forEach(row -> events.add(EventRows.read(row)));
        return events;
    }

    void done(UUID caseId) {
        database.query(DONE, caseId);
    }
}
