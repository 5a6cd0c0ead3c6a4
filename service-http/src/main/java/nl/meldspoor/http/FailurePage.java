package nl.meldspoor.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Tells a failure to somebody who looks with a browser. A service without pages has none, and answers problems only. */
public interface FailurePage {

    /** The HTML that tells this problem; empty when whoever asks is a program, and for everything below {@code /v1}. */
    Optional<String> of(RoutingContext context, Problem problem);
}
