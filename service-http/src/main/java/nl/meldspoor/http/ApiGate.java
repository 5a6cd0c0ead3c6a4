package nl.meldspoor.http;

import com.github.benmanes.caffeine.cache.Ticker;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What happens to a request below {@code /v1} before any resource sees it, in the order of {@code api.md}: security header
 * fields, trailing slash (404), body too long (413), media type (415), token (401), claims (403).
 *
 * <p>Quarkus' own answers at this level have an empty body or are HTML, and authentication would come before the body is looked
 * at; hence filters on the Vert.x router.
 */
@ApplicationScoped
class ApiGate {

    private static final String BASE = "/v1/";
    private static final String DESCRIPTION = "/v1/openapi";
    private static final String BEARER = "Bearer ";

    /** Before everything of Quarkus (cross-origin 300, authentication 200, authorisation 100). */
    private static final int FIRST = 1_000;

    /** Just after Quarkus has put the deferred identity into the request. */
    private static final int AFTER_AUTHENTICATION = 150;

    @ConfigProperty(name = "meldspoor.api-version", defaultValue = "1.0.0")
    String apiVersion;

    /** Paths to read whose address itself is the secret, as a regular expression; nobody's when empty. */
    @ConfigProperty(name = "meldspoor.http.without-token")
    Optional<Pattern> withoutToken;

    @Inject
    @Any
    Instance<FailurePage> pages;

    private final VerifiedTokens tokens = new VerifiedTokens(Clock.systemUTC(), Ticker.systemTicker());

    void register(@Observes Filters filters) {
        filters.register(this::open, FIRST);
        filters.register(this::identify, AFTER_AUTHENTICATION);
    }

    void failures(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE + 1).failureHandler(this::failed);
        for (var status : new int[] {400, 404, 405, 406, 408, 413, 414, 415, 500, 503}) {
            router.errorHandler(status, this::failed);
        }
    }

    private void open(RoutingContext context) {
        var headers = context.response().headers();
        headers.set("API-Version", apiVersion)
                .set(HttpHeaders.CACHE_CONTROL, "no-store")
                .set("Content-Security-Policy", "frame-ancestors 'none'")
                .set("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
                .set("X-Content-Type-Options", "nosniff")
                .set("X-Frame-Options", "DENY");
        var path = context.request().path();
        if (isDescription(path)) {
            context.addHeadersEndHandler(done -> context.response()
                    .headers()
                    .set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*"));
        }
        if (!path.startsWith(BASE)) {
            context.next();
        } else if (path.endsWith("/") || path.contains("//")) {
            Answers.plain(context, 404);
        } else {
            Bodies.read(context, context::next);
        }
    }

    private void identify(RoutingContext context) {
        var path = context.request().path();
        if (!path.startsWith(BASE) || isDescription(path) || isSecretAddress(context)) {
            context.next();
            return;
        }
        var known = bearer(context).flatMap(tokens::find);
        if (known.isPresent()) {
            context.put(CurrentCaller.KEY, known.get().caller());
            context.put(CurrentCaller.TOKEN, known.get().token());
            context.next();
            return;
        }
        Uni<SecurityIdentity> identity = QuarkusHttpUser.getSecurityIdentity(context, null);
        identity.subscribe().with(found -> enter(context, found), failure -> refuse(context, failure));
    }

    /** The token of a request that carries one, and nothing else to sign in with. */
    private static Optional<String> bearer(RoutingContext context) {
        var given = context.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        return given.size() == 1 && given.getFirst().regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(given.getFirst().substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private void enter(RoutingContext context, SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            answer(context, Failures.unauthorized(false));
            return;
        }
        try {
            var caller = CallerClaims.read(token);
            tokens.verified(token, caller);
            context.put(CurrentCaller.KEY, caller);
            context.put(CurrentCaller.TOKEN, TokenFacts.of(token));
        } catch (ProblemException e) {
            answer(context, Failures.answer(e));
            return;
        }
        context.next();
    }

    private void refuse(RoutingContext context, Throwable failure) {
        if (failure instanceof AuthenticationFailedException) {
            answer(context, Failures.unauthorized(true));
        } else {
            // The identity provider cannot be asked: that says nothing about the token.
            answer(context, Failures.unavailable());
        }
    }

    private void failed(RoutingContext context) {
        var failure = context.failure();
        if (failure != null && context.statusCode() < 400 || failure != null && context.statusCode() == 500) {
            answer(context, Failures.answer(failure));
        } else {
            answer(context, Failures.plain(context.statusCode() < 400 ? 500 : context.statusCode()));
        }
    }

    private void answer(RoutingContext context, Failures.Answer answer) {
        var page = pages.stream().findFirst().flatMap(p -> p.of(context, answer.problem()));
        Answers.problem(context, answer.problem(), answer.headers(), page);
    }

    private boolean isSecretAddress(RoutingContext context) {
        var request = context.request();
        return (request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD)
                && withoutToken.map(p -> p.matcher(request.path()).matches()).orElse(false);
    }

    private static boolean isDescription(String path) {
        return path.equals(DESCRIPTION) || path.equals(DESCRIPTION + ".json") || path.equals(DESCRIPTION + ".yaml")
                || path.equals(DESCRIPTION + ".yml");
    }
}
