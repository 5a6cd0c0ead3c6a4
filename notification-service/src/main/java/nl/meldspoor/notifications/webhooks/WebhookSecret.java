package nl.meldspoor.notifications.webhooks;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.meldspoor.notifications.seal.ServiceSeal;

/** A secret by which a subscriber knows that it is us; shown once, then only sealed. */
@Entity
@Table(name = "webhook_secret")
public class WebhookSecret extends PanacheEntityBase {

    @Id
    public UUID id;

    @Column(name = "subscription_id")
    public UUID subscriptionId;

    public byte[] sealed;

    @Column(name = "created_at")
    public Instant createdAt;

    /** Null: until it is replaced. */
    @Column(name = "expires_at")
    public Instant expiresAt;

    static WebhookSecret of(UUID subscriptionId, String secret, ServiceSeal seal, Instant now) {
        WebhookSecret row = new WebhookSecret();
        row.id = UUID.randomUUID();
        row.subscriptionId = subscriptionId;
        row.sealed = seal.seal(owner(subscriptionId), secret);
        row.createdAt = now;
        return row;
    }

    static String open(UUID subscriptionId, byte[] sealed, ServiceSeal seal) {
        return seal.open(owner(subscriptionId), sealed);
    }

    private static String owner(UUID subscriptionId) {
        return "webhook|" + subscriptionId;
    }
}
