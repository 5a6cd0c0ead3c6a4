package nl.meldspoor.notifications.webhooks;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import nl.meldspoor.notifications.database.Database;
import nl.meldspoor.notifications.delivery.Backoff;
import nl.meldspoor.notifications.seal.ServiceSeal;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The queue of one subscriber, in order: while the first of it does not arrive, the rest waits. A subscriber is leased as a whole, so that
 * no two instances send to it at once. At least once: if the service dies between the answer and noting it, the same goes out again under
 * the same {@code webhook-id}.
 */
@ApplicationScoped
class WebhookRun {

    private static final Logger LOG = Logger.getLogger(WebhookRun.class);
    private static final Duration LEASE = Duration.ofMinutes(3);
    private static final int DELIVERIES_PER_LEASE = 100;
    private static final long TURN_NANOS = Duration.ofSeconds(60).toNanos();

    // A lease or a plan that reaches further than any is made for was made by a clock that was ahead.
    private static final String LEASE_NEXT =
            """
            WITH next AS (
                SELECT s.id FROM webhook_subscription s
                CROSS JOIN LATERAL (SELECT d.next_attempt_at FROM webhook_delivery d
                       WHERE d.subscription_id = s.id AND d.state = 'WAITING' ORDER BY d.place, d.created_at, d.id LIMIT 1) first
                WHERE s.state = 'ACTIVE' AND s.deleted_at IS NULL AND (s.leased_until > $1 AND s.leased_until <= $3) IS NOT TRUE
                  AND (first.next_attempt_at <= $1 OR first.next_attempt_at > $4)
                LIMIT 1
                FOR UPDATE OF s SKIP LOCKED
            )
            UPDATE webhook_subscription s SET leased_until = $2 FROM next WHERE s.id = next.id
            RETURNING s.id, s.url, s.routes
            """;

    private static final String RELEASE = "UPDATE webhook_subscription SET leased_until = NULL WHERE id = $1 AND leased_until = $2";

    private static final String SECRETS =
            """
            SELECT sealed FROM webhook_secret WHERE subscription_id = $1 AND (expires_at IS NULL OR expires_at > $2)
            ORDER BY created_at DESC LIMIT 3
            """;

    // The first that waits, if it is due and the lease is still ours; the attempt counts from here on.
    private static final String TAKE_FIRST =
            """
            WITH first AS (
                SELECT d.id, d.next_attempt_at FROM webhook_delivery d
                WHERE d.subscription_id = $1 AND d.state = 'WAITING' ORDER BY d.place, d.created_at, d.id LIMIT 1
            )
            UPDATE webhook_delivery w SET attempts = w.attempts + 1
            FROM first, outgoing_event e, case_progress c, webhook_subscription s
            WHERE w.id = first.id AND (first.next_attempt_at <= $2 OR first.next_attempt_at > $4) AND e.id = w.event_id AND c.case_id = e.case_id
              AND s.id = w.subscription_id AND s.state = 'ACTIVE' AND s.deleted_at IS NULL AND s.leased_until = $3
            RETURNING w.id, w.attempts, w.next_attempt_at, e.id AS event_id, e.organisation, e.case_id, e.kind, e.position, e.created_at,
                c.accused_unlinked OR NOT e.route = ANY (s.routes) AS may_not_leave
            """;

    // Only under the lease it was sent under: after it another may send.
    private static final String SETTLE =
            """
            UPDATE webhook_delivery w
            SET state = $2, problem = $3, status = $4, took_millis = $5, settled_at = $6
            FROM webhook_subscription s
            WHERE w.id = $1 AND w.state = 'WAITING' AND s.id = w.subscription_id AND s.leased_until = $7
            """;

    // Who asked for an attempt at once, while this one was under way, gets it.
    private static final String TRY_LATER =
            """
            UPDATE webhook_delivery w
            SET problem = $2, status = $3, took_millis = $4,
                next_attempt_at = CASE WHEN w.next_attempt_at = $6 THEN $5 ELSE w.next_attempt_at END
            FROM webhook_subscription s
            WHERE w.id = $1 AND w.state = 'WAITING' AND s.id = w.subscription_id AND s.leased_until = $7
            """;

    private static final String DISABLE =
            "UPDATE webhook_subscription SET state = 'DISABLED', disabled_reason = 'GONE' WHERE id = $1 AND state = 'ACTIVE'";

    /** A subscriber whose turn it is. */
    record Turn(UUID subscription, String url, Instant lease) {}

    /**
     * One that was made.
     *
     * @param planned when it was due
     * @param took in milliseconds
     */
    private record Attempt(Instant at, OffsetDateTime planned, int took) {}

    private final Database database;
    private final WebhookAddress addresses;
    private final WebhookClient client;
    private final ServiceSeal seal;
    private final Clock clock;
    private final String source;
    private final String casesUrl;

    WebhookRun(
            Database database,
            WebhookAddress addresses,
            WebhookClient client,
            ServiceSeal seal,
            Clock clock,
            @ConfigProperty(name = "meldspoor.source", defaultValue = "urn:nld:kvknr:12345678:systeem:meldspoor") String source,
            @ConfigProperty(name = "meldspoor.cases-url", defaultValue = "http://localhost:8081") String casesUrl) {
        this.database = database;
        this.addresses = addresses;
        this.client = client;
        this.seal = seal;
        this.clock = clock;
        this.source = source;
        this.casesUrl = casesUrl;
    }

