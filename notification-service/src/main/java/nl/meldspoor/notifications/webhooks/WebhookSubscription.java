package nl.meldspoor.notifications.webhooks;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where an organisation is told by webhook. */
@Entity
@Table(name = "webhook_subscription")
public class WebhookSubscription extends PanacheEntityBase {

    static final String ACTIVE = "ACTIVE";

    @Id
    public UUID id;

    public String organisation;
    public String url;
    public String description;

    /** Kinds of notifications; empty: all. */
    @Column(columnDefinition = "text[]")
    public String[] kinds;

    @Column(columnDefinition = "text[]")
    public String[] routes;

    @Column(name = "created_by_ref")
    public String createdByRef;

    public String state;

    @Column(name = "disabled_reason")
    public String disabledReason;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "deleted_at")
    public Instant deletedAt;

    /** One of the organisation's own; null when there is none. */
    static Uni<WebhookSubscription> of(String organisation, UUID id) {
        return find("id = ?1 and organisation = ?2 and deletedAt is null", id, organisation).firstResult();
    }

    /** The same to be changed: whoever changes it, too, waits, and then finds it as it was left, or gone. */
    static Uni<WebhookSubscription> toChange(String organisation, UUID id) {
        return WebhookSubscription.<WebhookSubscription>find("id = ?1 and organisation = ?2 and deletedAt is null", id, organisation)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** Attempts that were to come later are due now; the order stays. */
    Uni<Void> sendWhatWaits(Instant now) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                """
                                UPDATE webhook_delivery SET next_attempt_at = :now
                                WHERE subscription_id = :subscription AND state = 'WAITING'
                                """)
                        .setParameter("now", now)
                        .setParameter("subscription", id)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** In order of creation, after a place in it. */
    static Uni<List<WebhookSubscription>> pageOf(String organisation, Instant afterCreatedAt, UUID afterId, int limit) {
        return WebhookSubscription.<WebhookSubscription>find(
                        """
                        organisation = ?1 and deletedAt is null and (createdAt > ?2 or createdAt = ?2 and id > ?3)
                        order by createdAt, id
                        """,
                        organisation,
                        afterCreatedAt,
                        afterId)
                .page(0, limit)
                .list();
    }

    /** Who adds one for the organisation, too, waits until this transaction has ended, and then counts this one. */
    static Uni<Long> countToAdd(String organisation) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('webhook_subscription/' || :organisation, 0))",
                                Integer.class)
                        .setParameter("organisation", organisation)
                        .getSingleResult())
                .flatMap(mine -> count("organisation = ?1 and deletedAt is null", organisation));
    }
}
