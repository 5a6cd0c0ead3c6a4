package nl.meldspoor.notifications.delivery;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import nl.meldspoor.events.NameBasedId;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.notifications.database.Database;
import nl.meldspoor.notifications.seal.ServiceSeal;
import nl.meldspoor.notifications.settings.Contact;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * One mailbox at a time: what is due for it, and what would soon follow, is leased, looked at once more and sent as one message. At least
 * once: if the service dies between sending and noting it, the same message goes out again under the same Message-ID when the lease ends.
 */
@ApplicationScoped
class MailRun {

    private static final Logger LOG = Logger.getLogger(MailRun.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int NOTIFICATIONS_PER_MAIL = 500;

    // The attempt counts from here on, so that what kills the service cannot do so for ever. The mailbox as a whole is locked: of two that look at
    // the same moment the second goes on to another one, instead of taking what the first has not got yet and sending a mail of its own. A lease or
    // a plan that reaches further than any is made for was made by a clock that was ahead. What would follow in a moment, or waits to be tried
    // again, travels along, and no attempt is counted for it: its own time is still to come.
    private static final String LEASE_DUE =
            """
            WITH next AS (
                SELECT d.person_ref FROM mail_delivery d JOIN notification_settings s USING (person_ref)
                WHERE d.state = 'WAITING' AND (d.next_attempt_at <= $1 OR d.next_attempt_at > $5)
                  AND (d.leased_until > $1 AND d.leased_until <= $4) IS NOT TRUE
                ORDER BY d.next_attempt_at
                LIMIT 1
                FOR NO KEY UPDATE OF s SKIP LOCKED
            ), travelling AS (
                SELECT d.id, d.next_attempt_at <= $1 OR d.next_attempt_at > $5 AS is_due FROM mail_delivery d JOIN next USING (person_ref)
                WHERE d.state = 'WAITING' AND (d.next_attempt_at <= $6 OR d.next_attempt_at > $5 OR d.attempts > 0)
                  AND (d.leased_until > $1 AND d.leased_until <= $4) IS NOT TRUE
                ORDER BY is_due DESC, d.created_at, d.id
                LIMIT $3
                FOR UPDATE OF d
            )
            UPDATE mail_delivery m SET leased_until = $2, attempts = m.attempts + is_due::int
            FROM travelling WHERE m.id = travelling.id
            RETURNING m.id, m.person_ref, is_due
            """;

    private static final String SETTINGS =
            "SELECT language, mail_on, sealed_contact, organisation FROM notification_settings WHERE person_ref = $1";

    private static final String LOOK_AGAIN =
            """
            SELECT d.id, d.urgent, d.attempts, r.read_at IS NOT NULL AS is_read,
                   n.addressee = ANY (s.capacities) AND NOT COALESCE(hidden_from(c, $2, s.roles, $3, $4, $5), true) AS may_know
            FROM mail_delivery d
            JOIN notification n ON n.id = d.notification_id
            JOIN case_progress c ON c.case_id = n.case_id
            JOIN notification_settings s ON s.person_ref = d.person_ref
            LEFT JOIN read_mark r ON r.notification_id = d.notification_id AND r.reader_ref = d.person_ref
            WHERE d.id = ANY ($1::uuid[])
            ORDER BY d.created_at, d.id
            """;

    // Only under the lease it was sent under: after it another may have sent it.
    private static final String SETTLE =
            """
            UPDATE mail_delivery SET state = $2, problem = $3, settled_at = $4, leased_until = NULL
            WHERE id = ANY ($1::uuid[]) AND state = 'WAITING' AND leased_until = $5
            """;

    private static final String LET_GO =
            "UPDATE mail_delivery SET leased_until = NULL WHERE id = ANY ($1::uuid[]) AND state = 'WAITING' AND leased_until = $2";

    private static final String TRY_LATER =
            """
            UPDATE mail_delivery m SET next_attempt_at = coalesce(t.next_attempt_at, m.next_attempt_at), problem = $3, leased_until = NULL
            FROM unnest($1::uuid[], $2::timestamptz[]) AS t(id, next_attempt_at)
            WHERE m.id = t.id AND m.state = 'WAITING' AND m.leased_until = $4
            """;

    /** @param early it travels along before its own time */
    private record Due(UUID id, boolean urgent, boolean early, int attempts) {}

    private final Database database;
    private final Mailbox mailbox;
    private final ServiceSeal seal;
    private final PersonRefs refs;
    private final Clock clock;
    private final MailText.Links links;
    private final Duration gatherFor;

    MailRun(
            Database database,
            Mailbox mailbox,
            ServiceSeal seal,
            PersonRefs refs,
            Clock clock,
            @ConfigProperty(name = "meldspoor.web-url", defaultValue = "http://localhost:8083/") String pages,
            @ConfigProperty(name = MailPlan.GATHER_FOR, defaultValue = MailPlan.GATHER_FOR_BY_DEFAULT) Duration gatherFor) {
        this.database = database;
        this.mailbox = mailbox;
        this.seal = seal;
        this.refs = refs;
        this.clock = clock;
        this.links = MailText.Links.at(pages);
        this.gatherFor = gatherFor;
    }

    /** Whether there was anything to do. */
    boolean runOnce() {
        Instant now = now();
        Instant lease = now.plus(LEASE);
        RowSet<Row> leased = database.query(
                LEASE_DUE,
                Tuple.of(
                        moment(now),
                        moment(lease),
                        NOTIFICATIONS_PER_MAIL,
                        moment(lease.plus(Backoff.CLOCKS_APART)),
                        moment(now.plus(Backoff.NO_PLAN_IS_LONGER)),
                        moment(now.plus(gatherFor))));
        if (leased.size() == 0) {
            return false;
        }
        Map<UUID, Boolean> earlyById = new HashMap<>();
        leased.forEach(row -> earlyById.put(row.getUUID("id"), !row.getBoolean("is_due")));
        mail(leased.iterator().next().getString("person_ref"), earlyById, now, lease);
        return true;
    }

    private void mail(String personRef, Map<UUID, Boolean> earlyById, Instant attemptedAt, Instant lease) {
        List<UUID> ids = List.copyOf(earlyById.keySet());
        var settings = database.query(SETTINGS, Tuple.of(personRef)).iterator();
        Row wish = settings.hasNext() ? settings.next() : null;
        if (wish == null || !wish.getBoolean("mail_on")) {
            settle(ids, "WITHDRAWN", null, lease);
            return;
        }
        Contact contact = Contact.open(seal, personRef, wish.getBuffer("sealed_contact").getBytes());
        List<Due> due = new ArrayList<>();
        List<UUID> read = new ArrayList<>();
        List<UUID> hidden = new ArrayList<>();
        List<UUID> notYet = new ArrayList<>();
        for (Row row : database.query(LOOK_AGAIN, door(ids, personRef, contact, wish.getString("organisation")))) {
            UUID id = row.getUUID("id");
            if (!row.getBoolean("may_know")) {
                (earlyById.get(id) ? notYet : hidden).add(id);
            } else if (row.getBoolean("is_read")) {
                read.add(id);
            } else {
                due.add(new Due(id, row.getBoolean("urgent"), earlyById.get(id), row.getInteger("attempts")));
            }
        }
        settle(hidden, "WITHDRAWN", null, lease);
        letGo(notYet, lease);
        settle(read, "READ_BEFORE", null, lease);
        if (!due.isEmpty()) {
            boolean urgent = due.stream().anyMatch(Due::urgent);
            MailText text = MailText.of(wish.getString("language"), urgent, links);
            note(due, mailbox.send(contact.address(), messageId(due, urgent), text), attemptedAt, lease);
        }
    }

    /** The same of the same notifications, and of no others: a receiver that drops what it had before drops nothing that is new. */
    private static UUID messageId(List<Due> due, boolean urgent) {
        List<UUID> ids = due.stream().map(Due::id).sorted().toList();
        return NameBasedId.of(ids.getFirst(), ids + (urgent ? " urgent" : ""));
    }

    /** The pause counts from the attempt and not from its end, which may come late from a server that says nothing. */
    private void note(List<Due> due, Mailbox.Outcome outcome, Instant attemptedAt, Instant lease) {
        switch (outcome) {
            case Mailbox.Outcome.Sent sent -> settle(ids(due), "SENT", null, lease);
            case Mailbox.Outcome.Refused(String problem, boolean permanent) -> {
                LOG.warnf("mail not sent problem=%s permanent=%s notifications=%d", problem, permanent, due.size());
                List<UUID> failed = new ArrayList<>();
                List<UUID> later = new ArrayList<>();
                List<OffsetDateTime> nextAttempts = new ArrayList<>();
                double random = ThreadLocalRandom.current().nextDouble();
                for (Due one : due) {
                    if (permanent) {
                        failed.add(one.id());
                    } else if (one.early()) {
                        later.add(one.id());
                        nextAttempts.add(null);
                    } else {
                        Backoff.MAIL.after(one.attempts(), random).ifPresentOrElse(
                                wait -> {
                                    later.add(one.id());
                                    nextAttempts.add(moment(attemptedAt.plus(wait)));
                                },
                                () -> failed.add(one.id()));
                    }
                }
                settle(failed, "FAILED", problem, lease);
                if (!later.isEmpty()) {
                    database.query(
                            TRY_LATER,
                            Tuple.tuple()
                                    .addArrayOfUUID(later.toArray(UUID[]::new))
                                    .addArrayOfOffsetDateTime(nextAttempts.toArray(OffsetDateTime[]::new))
                                    .addString(problem)
                                    .addOffsetDateTime(moment(lease)));
                }
            }
        }
    }

    /** What may not leave now may do so at its own time, when it is asked again. */
    private void letGo(List<UUID> ids, Instant lease) {
        if (!ids.isEmpty()) {
            database.query(LET_GO, Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)).addOffsetDateTime(moment(lease)));
        }
    }

    private void settle(List<UUID> ids, String state, String problem, Instant lease) {
        if (!ids.isEmpty()) {
            database.query(
                    SETTLE,
                    Tuple.tuple()
                            .addArrayOfUUID(ids.toArray(UUID[]::new))
                            .addString(state)
                            .addString(problem)
                            .addOffsetDateTime(moment(now()))
                            .addOffsetDateTime(moment(lease)));
        }
    }

    /** What decides whether he may still know, the accused included: with his user name, which is sealed beside the address. */
    private Tuple door(List<UUID> ids, String personRef, Contact contact, String organisation) {
        PersonRefs.PaddedKey pads = organisation == null ? null : refs.accusedPads(organisation);
        return Tuple.tuple()
                .addArrayOfUUID(ids.toArray(UUID[]::new))
                .addString(personRef)
                .addString(contact.userName().toLowerCase(Locale.ROOT))
                .addBuffer(pads == null ? null : Buffer.buffer(pads.inner()))
                .addBuffer(pads == null ? null : Buffer.buffer(pads.outer()));
    }

    private static List<UUID> ids(List<Due> due) {
        return due.stream().map(Due::id).toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