    /** A subscriber for whom something is due, leased; empty when there is none. */
    Optional<Turn> next() {
        Instant now = now();
        Instant lease = now.plus(LEASE);
        Tuple parameters = Tuple.of(
                moment(now), moment(lease), moment(lease.plus(Backoff.CLOCKS_APART)), moment(now.plus(Backoff.NO_PLAN_IS_LONGER)));
        for (Row row : database.query(LEASE_NEXT, parameters)) {
            return Optional.of(new Turn(row.getUUID("id"), row.getString("url"), lease));
        }
        return Optional.empty();
    }

    /** Sends what is due, in order, until something does not arrive or the turn is over. */
    void serve(Turn turn) {
        try {
            long end = System.nanoTime() + TURN_NANOS;
            int sent = 0;
            while (sent++ < DELIVERIES_PER_LEASE && System.nanoTime() < end && sendFirst(turn)) {
                // the next
            }
        } finally {
            database.query(RELEASE, Tuple.of(turn.subscription(), moment(turn.lease())));
        }
    }

    /** Whether the next may follow. */
    private boolean sendFirst(Turn turn) {
        Instant attemptedAt = now();
        Tuple parameters = Tuple.of(
                turn.subscription(), moment(attemptedAt), moment(turn.lease()), moment(attemptedAt.plus(Backoff.NO_PLAN_IS_LONGER)));
        var rows = database.query(TAKE_FIRST, parameters).iterator();
        if (!rows.hasNext()) {
            return false;
        }
        Row row = rows.next();
        UUID delivery = row.getUUID("id");
        if (row.getBoolean("may_not_leave")) {
            settle(turn, delivery, "SKIPPED", null, null, 0);
            return true;
        }
        OutgoingEvent event = new OutgoingEvent(
                row.getUUID("event_id"),
                row.getString("organisation"),
                row.getUUID("case_id"),
                row.getString("kind"),
                row.getLong("position"),
                row.getOffsetDateTime("created_at").toInstant());
        long from = System.nanoTime();
        WebhookClient.Outcome outcome = send(turn, event);
        int took = (int) Duration.ofNanos(System.nanoTime() - from).toMillis();
        Verdict verdict = Verdict.of(outcome, row.getInteger("attempts"), ThreadLocalRandom.current().nextDouble());
        return note(turn, delivery, outcome, verdict, new Attempt(attemptedAt, row.getOffsetDateTime("next_attempt_at"), took));
    }

    private WebhookClient.Outcome send(Turn turn, OutgoingEvent event) {
        return switch (addresses.judge(turn.url())) {
            case WebhookAddress.Judgement.Refused(String code, String detail) -> new WebhookClient.Outcome.NoAnswer(code);
            case WebhookAddress.Judgement.Allowed allowed -> {
                Instant at = now();
                String body = event.json(source, casesUrl);
                Map<String, String> headers = new LinkedHashMap<>();
                headers.put("Content-Type", OutgoingEvent.MEDIA_TYPE);
                headers.put("User-Agent", "Meldspoor");
                headers.put("webhook-id", event.id().toString());
                headers.put("webhook-timestamp", Long.toString(at.getEpochSecond()));
                headers.put("webhook-signature", WebhookSecrets.signatures(secrets(turn.subscription(), at), event.id(), at, body));
                yield client.post(allowed, headers, body);
            }
        };
    }

    private List<String> secrets(UUID subscription, Instant now) {
        List<String> secrets = new ArrayList<>();
        for (Row row : database.query(SECRETS, Tuple.of(subscription, moment(now)))) {
            secrets.add(WebhookSecret.open(subscription, row.getBuffer("sealed").getBytes(), seal));
        }
        return secrets;
    }

    /** A pause counts from the attempt and not from its end, which may come late from a receiver that says nothing. */
    private boolean note(Turn turn, UUID delivery, WebhookClient.Outcome outcome, Verdict verdict, Attempt attempt) {
        Integer status = outcome instanceof WebhookClient.Outcome.Answered(int code, Optional<Duration> retryAfter) ? code : null;
        return switch (verdict) {
            case Verdict.Delivered d -> {
                settle(turn, delivery, "DELIVERED", null, status, attempt.took());
                yield true;
            }
            case Verdict.TryLater(String problem, Duration pause) -> {
                LOG.infof("webhook not delivered subscription=%s problem=%s", turn.subscription(), problem);
                database.query(
                        TRY_LATER,
                        Tuple.tuple()
                                .addUUID(delivery)
                                .addString(problem)
                                .addInteger(status)
                                .addInteger(attempt.took())
                                .addOffsetDateTime(moment(attempt.at().plus(pause).truncatedTo(ChronoUnit.MILLIS)))
                                .addOffsetDateTime(attempt.planned())
                                .addOffsetDateTime(moment(turn.lease())));
                yield false;
            }
            case Verdict.Dead(String problem) -> {
                LOG.warnf("webhook given up subscription=%s problem=%s", turn.subscription(), problem);
                settle(turn, delivery, "DEAD", problem, status, attempt.took());
                yield true;
            }
            case Verdict.Gone g -> {
                LOG.warnf("webhook subscription disabled subscription=%s problem=GONE", turn.subscription());
                settle(turn, delivery, "DEAD", "GONE", status, attempt.took());
                database.query(DISABLE, Tuple.of(turn.subscription()));
                yield false;
            }
        };
    }

    private void settle(Turn turn, UUID delivery, String state, String problem, Integer status, int took) {
        database.query(
                SETTLE,
                Tuple.tuple()
                        .addUUID(delivery)
                        .addString(state)
                        .addString(problem)
                        .addInteger(status)
                        .addInteger(took)
                        .addOffsetDateTime(moment(now()))
                        .addOffsetDateTime(moment(turn.lease())));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
