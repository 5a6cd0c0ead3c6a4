package nl.meldspoor.notifications.settings;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalTime;

/** How one person wants to hear. Times are of Europe/Amsterdam. */
@Entity
@Table(name = "notification_settings")
public class NotificationSettings extends PanacheEntityBase {

    @Id
    @Column(name = "person_ref")
    public String personRef;

    public String language;

    @Column(name = "quiet_from")
    public LocalTime quietFrom;

    @Column(name = "quiet_until")
    public LocalTime quietUntil;

    @Column(name = "digest_at")
    public LocalTime digestAt;

    @Column(name = "mail_on")
    public boolean mailOn;

    /** A {@link Contact}, sealed. */
    @Column(name = "sealed_contact")
    public byte[] sealedContact;

    /** Null for a liaison of Veilig Thuis. */
    public String organisation;

    /** The inbox keys his token opened when he last came. */
    @Column(columnDefinition = "text[]")
    public String[] capacities;

    @Column(columnDefinition = "text[]")
    public String[] roles;

    @Column(name = "updated_at")
    public Instant updatedAt;
}
