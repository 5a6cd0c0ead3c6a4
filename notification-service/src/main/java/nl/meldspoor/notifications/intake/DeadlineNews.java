package nl.meldspoor.notifications.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Obligations;
import nl.meldspoor.notifications.routing.DeadlineRung;
import nl.meldspoor.notifications.routing.Escalation;
import nl.meldspoor.notifications.routing.Notification;
import nl.meldspoor.notifications.routing.RouteFacts;

/** Rungs of deadlines, which become warnings. */
@ApplicationScoped
class DeadlineNews implements NewsKind<DeadlineRung> {

    private static final String TYPE = "nl.meldspoor.deadlines.deadline-";

    @Override
    public String name() {
        return "deadlines";
    }

    @Override
    public String keep() {
        return """
                INSERT INTO deadline_record
                    (event_id, case_id, organisation, obligation, term_kind, due_on, rung, happening, received_at)
                SELECT r.*, $2
                FROM jsonb_to_recordset($1) AS r(event_id uuid, case_id uuid, organisation text, obligation text, term_kind text,
                    due_on date, rung text, happening text)
                ON CONFLICT (event_id) DO NOTHING
                """;
    }

    @Override
    public String waiting() {
        return """
                SELECT event_id, case_id, organisation, obligation, term_kind, due_on, rung, happening
                FROM deadline_record
                WHERE told_at IS NULL AND case_id = ANY ($1::uuid[])
                ORDER BY received_at, event_id
                """;
    }

    @Override
    public String told() {
        return "UPDATE deadline_record SET told_at = $2 WHERE event_id = ANY ($1::uuid[])";
    }

    /**
     * Reads a record more loosely than the published language writes it: a warning on a rung that a later version added must not be lost.
     *
     * @throws RuntimeException when it is no deadline event
     */
    static CaseNews<DeadlineRung> parse(ArrivedRecord.Raw raw) {
        ObjectNode v = EventJson.object(new String(raw.value(), StandardCharsets.UTF_8));
        DeadlineRung rung = new DeadlineRung(
                UUID.fromString(header(raw, "ce_id")),
                UUID.fromString(text(v, "caseId")),
                text(v, "obligation"),
                text(v, "kind"),
                LocalDate.parse(text(v, "dueOn")),
                text(v, "rung"),
                happening(header(raw, "ce_type")));
        return news(rung, text(v, "organisation"));
    }

    @Override
    public JsonArray rows(List<CaseNews<DeadlineRung>> news) {
        JsonArray rows = new JsonArray();
        news.forEach(one -> rows.add(new JsonObject()
                .put("event_id", one.eventId().toString())
                .put("case_id", one.caseId().toString())
                .put("organisation", one.organisation())
                .put("obligation", one.says().obligation())
                .put("term_kind", one.says().termKind())
                .put("due_on", one.says().dueOn().toString())
                .put("rung", one.says().rung())
                .put("happening", one.says().happening().name())));
        return rows;
    }

    @Override
    public CaseNews<DeadlineRung> read(Row row) {
        DeadlineRung rung = new DeadlineRung(
                row.getUUID("event_id"),
                row.getUUID("case_id"),
                row.getString("obligation"),
                row.getString("term_kind"),
                row.getLocalDate("due_on"),
                row.getString("rung"),
                DeadlineRung.Happening.valueOf(row.getString("happening")));
        return news(rung, row.getString("organisation"));
    }

    @Override
    public List<Notification> notifications(DeadlineRung rung, RouteFacts facts, CaseHistory history) {
        return isMetMeanwhile(rung, history) ? List.of() : Escalation.of(rung, facts);
    }

    /** Nobody is warned of what was done before the warning came. That it was missed is said anyhow. */
    private static boolean isMetMeanwhile(DeadlineRung rung, CaseHistory history) {
        return rung.happening() == DeadlineRung.Happening.APPROACHED
                && Obligations.of(history).stream().anyMatch(o -> o.id().equals(rung.obligation()) && !o.isOpen());
    }

    private static CaseNews<DeadlineRung> news(DeadlineRung rung, String organisation) {
        return new CaseNews<>(rung.eventId(), rung.caseId(), organisation, rung);
    }

    private static DeadlineRung.Happening happening(String type) {
        if (!type.startsWith(TYPE)) {
            throw new IllegalArgumentException("expected a deadline event");
        }
        return switch (type.substring(TYPE.length()).split("\\.")[0]) {
            case "approached" -> DeadlineRung.Happening.APPROACHED;
            case "missed" -> DeadlineRung.Happening.MISSED;
            case "met" -> DeadlineRung.Happening.MET;
            default -> throw new IllegalArgumentException("expected approached, missed or met");
        };
    }

    private static String header(ArrivedRecord.Raw raw, String name) {
        return new String(raw.headers().get(name), StandardCharsets.UTF_8);
    }

    private static String text(ObjectNode v, String name) {
        String text = v.required(name).textValue();
        if (text == null || text.isBlank() || text.length() > 100) {
            throw new IllegalArgumentException(name);
        }
        return text;
    }
}
