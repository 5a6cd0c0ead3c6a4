package nl.meldspoor.notifications.delivery;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meldspoor.notifications.database.Database;
import nl.meldspoor.notifications.telling.AfterTelling;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Plans mail to whoever wants it and finds the notification in his inbox. Whether he may know is asked again when the mail leaves. */
@ApplicationScoped
class MailPlan implements AfterTelling {

    // Who is reached in two capacities is mailed once, of that in which he is told most.
    private static final String MAILBOXES =
            """
            SELECT n.id, n.urgent, s.person_ref, s.quiet_from, s.quiet_until, s.digest_at
            FROM notification n
            JOIN notification_settings s ON s.mail_on AND s.capacities @> ARRAY[n.addressee]
            WHERE n.id = ANY ($1::uuid[]) AND s.person_ref <> n.caused_by_ref
              AND NOT EXISTS (
                  SELECT FROM notification o
                  WHERE o.event_id = n.event_id AND o.kind = n.kind AND o.addressee = ANY (s.capacities) AND is_shown_instead(o, n))
            """;

    private static final String PLAN =
            """
            INSERT INTO mail_delivery (id, notification_id, person_ref, urgent, state, next_attempt_at, created_at)
            SELECT gen_random_uuid(), p.notification_id, p.person_ref, p.urgent, 'WAITING', p.leaves_at, $5
            FROM unnest($1::uuid[], $2::text[], $3::boolean[], $4::timestamptz[]) AS p(notification_id, person_ref, urgent, leaves_at)
            ON CONFLICT (notification_id, person_ref) DO NOTHING
            """;

    static final String GATHER_FOR = "meldspoor.mail.gather-for";
    static final String GATHER_FOR_BY_DEFAULT = "5S";

    private final boolean enabled;
    private final Duration gatherFor;

    /** @param gatherFor so long mail that could leave at once waits for what else is told at the same moment, as after a long sleep */
    MailPlan(
            @ConfigProperty(name = "meldspoor.mail.enabled", defaultValue = "false") boolean enabled,
            @ConfigProperty(name = GATHER_FOR, defaultValue = GATHER_FOR_BY_DEFAULT) Duration gatherFor) {
        this.enabled = enabled;
        this.gatherFor = gatherFor;
    }

    @Override
    public void told(SqlConnection connection, List<UUID> notifications, Instant now) {
        if (!enabled) {
            return;
        }
        List<UUID> ids = new ArrayList<>();
        List<String> people = new ArrayList<>();
        List<Boolean> urgent = new ArrayList<>();
        List<OffsetDateTime> leavesAt = new ArrayList<>();
        Tuple told = Tuple.tuple().addArrayOfUUID(notifications.toArray(UUID[]::new));
        for (Row row : Database.query(connection, MAILBOXES, told)) {
            ids.add(row.getUUID("id"));
            people.add(row.getString("person_ref"));
            urgent.add(row.getBoolean("urgent"));
            DeliveryTime.Wish wish = new DeliveryTime.Wish(
                    row.getLocalTime("quiet_from"), row.getLocalTime("quiet_until"), row.getLocalTime("digest_at"));
            Instant wanted = DeliveryTime.of(row.getBoolean("urgent"), now, wish);
            Instant gathered = now.plus(gatherFor);
            leavesAt.add((wanted.isBefore(gathered) ? gathered : wanted).atOffset(ZoneOffset.UTC));
        }
        if (!ids.isEmpty()) {
            Database.query(
                    connection,
                    PLAN,
                    Tuple.tuple()
                            .addArrayOfUUID(ids.toArray(UUID[]::new))
                            .addArrayOfString(people.toArray(String[]::new))
                            .addArrayOfBoolean(urgent.toArray(Boolean[]::new))
                            .addArrayOfOffsetDateTime(leavesAt.toArray(OffsetDateTime[]::new))
                            .addOffsetDateTime(now.atOffset(ZoneOffset.UTC)));
        }
    }
}
