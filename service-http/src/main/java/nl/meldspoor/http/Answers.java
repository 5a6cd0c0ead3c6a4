package nl.meldspoor.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;

/** Writes a problem straight to the connection, for answers that never reach a resource. */
final class Answers {

    static final String HTML = "text/html;charset=UTF-8";

    private Answers() {}

    static void problem(RoutingContext context, Problem problem, Map<String, String> headers) {
        problem(context, problem, headers, Optional.empty());
    }

    /** @param page what a person sees in place of the JSON */
    static void problem(RoutingContext context, Problem problem, Map<String, String> headers, Optional<String> page) {
        var response = context.response();
        if (response.ended()) {
            return;
        }
        if (response.headWritten()) {
            // Half an answer is out already: only breaking off tells the client that it is not whole.
            context.request().connection().close();
            return;
        }
        response.setStatusCode(problem.status());
        response.headers().remove(HttpHeaders.CONTENT_LENGTH).set(HttpHeaders.CONTENT_TYPE, page.isPresent() ? HTML : Problem.MEDIA_TYPE);
        headers.forEach(response::putHeader);
        if (context.request().method() == HttpMethod.HEAD) {
            response.end();
        } else {
            response.end(page.orElseGet(problem::toJson));
        }
    }

    static void problem(RoutingContext context, Problem problem) {
        problem(context, problem, Map.of());
    }

    static void plain(RoutingContext context, int status) {
        problem(context, Problem.of(status, Statuses.detail(status)));
    }
}
