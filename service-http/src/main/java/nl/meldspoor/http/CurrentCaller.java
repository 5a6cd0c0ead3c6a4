package nl.meldspoor.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The {@link Caller} of the request that is being answered. Works wherever the request scope does: on the event loop, on
 * worker threads and on virtual threads.
 */
@RequestScoped
public class CurrentCaller {

    static final String KEY = "nl.meldspoor.caller";
    static final String TOKEN = "nl.meldspoor.token";

    @Inject
    CurrentVertxRequest request;

    /** Who asks. There always is one below {@code /v1}: {@link ApiGate} let nobody else through. */
    public Caller get() {
        var context = request.getCurrent();
        Caller caller = context == null ? null : context.get(KEY);
        if (caller == null) {
            throw Problem.of(401, Statuses.detail(401)).asException().withHeader("WWW-Authenticate", "Bearer");
        }
        return caller;
    }

    /** What else the token of the request says; below {@code /v1}. */
    public TokenFacts token() {
        get();
        return request.getCurrent().get(TOKEN);
    }

    /** Who asks, if that is known by now: for what lies below resources, such as a page that says that something failed. */
    public static Optional<Caller> of(RoutingContext context) {
        return Optional.ofNullable(context.get(KEY));
    }

    /**
     * Lets somebody in who signed in another way than by a bearer token: by the session of the web pages. Throws 403 when the
     * token does not say whose it is.
     */
    public static Caller enter(RoutingContext context, SecurityIdentity identity) {
        var roles = EnumSet.noneOf(Role.class);
        identity.getRoles().forEach(name -> Role.of(name).ifPresent(roles::add));
        var caller = CallerClaims.read((JsonWebToken) identity.getPrincipal(), roles);
        context.put(KEY, caller);
        return caller;
    }
}
