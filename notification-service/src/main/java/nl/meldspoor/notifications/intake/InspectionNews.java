package nl.meldspoor.notifications.intake;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.inspections.PublishedInspection;
import nl.meldspoor.notifications.routing.Notification;
import nl.meldspoor.notifications.routing.OpenedInspection;
import nl.meldspoor.notifications.routing.RouteFacts;

/** Inspections, of which the board is told. */
@ApplicationScoped
class InspectionNews implements NewsKind<OpenedInspection> {

    @Override
    public String name() {
        return "inspections";
    }

    @Override
    public String keep() {
        return """
                INSERT INTO inspection_record (event_id, case_id, organisation, auditor_ref, received_at)
                SELECT r.*, $2
                FROM jsonb_to_recordset($1) AS r(event_id uuid, case_id uuid, organisation text, auditor_ref text)
                ON CONFLICT (event_id) DO NOTHING
                """;
    }

    @Override
    public String waiting() {
        return """
                SELECT event_id, case_id, organisation, auditor_ref
                FROM inspection_record
                WHERE told_at IS NULL AND case_id = ANY ($1::uuid[])
                ORDER BY received_at, event_id
                """;
    }

    @Override
    public String told() {
        return "UPDATE inspection_record SET told_at = $2 WHERE event_id = ANY ($1::uuid[])";
    }

    /** @throws RuntimeException when it is no inspection */
    static CaseNews<OpenedInspection> parse(ArrivedRecord.Raw raw) {
        PublishedInspection inspection = PublishedInspection.read(raw.headers(), raw.value());
        return news(inspection.id(), inspection.caseId(), inspection.organisation(), inspection.personRef());
    }

    @Override
    public JsonArray rows(List<CaseNews<OpenedInspection>> news) {
        JsonArray rows = new JsonArray();
        news.forEach(one -> rows.add(new JsonObject()
                .put("event_id", one.eventId().toString())
                .put("case_id", one.caseId().toString())
                .put("organisation", one.organisation())
                .put("auditor_ref", one.says().auditorRef())));
        return rows;
    }

    @Override
    public CaseNews<OpenedInspection> read(Row row) {
        return news(row.getUUID("event_id"), row.getUUID("case_id"), row.getString("organisation"), row.getString("auditor_ref"));
    }

    @Override
    public List<Notification> notifications(OpenedInspection inspection, RouteFacts facts, CaseHistory history) {
        return inspection.told(facts);
    }

    private static CaseNews<OpenedInspection> news(UUID eventId, UUID caseId, String organisation, String auditorRef) {
        return new CaseNews<>(eventId, caseId, organisation, new OpenedInspection(eventId, caseId, auditorRef));
    }
}
