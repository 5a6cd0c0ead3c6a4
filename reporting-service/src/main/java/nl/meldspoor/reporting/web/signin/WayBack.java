package nl.meldspoor.reporting.web.signin;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import io.quarkus.oidc.Redirect.Location;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.meldspoor.reporting.web.OwnAddress;

/**
 * Where somebody was going when he was sent to the identity provider. Quarkus keeps it in the cookie of the sign-in and brings him there when
 * all goes well. When it does not (he signed in meanwhile in another tab, so that a session is there and the sign-in counts no more; the
 * cookie was too old or is gone; the identity provider gave up) he would be left at the address of the callback. So it is kept a second time,
 * by the state of the sign-in, for as long as the identity provider keeps its form.
 */
@ApplicationScoped
@Unremovable
@Redirect(Location.OIDC_AUTHORIZATION)
class WayBack implements OidcRedirectFilter {

    private static final String COOKIE = "way-back-";
    private static final String ONLY_BELOW = "/sign-in";
    private static final long SECONDS = 30 * 60;
    private static final Pattern STATE = Pattern.compile("[?&]state=([0-9a-fA-F-]{36})(?:&|$)");

    @Override
    public void filter(OidcRedirectContext redirect) {
        HttpServerRequest request = redirect.routingContext().request();
        if (request.method() == HttpMethod.GET) {
            state(redirect.redirectUri())
                    .ifPresent(state -> keep(redirect.routingContext(), state, OwnAddress.of(request.uri()), SECONDS));
        }
    }

    /** The way back of the sign-in that this request ends, once. */
    static Optional<String> take(RoutingContext context) {
        return state(context.request().uri()).flatMap(state -> {
            Cookie cookie = context.request().getCookie(COOKIE + state);
            if (cookie == null) {
                return Optional.empty();
            }
            keep(context, state, "", 0);
            return Optional.of(OwnAddress.of(URLDecoder.decode(cookie.getValue(), StandardCharsets.UTF_8)));
        });
    }

    private static Optional<String> state(String address) {
        var found = STATE.matcher(address);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static void keep(RoutingContext context, String state, String where, long seconds) {
        context.response()
                .addCookie(Cookie.cookie(COOKIE + state, URLEncoder.encode(where, StandardCharsets.UTF_8))
                        .setPath(ONLY_BELOW)
                        .setMaxAge(seconds)
                        .setHttpOnly(true)
                        .setSecure(context.request().isSSL())
                        .setSameSite(CookieSameSite.LAX));
    }
}
