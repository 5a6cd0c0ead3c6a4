package nl.meldspoor.notifications.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import nl.meldspoor.events.Route;
import nl.meldspoor.notifications.database.Database;
import nl.meldspoor.notifications.routing.FailedDelivery;
import nl.meldspoor.notifications.routing.Notification;
import nl.meldspoor.notifications.telling.Telling;
import org.jboss.logging.Logger;

/**
 * Something urgent that does not arrive is said to somebody who can do something: once per event, in the inbox of the board or the
 * attention officer, as a figure, and at {@code /q/health/well} for a day.
 */
@ApplicationScoped
class DeliveryAlarm {

    private static final Logger LOG = Logger.getLogger(DeliveryAlarm.class);

    /** So long may a mail server be away before people are told. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private static final Duration SHOWN = Duration.ofDays(1);

    private static final String RAISE_MAIL =
            """
            UPDATE mail_delivery d SET alarmed_at = $1
            FROM notification n JOIN case_progress c ON c.case_id = n.case_id
            WHERE n.id = d.notification_id AND d.urgent AND d.alarmed_at IS NULL
              AND (d.state = 'FAILED' OR d.state = 'WAITING' AND d.attempts > 0 AND d.created_at <= $2)
            RETURNING n.event_id, n.case_id, n.organisation, c.route
            """;

    private static final String RAISE_WEBHOOK =
            """
            UPDATE webhook_delivery d SET alarmed_at = $1
            FROM outgoing_event e, webhook_subscription s
            WHERE e.id = d.event_id AND s.id = d.subscription_id AND s.deleted_at IS NULL AND e.urgent AND d.alarmed_at IS NULL
              AND (d.state = 'DEAD' OR d.state = 'WAITING' AND d.attempts > 0 AND d.created_at <= $2)
            RETURNING e.told_event_id AS event_id, e.case_id, e.organisation, e.route
            """;

    private static final String STANDING =
            """
            SELECT (SELECT count(*) FROM mail_delivery
                    WHERE urgent AND (state = 'WAITING' AND alarmed_at IS NOT NULL OR state = 'FAILED' AND alarmed_at > $1))
                 + (SELECT count(*) FROM webhook_delivery d JOIN webhook_subscription s ON s.id = d.subscription_id AND s.deleted_at IS NULL
                    WHERE d.state = 'WAITING' AND d.alarmed_at IS NOT NULL OR d.state = 'DEAD' AND d.alarmed_at > $1) AS standing
            """;

    private final Database database;
    private final Telling telling;
    private final Clock clock;
    private volatile long standing;

    DeliveryAlarm(Database database, Telling telling, Clock clock, MeterRegistry registry) {
        this.database = database;
        this.telling = telling;
        this.clock = clock;
        Gauge.builder("meldspoor.deliveries.urgent.failed", this, alarm -> alarm.standing)
                .description("Urgent mail and webhooks that did not arrive in time")
                .register(registry);
    }

    /** Never anything left to do at once. */
    boolean raise() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        database.inTransaction(connection -> {
            List<Notification> alarms = new ArrayList<>();
            Tuple parameters = Tuple.of(now.atOffset(ZoneOffset.UTC), now.minus(PATIENCE).atOffset(ZoneOffset.UTC));
            for (Row row : Database.query(connection, RAISE_MAIL, parameters)) {
                alarms.add(alarm(row, "EMAIL"));
            }
            for (Row row : Database.query(connection, RAISE_WEBHOOK, parameters)) {
                alarms.add(alarm(row, "WEBHOOK"));
            }
            telling.tell(connection, alarms, now);
            return null;
        });
        standing = count(now);
        return false;
    }

    private static Notification alarm(Row row, String channel) {
        LOG.errorf("urgent notification not delivered caseId=%s channel=%s", row.getUUID("case_id"), channel);
        Route route = row.getString("route") == null ? Route.MELDCODE : Route.valueOf(row.getString("route"));
        return FailedDelivery.of(row.getUUID("event_id"), row.getUUID("case_id"), row.getString("organisation"), route);
    }

    /** As it stands in the database now. */
    long standing() {
        return count(clock.instant());
    }

    private long count(Instant now) {
        return database.query(STANDING, Tuple.of(now.minus(SHOWN).atOffset(ZoneOffset.UTC)))
                .iterator()
                .next()
                .getLong("standing");
    }
}
