package nl.meldspoor.reporting.web.signin;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.function.BiConsumer;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.Problem;
import nl.meldspoor.http.ProblemException;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/**
 * What happens to a request for a page before any resource sees it: header fields, where a form comes from, who looks. The
 * counterpart of {@code ApiGate}, which has done its part before this one.
 *
 * <p>Who has not signed in is sent to the identity provider and comes back to the address he asked for. A form that arrives after
 * the session ended is not thrown away: see {@link Interrupted}. A part of a page that htmx asks for says so beside the page, which stays.
 */
@ApplicationScoped
class PageGate {

    private static final Logger LOG = Logger.getLogger(PageGate.class);

    /** How Keycloak says that its form was too old, or of a tab in which it was not needed any more. */
    private static final String GAVE_UP = "temporarily_unavailable";

    /** After the header fields of {@code ApiGate} (1000), before Quarkus' authentication (200). */
    private static final int AFTER_API_HEADERS = 900;

    /** After {@code ApiGate} let everything through that is not below {@code /v1} (150). */
    private static final int AFTER_AUTHENTICATION = 140;

    @Inject
    HttpAuthenticator authenticator;

    @Inject
    Interrupted interrupted;

    @Inject
    SignInPages pages;

    void register(@Observes Filters filters) {
        filters.register(this::open, AFTER_API_HEADERS);
        filters.register(this::identify, AFTER_AUTHENTICATION);
    }

    private void open(RoutingContext context) {
        var path = context.request().path();
        if (PagePaths.isFile(path)) {
            PageHeaders.ofFile(context);
        } else if (PagePaths.isPage(path)) {
            PageHeaders.ofPage(context);
            if (!FormOrigin.isOurs(context.request())) {
                context.fail(Problem.of(403, "A form is only taken from these pages themselves.").asException());
                return;
            }
        }
        context.next();
    }

    private void identify(RoutingContext context) {
        var path = context.request().path();
        if (path.equals(PagePaths.FAILED)) {
            fail(context);
            return;
        }
        if (!PagePaths.isPage(path) || PagePaths.isPublic(path)) {
            context.next();
            return;
        }
        // Quarkus would answer a failure itself before it is told here: the way back from the identity provider is one.
        BiConsumer<RoutingContext, Throwable> nothing = (failed, failure) -> {};
        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, nothing);
        Uni<SecurityIdentity> identity = QuarkusHttpUser.getSecurityIdentity(context, null);
        identity.subscribe().with(found -> enter(context, found), failure -> refuse(context, failure));
    }

    private void enter(RoutingContext context, SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken)) {
            signIn(context);
            return;
        }
        try {
            CurrentCaller.enter(context, identity);
        } catch (ProblemException e) {
            context.fail(e);
            return;
        }
        if (context.request().path().equals(PagePaths.CALLBACK)) {
            // He signed in meanwhile, in another tab: this sign-in is not needed any more.
            redirect(context, 302, WayBack.take(context).orElse("/"));
            return;
        }
        context.put(AccessToken.KEY, identity.getCredential(AccessTokenCredential.class).getToken());
        context.next();
    }

    private void refuse(RoutingContext context, Throwable failure) {
        switch (failure) {
            case AuthenticationRedirectException e -> redirect(context, e.getCode(), e.getRedirectUri());
            case AuthenticationCompletionException e -> {
                LOG.warnf("sign-in-failed cause=%s", cause(e));
                pages.failed(context, WayBack.take(context).orElse("/"));
            }
            case AuthenticationFailedException e -> signIn(context);
            default -> {
                LOG.warnf("identity-provider-unavailable cause=%s", cause(failure));
                context.fail(ProblemException.unavailable(2));
            }
        }
    }

    /** To the identity provider and back; but only somebody who looks at a whole page can go there. */
    private void signIn(RoutingContext context) {
        var request = context.request();
        if (request.method() == HttpMethod.POST) {
            interrupted.hold(context);
        } else if (request.getHeader("HX-Request") != null) {
            pages.sessionEnded(context);
        } else if (request.path().equals(PagePaths.CALLBACK)) {
            // What Quarkus kept of this sign-in is gone: from the address he wanted it begins anew. He is known by now, so he sees nothing of it.
            beginAnew(context);
        } else if (looks(context)) {
            authenticator.sendChallenge(context).subscribe().with(
                    done -> {
                        if (!context.response().ended()) {
                            context.response().end();
                        }
                    },
                    failure -> refuse(context, new IllegalStateException(failure)));
        } else {
            context.next();
        }
    }

    /** The identity provider gave up. When it did so because somebody signed in meanwhile or waited too long, the next time it will not. */
    private void fail(RoutingContext context) {
        if (GAVE_UP.equals(context.request().getParam("error"))) {
            beginAnew(context);
        } else {
            pages.failed(context, WayBack.take(context).orElse("/"));
        }
    }

    /** Each way back is taken once, so this cannot go round and round. */
    private void beginAnew(RoutingContext context) {
        WayBack.take(context).ifPresentOrElse(address -> redirect(context, 302, address), () -> pages.failed(context, "/"));
    }

    private static boolean looks(RoutingContext context) {
        var accept = context.request().getHeader(HttpHeaders.ACCEPT);
        var mode = context.request().getHeader("Sec-Fetch-Mode");
        return accept != null && accept.contains("text/html") && (mode == null || mode.equals("navigate"));
    }

    private static void redirect(RoutingContext context, int status, String where) {
        context.response().setStatusCode(status).putHeader(HttpHeaders.LOCATION, where).end();
    }

    private static String cause(Throwable failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getClass().getSimpleName();
    }
}
