package nl.meldspoor.cases.relay;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meldspoor.cases.store.CasesDatabase;
import nl.meldspoor.cases.store.EventRows;
import nl.meldspoor.cases.store.StoredEvent;

/** The cases an operator wants on Kafka once more (table {@code resend_request}). */
final class Resends {

    private static final String WAITING = "select case_id, requested_at from resend_request order by requested_at, case_id limit $1";

    private static final String EVENTS = "select " + EventRows.COLUMNS + """
            from case_event e
            where e.case_id = $1 and e.sequence > $2
            order by e.sequence
            limit $3
            """;

    private static final String DONE = "delete from resend_request where case_id = $1 and requested_at = $2";

    private static final int CASES_AT_A_TIME = 20;

    private final CasesDatabase database;

    Resends(CasesDatabase database) {
        this.database = database;
    }

    /** Somebody wants all of a case once more, from that moment on. */
    record Request(UUID caseId, OffsetDateTime requestedAt) {}

    List<Request> waiting() {
        List<Request> requests = new ArrayList<>();
        database.query(WAITING, CASES_AT_A_TIME)
                .forEach(row -> requests.add(new Request(row.getUUID("case_id"), row.getOffsetDateTime("requested_at"))));
        return requests;
    }

    /** Events of a case behind a sequence, in order. */
    List<StoredEvent> events(UUID caseId, long after, int limit) {
        List<StoredEvent> events = new ArrayList<>();
        database.query(EVENTS, caseId, after, limit).forEach(row -> events.add(EventRows.read(row)));
        return events;
    }

    /** It is met. One that was made meanwhile is not: it waits. */
    void done(Request request) {
        database.query(DONE, request.caseId(), request.requestedAt());
    }
}
