package nl.meldspoor.reporting.web.overview;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.reporting.web.CurrentVisit;
import nl.meldspoor.reporting.web.Visit;

/** {@code /}: what must be done now, and why. */
@Path("/")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class OverviewPage {

    @CheckedTemplate(basePath = "overview")
    static class Templates {
        static native TemplateInstance overview(Visit visit);

        private Templates() {}
    }

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentVisit visit;

    @GET
    public TemplateInstance show() {
        caller.get();
        return Templates.overview(visit.get());
    }
}
