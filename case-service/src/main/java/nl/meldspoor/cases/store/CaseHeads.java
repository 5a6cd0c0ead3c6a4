package nl.meldspoor.cases.store;

import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks cases up by their head: always from the store, never from a cache, for this decides who may reach a case. */
public final class CaseHeads {

    private static final String BY_ID = "select " + HeadRows.COLUMNS + " from case_head h where h.case_id = $1";

    private static final String KEEP =
            """
            update case_head
            set open_obligations = $3, obligations_by = $4
            where case_id = $1 and version = $2
            """;

    private final CasesDatabase database;

    public CaseHeads(CasesDatabase database) {
        this.database = database;
    }

    /** The head of a case; empty when there is no such case. */
    public Optional<CaseHead> find(UUID caseId) {
        return database.query(BY_ID, caseId).stream().findFirst().map(HeadRows::read);
    }

    /** The cases of a ready query, in its order. */
    public List<CaseHead> find(HeadQuery query) {
        List<CaseHead> heads = new ArrayList<>();
        for (Row row : database.query(
                "select " + HeadRows.COLUMNS + " from case_head h " + query.tail(), query.values().toArray())) {
            heads.add(HeadRows.read(row));
        }
        return heads;
    }

    /** Keeps obligations that were derived again; nothing when the case has moved on, for then the append kept newer ones. */
    public void keep(UUID caseId, long version, HeadObligations obligations) {
        database.query(KEEP, caseId, version, obligations.open(), obligations.derivedBy());
    }
}
