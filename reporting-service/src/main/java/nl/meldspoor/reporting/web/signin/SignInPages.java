package nl.meldspoor.reporting.web.signin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import nl.meldspoor.reporting.web.Visit;

/** The pages around signing in. They are answered below the resources, because nobody has signed in yet. */
@ApplicationScoped
class SignInPages {

    @CheckedTemplate(basePath = "shell")
    static class Templates {
        static native TemplateInstance interrupted(Visit visit, String action, List<Map.Entry<String, String>> fields);

        static native TemplateInstance signInFailed(Visit visit, String wayBack);

        static native TemplateInstance sessionEnded(Visit visit);

        private Templates() {}
    }

    /** The session ended before this form arrived: its fields, to be sent again. */
    void interrupted(RoutingContext context, List<Map.Entry<String, String>> fields) {
        answer(context, 401, Templates.interrupted(Visit.of(context), context.request().uri(), fields));
    }

    /** Signing in did not come to an end: a refusal at the identity provider, a link that was kept. From there one begins again. */
    void failed(RoutingContext context, String wayBack) {
        answer(context, 401, Templates.signInFailed(Visit.of(context), wayBack));
    }

    /** A part of a page was asked for after the session ended: the page stays as it is, with what was typed in it, and says so. */
    void sessionEnded(RoutingContext context) {
        context.response().putHeader("HX-Retarget", "#session").putHeader("HX-Reswap", "innerHTML").putHeader("HX-Reselect", "#session-ended");
        answer(context, 401, Templates.sessionEnded(Visit.of(context)));
    }

    private static void answer(RoutingContext context, int status, TemplateInstance page) {
        page.createUni().subscribe().with(
                html -> context.response()
                        .setStatusCode(status)
                        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                        .end(html),
                context::fail);
    }
}
