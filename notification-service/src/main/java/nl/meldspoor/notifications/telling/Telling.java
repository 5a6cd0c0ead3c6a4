package nl.meldspoor.notifications.telling;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meldspoor.notifications.database.Database;
import nl.meldspoor.notifications.routing.Notification;
import nl.meldspoor.notifications.routing.TermNotice;

/** Puts notifications into inboxes, in the transaction of whoever found out that somebody must know. */
@ApplicationScoped
public class Telling {

    // The id names event, kind and recipient: who was told is not told again.
    private static final String TELL =
            """
            INSERT INTO notification
                (id, event_id, case_id, organisation, kind, addressee, melding_id, caused_by_ref, created_at,
                 urgent, obligations, term_kind, due_on, rung)
            SELECT n.id, n.event_id, n.case_id, n.organisation, n.kind, n.addressee, n.melding_id, n.caused_by_ref, $2,
                 n.urgent, n.obligations, n.term_kind, n.due_on, n.rung
            FROM jsonb_to_recordset($1) AS n(place int, id uuid, event_id uuid, case_id uuid, organisation text, kind text,
                addressee text, melding_id uuid, caused_by_ref text, urgent boolean, obligations text[], term_kind text,
                due_on date, rung text)
            ORDER BY n.place
            ON CONFLICT (id) DO NOTHING
            RETURNING id
            """;

    private final Instance<AfterTelling> after;

    Telling(@Any Instance<AfterTelling> after) {
        this.after = after;
    }

    /** Those that were told before are not told again. */
    public void tell(SqlConnection connection, List<Notification> notifications, Instant now) {
        if (notifications.isEmpty()) {
            return;
        }
        JsonArray rows = new JsonArray();
        notifications.forEach(notification -> rows.add(row(notification).put("place", rows.size())));
        List<UUID> told = new ArrayList<>();
        Database.query(connection, TELL, Tuple.of(rows, now.atOffset(ZoneOffset.UTC))).forEach(row -> told.add(row.getUUID("id")));
        if (!told.isEmpty()) {
            after.forEach(next -> next.told(connection, told, now));
        }
    }

    private static JsonObject row(Notification notification) {
        TermNotice term = notification.subject().term();
        return new JsonObject()
                .put("id", notification.id().toString())
                .put("event_id", notification.eventId().toString())
                .put("case_id", notification.caseId().toString())
                .put("organisation", notification.organisation())
                .put("kind", notification.kind().name())
                .put("addressee", notification.recipient().key())
                .put("melding_id", notification.meldingId() == null ? null : notification.meldingId().toString())
                .put("caused_by_ref", notification.causedByRef())
                .put("urgent", notification.urgent())
                .put("obligations", new JsonArray(notification.subject().obligations()))
                .put("term_kind", term == null ? null : term.kind())
                .put("due_on", term == null ? null : term.dueOn().toString())
                .put("rung", term == null ? null : term.rung());
    }
}
