package nl.meldspoor.reporting.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.meldspoor.http.FailurePage;
import nl.meldspoor.http.Problem;
import org.jboss.logging.Logger;

/** Tells people in words what did not work and what they can do now. Programs get the problem itself. */
@ApplicationScoped
class FailurePages implements FailurePage {

    private static final Logger LOG = Logger.getLogger(FailurePages.class);

    @CheckedTemplate(basePath = "shell")
    static class Templates {
        static native TemplateInstance failure(Visit visit, FailureText text, List<String> errors, String correlationId);

        static native TemplateInstance failurePart(Visit visit, FailureText text, String correlationId);

        private Templates() {}
    }

    @Override
    public Optional<String> of(RoutingContext context, Problem problem) {
        var request = context.request();
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        if (request.path().startsWith("/v1/") || request.path().startsWith("/q/")) {
            return Optional.empty();
        }
        try {
            return page(context, problem, accept);
        } catch (TemplateException e) {
            LOG.errorf("failure-page-failed template=%s", e.getOrigin() == null ? "" : e.getOrigin().getTemplateId());
            return Optional.empty();
        }
    }

    private static Optional<String> page(RoutingContext context, Problem problem, String accept) {
        var visit = Visit.of(context);
        var text = FailureText.of(visit, problem.status());
        var correlationId = String.valueOf(problem.extensions().getOrDefault("correlationId", ""));
        if (context.request().getHeader("HX-Request") != null) {
            return Optional.of(Templates.failurePart(visit, text, correlationId).render());
        }
        if (accept == null || !accept.contains("text/html")) {
            return Optional.empty();
        }
        return Optional.of(Templates.failure(visit, text, parameters(problem), correlationId).render());
    }

    /** The parameters of the address that were not understood, by name; never their values. */
    private static List<String> parameters(Problem problem) {
        if (!(problem.extensions().get("errors") instanceof List<?> errors)) {
            return List.of();
        }
        return errors.stream()
                .filter(Map.class::isInstance)
                .map(error -> String.valueOf(((Map<?, ?>) error).get("pointer")))
                .filter(pointer -> pointer.startsWith("?"))
                .map(pointer -> pointer.substring(1))
                .toList();
    }
}
