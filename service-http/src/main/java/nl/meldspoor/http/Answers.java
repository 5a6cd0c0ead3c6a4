package nl.meldspoor.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** Writes a problem straight to the connection, for answers that never reach a resource. */
final class Answers {

    private Answers() {}

    static void problem(RoutingContext context, Problem problem, Map<String, String> headers) {
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
        response.headers().remove(HttpHeaders.CONTENT_LENGTH).set(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        headers.forEach(response::putHeader);
        if (context.request().method() == HttpMethod.HEAD) {
            response.end();
        } else {
            response.end(problem.toJson());
        }
    }

    static void problem(RoutingContext context, Problem problem) {
        problem(context, problem, Map.of());
    }

    static void plain(RoutingContext context, int status) {
        problem(context, Problem.of(status, Statuses.detail(status)));
    }
}
