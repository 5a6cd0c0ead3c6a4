package nl.meldspoor.reporting.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** The {@link Visit} of the request that is being answered. */
@RequestScoped
public class CurrentVisit {

    @Inject
    CurrentVertxRequest request;

    public Visit get() {
        return Visit.of(request.getCurrent());
    }
}
