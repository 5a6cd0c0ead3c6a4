package nl.meldspoor.notifications.settings;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import nl.meldspoor.http.Caller;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.ProblemException;
import nl.meldspoor.http.Role;
import nl.meldspoor.notifications.database.DatabaseFailure;
import nl.meldspoor.notifications.inbox.Reader;
import nl.meldspoor.notifications.inbox.Readers;
import nl.meldspoor.notifications.seal.ServiceSeal;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own settings; nobody reads or changes those of another. */
@Path("/v1/notification-settings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Settings")
public class SettingsResource {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final int RETRY_AFTER_SECONDS = 5;

    private final Readers readers;
    private final CurrentCaller caller;
    private final ServiceSeal seal;
    private final Clock clock;
    private final boolean mailAvailable;
    private final List<String> allowedDomains;

    SettingsResource(
            Readers readers,
            CurrentCaller caller,
            ServiceSeal seal,
            Clock clock,
            @ConfigProperty(name = "meldspoor.mail.enabled", defaultValue = "false") boolean mailAvailable,
            @ConfigProperty(name = "meldspoor.mail.allowed-domains") Optional<List<String>> allowedDomains) {
        this.readers = readers;
        this.caller = caller;
        this.seal = seal;
        this.clock = clock;
        this.mailAvailable = mailAvailable;
        this.allowedDomains = allowedDomains.orElse(List.of());
    }

    @GET
    @Operation(operationId = "getNotificationSettings", summary = "How the caller wants to hear")
    @APIResponse(
            responseCode = "200",
            description = "The settings; those of a person who never set any",
            content = @Content(schema = @Schema(implementation = SettingsView.class)))
    public Uni<SettingsView> get() {
        Reader reader = reader();
        return available(Panache.withSession(() -> NotificationSettings.<NotificationSettings>findById(reader.ref()))
                .map(found -> found == null ? untouched() : view(found)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putNotificationSettings",
            summary = "Sets how the caller wants to hear",
            description = "The address is stored sealed. Without one the claim email of the token is taken. Mail says only that something"
                    + " waits, and where.")
    @APIResponse(
            responseCode = "200",
            description = "The settings as they are now",
            content = @Content(schema = @Schema(implementation = SettingsView.class)))
    @APIResponse(responseCode = "400", description = "All that is wrong with them")
    public Uni<SettingsView> put(
            @RequestBody(content = @Content(schema = @Schema(implementation = SettingsView.class))) byte[] body) {
        Reader reader = reader();
        Caller who = caller.get();
        SettingsBody sent = SettingsBody.read(body, caller.token().email(), allowedDomains);
        NotificationSettings settings = new NotificationSettings();
        settings.personRef = reader.ref();
        settings.language = sent.language();
        settings.quietFrom = sent.quietFrom();
        settings.quietUntil = sent.quietUntil();
        settings.digestAt = sent.digestAt();
        settings.mailOn = sent.mailOn();
        settings.sealedContact = new Contact(sent.address(), who.userName()).sealed(seal, reader.ref());
        settings.organisation = who.organisation().orElse(null);
        settings.capacities = reader.keys().toArray(String[]::new);
        settings.roles = reader.roles().toArray(String[]::new);
        settings.updatedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        // Two first times at once: one of them finds the other's row the second time.
        return available(Panache.withTransaction(() -> Panache.getSession().flatMap(session -> session.merge(settings)))
                .onFailure(PersistenceException.class)
                .retry()
                .atMost(2)
                .map(this::view));
    }

    /** An integration has no mailbox: people set their own. */
    private Reader reader() {
        if (caller.get().has(Role.INTEGRATION)) {
            throw ProblemException.forbidden("Settings belong to a person: an integration has none.");
        }
        return readers.of(null);
    }

    private SettingsView untouched() {
        return new SettingsView("nl", null, "08:00", new SettingsView.Email(false, null, mailAvailable));
    }

    private SettingsView view(NotificationSettings settings) {
        Contact contact = Contact.open(seal, settings.personRef, settings.sealedContact);
        return new SettingsView(
                settings.language,
                settings.quietFrom == null ? null : new SettingsView.QuietHours(text(settings.quietFrom), text(settings.quietUntil)),
                text(settings.digestAt),
                new SettingsView.Email(settings.mailOn, contact.address(), mailAvailable));
    }

    private static String text(LocalTime time) {
        return time == null ? null : TIME.format(time);
    }

    private static <T> Uni<T> available(Uni<T> answer) {
        return answer.onFailure(DatabaseFailure::passes).transform(e -> ProblemException.unavailable(RETRY_AFTER_SECONDS));
    }
}
