package nl.meldspoor.notifications.inbox;

import io.vertx.core.buffer.Buffer;
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
import nl.meldspoor.data.SettledTransactions;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.events.Route;
import nl.meldspoor.notifications.database.Database;
import nl.meldspoor.notifications.routing.NotificationKind;
import nl.meldspoor.notifications.routing.NotificationTitle;

/** The notifications of a reader. */
@ApplicationScoped
class Inbox {

    // Per key of the reader the newest rows straight from the index, then the newest of those. What reaches him in two
    // capacities is shown once, as it says most.
    private static final String NEWEST =
            """
            SELECT n.*
            FROM unnest($1::text[]) AS k(addressee)
            CROSS JOIN LATERAL (
                SELECT n.id, n.kind, n.case_id, n.organisation, n.created_at, n.position, n.melding_id, n.addressee, n.obligations, c.route,
                       n.due_on, r.read_at
                FROM notification n
                JOIN case_progress c ON c.case_id = n.case_id
                LEFT JOIN read_mark r ON r.notification_id = n.id AND r.reader_ref = $2
                WHERE n.addressee = k.addressee
                  AND n.caused_by_ref <> $2
                  AND NOT COALESCE(hidden_from(c, $2, $3, $4, $5, $6), true)
                  AND (NOT $7 OR r.read_at IS NULL)
                  AND ($8::timestamptz IS NULL OR (n.created_at, n.position) < ($8, $9))
                  AND NOT EXISTS (
                      SELECT FROM notification o
                      WHERE o.event_id = n.event_id AND o.kind = n.kind AND o.addressee = ANY ($1) AND is_shown_instead(o, n))
                ORDER BY n.created_at DESC, n.position DESC
                LIMIT $10
            ) AS n
            ORDER BY n.created_at DESC, n.position DESC
            LIMIT $10
            """;

    // As it becomes visible to everybody, hence the fence: no transaction with a lower number can still tell something.
    private static final String ARRIVED =
            """
            SELECT n.id, n.kind, n.case_id, n.organisation, n.created_at, n.position, n.melding_id, n.addressee, n.obligations, c.route,
                   n.due_on, r.read_at, n.transaction_id::text AS transaction
            FROM notification n
            JOIN case_progress c ON c.case_id = n.case_id
            LEFT JOIN read_mark r ON r.notification_id = n.id AND r.reader_ref = $2
            WHERE n.addressee = ANY ($1)
              AND n.caused_by_ref <> $2
              AND NOT COALESCE(hidden_from(c, $2, $3, $4, $5, $6), true)
              AND (n.transaction_id, n.position) > ($7::text::xid8, $8)
              AND n.transaction_id < %s
              AND NOT EXISTS (
                  SELECT FROM notification o
                  WHERE o.event_id = n.event_id AND o.kind = n.kind AND o.addressee = ANY ($1) AND is_shown_instead(o, n))
            ORDER BY n.transaction_id, n.position
            LIMIT $9
            """.formatted(SettledTransactions.ALL_BELOW);

    // What reaches him in two capacities counts once.
    private static final String UNREAD =
            """
            SELECT count(*) AS unread, count(*) FILTER (WHERE urgent) AS urgent
            FROM (
                SELECT n.urgent
                FROM notification n
                JOIN case_progress c ON c.case_id = n.case_id
                WHERE n.addressee = ANY ($1)
                  AND n.caused_by_ref <> $2
                  AND NOT COALESCE(hidden_from(c, $2, $3, $4, $5, $6), true)
                  AND NOT EXISTS (SELECT FROM read_mark r WHERE r.notification_id = n.id AND r.reader_ref = $2)
                  AND NOT EXISTS (
                      SELECT FROM notification o
                      WHERE o.event_id = n.event_id AND o.kind = n.kind AND o.addressee = ANY ($1) AND is_shown_instead(o, n))
                LIMIT $7
            ) AS waiting
            """;

    private static final int COUNTED_AT_MOST = 1_000;

    // Marks it in every capacity in which it reaches him; says whether there was anything of his to mark.
    private static final String MARK_READ =
            """
            WITH mine AS (
                SELECT o.id
                FROM notification n
                JOIN notification o ON o.event_id = n.event_id AND o.kind = n.kind AND o.addressee = ANY ($1)
                JOIN case_progress c ON c.case_id = n.case_id
                WHERE n.id = $7
                  AND n.addressee = ANY ($1)
                  AND n.caused_by_ref <> $2
                  AND NOT COALESCE(hidden_from(c, $2, $3, $4, $5, $6), true)
            ), marked AS (
                INSERT INTO read_mark (notification_id, reader_ref, read_at)
                SELECT id, $2, $8 FROM mine
                ON CONFLICT DO NOTHING
            )
            SELECT count(*) AS found FROM mine
            """;

