package nl.meldspoor.notifications.webhooks;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.Caller;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.Cursor;
import nl.meldspoor.http.Page;
import nl.meldspoor.http.Problem;
import nl.meldspoor.http.ProblemException;
import nl.meldspoor.http.Role;
import nl.meldspoor.http.ShapeErrors;
import nl.meldspoor.notifications.database.DatabaseFailure;
import nl.meldspoor.notifications.seal.ServiceSeal;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The webhook subscriptions of the caller's organisation: for its board and its integrations. */
@Path("/v1/webhook-subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
public class WebhookSubscriptionsResource {

    private static final int PER_ORGANISATION = 20;
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final Duration OLD_SECRET_SIGNS = Duration.ofHours(24);

    /** A new secret, and how long the old one signs beside it. */
    @Schema(name = "WebhookSecret")
    public record NewSecret(String secret, Instant previousSignsUntil) {}

    private final CurrentCaller caller;
    private final PersonRefs refs;
    private final WebhookAddress addresses;
    private final ServiceSeal seal;
    private final Clock clock;
    private final boolean httpAllowed;
    private final ExecutorService lookups = Executors.newVirtualThreadPerTaskExecutor();

    WebhookSubscriptionsResource(
            CurrentCaller caller,
            PersonRefs refs,
            WebhookAddress addresses,
            ServiceSeal seal,
            Clock clock,
            @ConfigProperty(name = "meldspoor.webhooks.allow-http", defaultValue = "false") boolean httpAllowed) {
        this.caller = caller;
        this.refs = refs;
        this.addresses = addresses;
        this.seal = seal;
        this.clock = clock;
        this.httpAllowed = httpAllowed;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createWebhookSubscription",
            summary = "Subscribes a system of the organisation",
            description = "Thin CloudEvents (NL GOV profile), signed after Standard Webhooks. At least once: drop doubles by webhook-id. The"
                    + " secret stands in this answer only.")
    @APIResponse(
            responseCode = "201",
            description = "The subscription with its secret",
            content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    @APIResponse(responseCode = "400", description = "All that is wrong with it")
    @APIResponse(responseCode = "409", description = "The organisation has as many as it can have")
    public Uni<Response> create(byte[] body) {
        Caller who = manager();
        String organisation = who.requireOrganisation();
        SubscriptionBody sent = SubscriptionBody.read(body, httpAllowed, who.has(Role.BOARD));
        Instant now = now();
        WebhookSubscription subscription = new WebhookSubscription();
        subscription.id = UUID.randomUUID();
        subscription.organisation = organisation;
        subscription.url = sent.url();
        subscription.description = sent.description();
        subscription.kinds = sent.kinds().toArray(String[]::new);
        subscription.routes = sent.routes().toArray(String[]::new);
        subscription.createdByRef = refs.person(organisation, who.userName());
        subscription.state = WebhookSubscription.ACTIVE;
        subscription.createdAt = now;
        String secret = WebhookSecrets.fresh();
        WebhookSecret row = WebhookSecret.of(subscription.id, secret, seal, now);
        return available(judged(sent.url())
                .flatMap(judgement -> Panache.withTransaction(() -> WebhookSubscription.countToAdd(organisation)
                        .flatMap(count -> count >= PER_ORGANISATION
                                ? Uni.createFrom().failure(full())
                                : subscription.persist().flatMap(s -> row.persist()))))
                .map(done -> Response.created(URI.create("/v1/webhook-subscriptions/" + subscription.id))
                        .entity(SubscriptionView.of(subscription, secret))
                        .build()));
    }

    @GET
    @Operation(operationId = "listWebhookSubscriptions", summary = "The subscriptions of the organisation, oldest first")
    @APIResponse(responseCode = "200", description = "A page of subscriptions")
    public Uni<Page<SubscriptionView>> list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        String organisation = manager().requireOrganisation();
        Page.Request request = Page.request(limit, cursor, 2);
        Instant after = request.cursor().map(c -> Instant.ofEpochMilli(c.number(0))).orElse(Instant.EPOCH);
        UUID afterId = request.cursor().map(c -> c.uuid(1)).orElse(new UUID(0, 0));
        return available(Panache.withSession(() -> WebhookSubscription.pageOf(organisation, after, afterId, request.fetch()))
                .map(found -> Page.of(
                        found.stream().map(s -> SubscriptionView.of(s, null)).toList(),
                        request,
                        view -> Cursor.of(view.createdAt().toEpochMilli(), view.id().toString()))));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getWebhookSubscription", summary = "One subscription")
    @APIResponse(responseCode = "200", description = "The subscription, without its secret")
    @APIResponse(responseCode = "404", description = "The organisation has no such subscription")
    public Uni<SubscriptionView> get(@PathParam("id") String id) {
        String organisation = manager().requireOrganisation();
        UUID subscription = uuid(id);
        return available(Panache.withSession(() -> WebhookSubscription.of(organisation, subscription))
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .map(found -> SubscriptionView.of(found, null)));
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "deleteWebhookSubscription", summary = "Ends a subscription; what waits is not sent any more")
    @APIResponse(responseCode = "204", description = "It is ended")
    @APIResponse(responseCode = "404", description = "The organisation has no such subscription")
    public Uni<Void> delete(@PathParam("id") String id) {
        return changed(id, subscription -> {
            subscription.deletedAt = now();
            return WebhookSecret.delete("subscriptionId", subscription.id).replaceWithVoid();
        });
    }

    @POST
    @Path("{id}/activations")
    @Operation(
            operationId = "activateWebhookSubscription",
            summary = "Goes on with a subscription that was disabled, or that waits to try again",
            description = "For a receiver that is back: what waits is sent now, in order, however long the pause before the next attempt was.")
    @APIResponse(responseCode = "204", description = "It is active; what waited is sent now")
    @APIResponse(responseCode = "404", description = "The organisation has no such subscription")
    public Uni<Void> activate(@PathParam("id") String id) {
        return changed(id, subscription -> {
            subscription.state = WebhookSubscription.ACTIVE;
            subscription.disabledReason = null;
            return subscription.sendWhatWaits(now());
        });
    }

    @POST
    @Path("{id}/secrets")
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Gives a new secret; for a day the old one signs beside it",
            description = "The secret stands in this answer only.")
    @APIResponse(
            responseCode = "201",
            description = "The new secret",
            content = @Content(schema = @Schema(implementation = NewSecret.class)))
    @APIResponse(responseCode = "404", description = "The organisation has no such subscription")
    public Uni<Response> rotate(@PathParam("id") String id) {
        String secret = WebhookSecrets.fresh();
        Instant now = now();
        Instant until = now.plus(OLD_SECRET_SIGNS);
        return changed(id, subscription -> WebhookSecret.delete("subscriptionId = ?1 and expiresAt is not null", subscription.id)
                        .flatMap(old -> WebhookSecret.update(
                                "expiresAt = ?1 where subscriptionId = ?2 and expiresAt is null", until, subscription.id))
                        .flatMap(replaced -> WebhookSecret.of(subscription.id, secret, seal, now).persist())
                        .replaceWithVoid())
                .map(done -> Response.status(201).entity(new NewSecret(secret, until)).build());
    }

    private Uni<Void> changed(String id, java.util.function.Function<WebhookSubscription, Uni<Void>> change) {
        String organisation = manager().requireOrganisation();
        UUID subscription = uuid(id);
        return available(Panache.withTransaction(() -> WebhookSubscription.toChange(organisation, subscription)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .flatMap(found -> change.apply(found))));
    }

    /** Waits for DNS on a thread that may wait, and comes back to where Hibernate may be asked. */
    private Uni<WebhookAddress.Judgement> judged(String url) {
        Context here = Vertx.currentContext();
        return Uni.createFrom()
                .item(() -> addresses.judge(url))
                .runSubscriptionOn(lookups)
                .emitOn(next -> here.runOnContext(nothing -> next.run()))
                .invoke(judgement -> {
                    if (judgement instanceof WebhookAddress.Judgement.Refused(String code, String detail)) {
                        throw ShapeErrors.one("#/url", detail);
                    }
                });
    }

    private Caller manager() {
        Caller who = caller.get();
        who.requireAny(Role.BOARD, Role.INTEGRATION);
        return who;
    }

    private static ProblemException full() {
        return Problem.of(
                        "urn:meldspoor:webhook-limit",
                        409,
                        "Conflict",
                        "The organisation has " + PER_ORGANISATION + " subscriptions, which is as many as it can have.")
                .asException();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }

    private static <T> Uni<T> available(Uni<T> answer) {
        return answer.onFailure(e -> !(e instanceof ProblemException) && DatabaseFailure.passes(e))
                .transform(e -> ProblemException.unavailable(RETRY_AFTER_SECONDS));
    }
}
