package nl.meldspoor.reporting.web.signin;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Set;

/**
 * Whether a request that changes something was made by one of our own pages. The browser says so itself ({@code Sec-Fetch-Site}, or
 * {@code Origin} in older ones) and no other site can make it say otherwise; a request that says neither is refused. Beside it the
 * session cookie is {@code SameSite=Lax}. There is no token in the form: it would be lost with the session, and what somebody typed
 * with it.
 */
final class FormOrigin {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private FormOrigin() {}

    static boolean isOurs(HttpServerRequest request) {
        if (READING.contains(request.method())) {
            return true;
        }
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        var origin = request.getHeader("Origin");
        return origin != null && request.authority() != null && request.authority().toString().equals(authority(origin));
    }

    private static String authority(String origin) {
        try {
            return URI.create(origin).getAuthority();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
