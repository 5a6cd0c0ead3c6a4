package nl.meldspoor.reporting.web.signin;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** The header fields by which a browser guards whoever looks: nothing from elsewhere, nothing in a frame, nothing kept. */
final class PageHeaders {

    /** No inline script, no inline style, no other origin. {@code data:} is for the small pictures in the style sheet. */
    static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    private PageHeaders() {}

    static void ofPage(RoutingContext context) {
        context.response()
                .headers()
                .remove("API-Version")
                .set("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .set("Referrer-Policy", "same-origin")
                .set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()")
                .set("Cross-Origin-Opener-Policy", "same-origin")
                .set("Cross-Origin-Resource-Policy", "same-origin");
    }

    /** The address of a file names its content ({@code ?v=}), so it may be kept for ever. */
    static void ofFile(RoutingContext context) {
        var headers = context.response().headers();
        headers.remove("API-Version").set("Cross-Origin-Resource-Policy", "same-origin");
        if (context.request().query() != null && context.request().query().startsWith("v=")) {
            context.addHeadersEndHandler(done -> {
                if (context.response().getStatusCode() == 200) {
                    headers.set(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
                }
            });
        }
    }
}
