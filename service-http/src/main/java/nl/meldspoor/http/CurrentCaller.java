package nl.meldspoor.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/**
 * The {@link Caller} of the request that is being answered. Works wherever the request scope does: on the event loop, on
 * worker threads and on virtual threads.
 */
@RequestScoped
public class CurrentCaller {

    static final String KEY = "nl.meldspoor.caller";

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
}