    private final Database database;
    private final Clock clock;

    Inbox(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The place in the inbox after which a page starts. */
    record After(Instant createdAt, long position) {}

    /** At most {@code limit} notifications, newest first. */
    List<InboxItem> newest(Reader reader, boolean unreadOnly, Optional<After> after, int limit) {
        Tuple parameters = door(reader)
                .addBoolean(unreadOnly)
                .addOffsetDateTime(after.map(a -> moment(a.createdAt())).orElse(null))
                .addLong(after.map(After::position).orElse(null))
                .addInteger(limit);
        List<InboxItem> items = new ArrayList<>();
        for (Row row : database.query(NEWEST, parameters)) {
            items.add(item(row));
        }
        return items;
    }

    /** A notification and its place in the order of arrival. */
    record Placed(InboxItem item, Place place) {}

    /** At most {@code limit} notifications that became visible after that place, in that order. */
    List<Placed> arrivedAfter(Reader reader, Place place, int limit) {
        Tuple parameters = door(reader).addString(place.transaction()).addLong(place.position()).addInteger(limit);
        List<Placed> arrived = new ArrayList<>();
        for (Row row : database.query(ARRIVED, parameters)) {
            arrived.add(new Placed(item(row), new Place(row.getString("transaction"), row.getLong("position"))));
        }
        return arrived;
    }

    // Mail for a role reaches who held it when he last came.
    private static final String REMEMBER_CAPACITIES =
            """
            UPDATE notification_settings SET capacities = $2, roles = $3
            WHERE person_ref = $1 AND (capacities, roles) IS DISTINCT FROM ($2, $3)
            """;

    /** How much he has not read. */
    Unread unread(Reader reader) {
        if (reader.himself()) {
            database.query(
                    REMEMBER_CAPACITIES,
                    Tuple.tuple()
                            .addString(reader.ref())
                            .addArrayOfString(reader.keys().toArray(String[]::new))
                            .addArrayOfString(reader.roles().toArray(String[]::new)));
        }
        Row row = database.query(UNREAD, door(reader).addInteger(COUNTED_AT_MOST)).iterator().next();
        return new Unread(row.getLong("unread"), row.getLong("urgent"));
    }

    /** Marks it as read by this reader, for good. False when he has no such notification. */
    boolean markRead(Reader reader, UUID id) {
        OffsetDateTime now = moment(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        Row row = database.query(MARK_READ, door(reader).addUUID(id).addOffsetDateTime(now))
                .iterator()
                .next();
        return row.getLong("found") > 0;
    }

    /** $1 to $6: what decides which rows are his. */
    private static Tuple door(Reader reader) {
        return Tuple.tuple()
                .addArrayOfString(reader.keys().toArray(String[]::new))
                .addString(reader.ref())
                .addArrayOfString(reader.roles().toArray(String[]::new))
                .addString(reader.userName())
                .addBuffer(reader.accusedKey().map(PersonRefs.PaddedKey::inner).map(Buffer::buffer).orElse(null))
                .addBuffer(reader.accusedKey().map(PersonRefs.PaddedKey::outer).map(Buffer::buffer).orElse(null));
    }

    private static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static InboxItem item(Row row) {
        NotificationKind kind = NotificationKind.valueOf(row.getString("kind"));
        UUID caseId = row.getUUID("case_id");
        boolean named = kind.namesItsCase(route(row));
        return new InboxItem(
                row.getUUID("id"),
                kind.name(),
                named ? caseId : null,
                row.getString("organisation"),
                NotificationTitle.of(kind, List.of(row.getArrayOfStrings("obligations")), row.getLocalDate("due_on")),
                row.getOffsetDateTime("created_at").toInstant(),
                Optional.ofNullable(row.getOffsetDateTime("read_at"))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null),
                new InboxItem.Links(named ? link(row, caseId) : null),
                row.getLong("position"));
    }

    private static String link(Row row, UUID caseId) {
        boolean toLiaison = row.getString("addressee").startsWith("region/");
        return toLiaison ? "/v1/meldingen/" + row.getUUID("melding_id") : "/v1/cases/" + caseId;
    }

    /** Null while an older version has filled the row. */
    private static Route route(Row row) {
        String route = row.getString("route");
        return route == null ? null : Route.valueOf(route);
    }
}
