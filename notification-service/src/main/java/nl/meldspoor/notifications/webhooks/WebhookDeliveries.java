package nl.meldspoor.notifications.webhooks;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.meldspoor.notifications.database.Database;

/** The log of a subscription, and sending again. Whose it is stands in every query. */
@ApplicationScoped
class WebhookDeliveries {

    private static final String LOG =
            """
            SELECT d.*, e.kind, e.case_id, e.position
            FROM webhook_delivery d
            JOIN webhook_subscription s ON s.id = d.subscription_id
            JOIN outgoing_event e ON e.id = d.event_id
            WHERE s.id = $1 AND s.organisation = $2 AND s.deleted_at IS NULL
              AND ($3::text IS NULL OR d.state = $3)
              AND ($4::timestamptz IS NULL OR (d.created_at, d.id) < ($4, $5))
            ORDER BY d.created_at DESC, d.id DESC
            LIMIT $6
            """;

    private static final String EXISTS =
            "SELECT 1 FROM webhook_subscription WHERE id = $1 AND organisation = $2 AND deleted_at IS NULL";

    // At the end of the queue: what was sent since is not overtaken.
    private static final String RESEND =
            """
            INSERT INTO webhook_delivery (id, subscription_id, event_id, place, state, next_attempt_at, created_at)
            SELECT gen_random_uuid(), d.subscription_id, d.event_id,
                   (SELECT max(position) FROM outgoing_event WHERE organisation = s.organisation), 'WAITING', $4, $4
            FROM webhook_delivery d
            JOIN webhook_subscription s ON s.id = d.subscription_id
            WHERE d.id = $3 AND s.id = $1 AND s.organisation = $2 AND s.deleted_at IS NULL AND d.state <> 'WAITING'
            RETURNING id
            """;

    private static final String REPLAY =
            """
            INSERT INTO webhook_delivery (id, subscription_id, event_id, place, state, next_attempt_at, created_at)
            SELECT gen_random_uuid(), s.id, e.id, e.position, 'WAITING', $4, $4
            FROM webhook_subscription s
            JOIN outgoing_event e ON e.organisation = s.organisation
            WHERE s.id = $1 AND s.organisation = $2 AND s.deleted_at IS NULL
              AND e.position >= $3
              AND (cardinality(s.kinds) = 0 OR e.kind = ANY (s.kinds))
              AND e.route = ANY (s.routes)
              AND NOT EXISTS (
                  SELECT FROM webhook_delivery w WHERE w.subscription_id = s.id AND w.event_id = e.id AND w.state = 'WAITING')
            ORDER BY e.position
            LIMIT $5
            RETURNING event_id
            """;

    /** More are replayed by asking again, from the position after the last. */
    static final int REPLAYED_AT_MOST = 10_000;

    private final Database database;
    private final Clock clock;

    WebhookDeliveries(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The place in the log after which a page starts. */
    record After(Instant createdAt, UUID id) {}

    boolean exists(UUID subscription, String organisation) {
        return database.query(EXISTS, Tuple.of(subscription, organisation)).size() > 0;
    }

    /** Newest first. */
    List<DeliveryView> log(UUID subscription, String organisation, String state, Optional<After> after, int limit) {
        List<DeliveryView> log = new ArrayList<>();
        Tuple parameters = Tuple.tuple()
                .addUUID(subscription)
                .addString(organisation)
                .addString(state)
                .addOffsetDateTime(after.map(a -> a.createdAt().atOffset(ZoneOffset.UTC)).orElse(null))
                .addUUID(after.map(After::id).orElse(null))
                .addInteger(limit);
        database.query(LOG, parameters).forEach(row -> log.add(view(row)));
        return log;
    }

    /** The id of the new delivery; empty when there is no such delivery, or it still waits. */
    Optional<UUID> resend(UUID subscription, String organisation, UUID delivery) {
        for (Row row : database.query(RESEND, Tuple.of(subscription, organisation, delivery, now()))) {
            return Optional.of(row.getUUID("id"));
        }
        return Optional.empty();
    }

    /** How many events are sent again, in order. */
    int replay(UUID subscription, String organisation, long fromPosition) {
        return database.query(REPLAY, Tuple.of(subscription, organisation, fromPosition, now(), REPLAYED_AT_MOST))
                .size();
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }

    private static DeliveryView view(Row row) {
        String state = row.getString("state");
        return new DeliveryView(
                row.getUUID("id"),
                row.getUUID("event_id"),
                OutgoingEvent.type(row.getString("kind")),
                row.getUUID("case_id"),
                row.getLong("position"),
                state,
                row.getInteger("attempts"),
                state.equals("WAITING") ? row.getOffsetDateTime("next_attempt_at").toInstant() : null,
                row.getString("problem"),
                row.getInteger("status"),
                row.getInteger("took_millis"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("settled_at") == null ? null : row.getOffsetDateTime("settled_at").toInstant());
    }
}
