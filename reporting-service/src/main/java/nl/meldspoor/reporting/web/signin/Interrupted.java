package nl.meldspoor.reporting.web.signin;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import nl.meldspoor.http.Problem;

/**
 * A form that arrives when the session has ended. What was typed goes back into the page, and nowhere else: one signs in again in
 * another tab and sends it once more. Nothing is lost, nothing is kept on the server.
 */
@ApplicationScoped
class Interrupted {

    private static final int FIELDS_AT_MOST = 100;
    private static final long BYTES_AT_MOST = 256 * 1024;

    @Inject
    SignInPages pages;

    void hold(RoutingContext context) {
        var request = context.request();
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.startsWith("application/x-www-form-urlencoded") || tooLong(request.getHeader(HttpHeaders.CONTENT_LENGTH))) {
            request.resume();
            context.fail(Problem.of(401, "The session has ended.").asException());
            return;
        }
        request.setExpectMultipart(true);
        request.exceptionHandler(context::fail);
        request.endHandler(end -> pages.interrupted(context, fields(request.formAttributes())));
        request.resume();
    }

    private static boolean tooLong(String length) {
        return length == null || length.length() > 9 || Long.parseLong(length) > BYTES_AT_MOST;
    }

    private static List<Map.Entry<String, String>> fields(MultiMap form) {
        return form.entries().stream().limit(FIELDS_AT_MOST).toList();
    }
}
