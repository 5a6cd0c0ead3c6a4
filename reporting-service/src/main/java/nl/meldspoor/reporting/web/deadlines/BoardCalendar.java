package nl.meldspoor.reporting.web.deadlines;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.LocalDate;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.reporting.deadlines.CalendarFeedsResource;
import nl.meldspoor.reporting.web.CurrentVisit;
import nl.meldspoor.reporting.web.Visit;
import nl.meldspoor.terms.AmsterdamDay;

/** {@code /deadlines/calendar}: makes an address for somebody's own calendar, and shows it, once. */
@Path("/deadlines/calendar")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class BoardCalendar {

    @CheckedTemplate(basePath = "deadlines")
    static class Templates {
        static native TemplateInstance calendar(Visit visit, String address, LocalDate ends);

        private Templates() {}
    }

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentVisit visits;

    @Inject
    CalendarFeedsResource feeds;

    @POST
    public TemplateInstance make(@Context UriInfo uri) {
        caller.get();
        var feed = (CalendarFeedsResource.NewFeed) feeds.create().getEntity();
        return Templates.calendar(
                visits.get(),
                uri.getBaseUri().resolve(feed.links().calendar()).toString(),
                AmsterdamDay.of(feed.expiresAt()));
    }

    /** Who comes here by the address finds the button. */
    @GET
    public Response button() {
        caller.get();
        return Response.seeOther(URI.create("/deadlines")).build();
    }
}
