package nl.meldspoor.cases.store;

import io.vertx.sqlclient.Row;
import java.util.Map;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.history.CaseReach;

/** Reads rows of {@code case_head}. */
final class HeadRows {

    /** The columns of {@code case_head h}. */
    static final String COLUMNS = """
            h.case_id, h.organisation, h.version, h.hash, h.opened_at, h.changed_at, h.route, h.status, h.unit, h.region,
            h.opened_by_ref, h.handler_ref, h.received_by_refs, h.assigned_refs, h.excluded_refs, h.accused_state, h.accused_refs,
            h.crime_suspicion, h.melding_regions
            """;

    private HeadRows() {}

    static CaseHead read(Row row) {
        return new CaseHead(
                row.getUUID("case_id"),
                row.getString("organisation"),
                row.getLong("version"),
                EventRows.hex(row.getBuffer("hash")),
                EventRows.moment(row, "opened_at"),
                EventRows.moment(row, "changed_at"),
                new CaseReach(
                        Route.valueOf(row.getString("route")),
                        CaseReach.CaseStatus.valueOf(row.getString("status")),
                        row.getString("unit"),
                        row.getString("region"),
                        row.getString("opened_by_ref"),
                        row.getString("handler_ref"),
                        EventRows.texts(row, "received_by_refs"),
                        EventRows.texts(row, "assigned_refs"),
                        EventRows.texts(row, "excluded_refs"),
                        CaseReach.AccusedState.valueOf(row.getString("accused_state")),
                        EventRows.texts(row, "accused_refs"),
                        row.getBoolean("crime_suspicion"),
                        EventRows.texts(row, "melding_regions"),
                        Map.of()));
    }
}
