package nl.meldspoor.reporting.web.signin;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import nl.meldspoor.http.Problem;

/** The visitor's own access token, for what the pages ask of the other services. It never reaches the browser unsealed. */
@RequestScoped
public class AccessToken {

    static final String KEY = "nl.meldspoor.access-token";

    @Inject
    CurrentVertxRequest request;

    /** The token; 401 when nobody signed in. */
    public String get() {
        String token = request.getCurrent() == null ? null : request.getCurrent().get(KEY);
        if (token == null) {
            throw Problem.of(401, "Nobody has signed in.").asException();
        }
        return token;
    }
}
