package nl.meldspoor.notifications.webhooks;

import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meldspoor.notifications.database.Database;
import nl.meldspoor.notifications.telling.AfterTelling;

/**
 * Plans a delivery for every subscription that wants to hear. Nothing leaves about a case whose accused may be a user we do not know, and
 * about cases of the organisation's own people only to who asked for them, which only the board can: who reads at the other end is not
 * known here.
 */
@ApplicationScoped
class WebhookPlan implements AfterTelling {

    // Positions are given out when a row is written, and seen when it is committed. One at a time, so that no subscriber is told of a later
    // one first: who tells something waits here until it is committed what was told before.
    private static final String IN_TURN = "SELECT pg_advisory_xact_lock($1)";

    /** Any number that nothing else locks. */
    private static final long TURN = 0x4d454c44484f4f4bL;

    // However many people are told, outside it is one event. What may not name its case (NotificationKind) is not told outside.
    private static final String KEEP =
            """
            INSERT INTO outgoing_event (id, told_event_id, organisation, case_id, kind, route, urgent, created_at)
            SELECT md5(n.event_id || '|' || n.kind)::uuid, n.event_id, n.organisation, n.case_id, n.kind, c.route,
                   bool_or(n.urgent), $2
            FROM notification n
            JOIN case_progress c ON c.case_id = n.case_id
            WHERE n.id = ANY ($1::uuid[]) AND n.kind <> 'DELIVERY_FAILED' AND c.route IS NOT NULL AND NOT c.accused_unlinked
              AND NOT (n.kind = 'CASE_INSPECTED' AND c.route = 'MELDCODE')
            GROUP BY n.event_id, n.kind, n.organisation, n.case_id, c.route
            ORDER BY min(n.position)
            ON CONFLICT (id) DO NOTHING
            RETURNING id
            """;

    private static final String FAN_OUT =
            """
            INSERT INTO webhook_delivery (id, subscription_id, event_id, place, state, next_attempt_at, created_at)
            SELECT gen_random_uuid(), s.id, e.id, e.position, 'WAITING', $2, $2
            FROM outgoing_event e
            JOIN webhook_subscription s ON s.organisation = e.organisation
            WHERE e.id = ANY ($1::uuid[])
              AND s.deleted_at IS NULL AND s.state = 'ACTIVE'
              AND (cardinality(s.kinds) = 0 OR e.kind = ANY (s.kinds))
              AND e.route = ANY (s.routes)
            """;

    @Override
    public void told(SqlConnection connection, List<UUID> notifications, Instant now) {
        Database.query(connection, IN_TURN, Tuple.of(TURN));
        List<UUID> events = new ArrayList<>();
        Database.query(connection, KEEP, parameters(notifications, now)).forEach(row -> events.add(row.getUUID("id")));
        if (!events.isEmpty()) {
            Database.query(connection, FAN_OUT, parameters(events, now));
        }
    }

    private static Tuple parameters(List<UUID> ids, Instant now) {
        return Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)).addOffsetDateTime(now.atOffset(ZoneOffset.UTC));
    }
}
