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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.Csv;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.ShapeErrors;
import nl.meldspoor.reporting.deadlines.CalendarFeedsResource;
import nl.meldspoor.reporting.deadlines.DeadlineList;
import nl.meldspoor.reporting.deadlines.DeadlinesCsv;
import nl.meldspoor.reporting.reach.Reach;
import nl.meldspoor.reporting.web.CurrentVisit;
import nl.meldspoor.reporting.web.Visit;
import nl.meldspoor.terms.AmsterdamDay;

/** The board to take along: as a sheet, and as a calendar that keeps itself up to date. */
@Path("/")
@RunOnVirtualThread
public class BoardFiles {

    private static final int MOST_IN_CSV = 10_000;

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
    PersonRefs refs;

    @Inject
    DeadlineList deadlines;

    @Inject
    CalendarFeedsResource feeds;

    @Inject
    Clock clock;

    /** What the board shows with this filter, without the explanations. */
    @GET
    @Path("deadlines.csv")
    public Response csv(@Context UriInfo uri) {
        Reach reach = Reach.ofCases(caller.get(), refs);
        ShapeErrors errors = new ShapeErrors();
        BoardFilter filter = BoardFilter.read(uri.getQueryParameters(), errors);
        errors.throwIfAny();
        LocalDate today = AmsterdamDay.of(clock.instant());
        var found = deadlines.after(Optional.empty(), filter.asked(), reach, today, MOST_IN_CSV);
        return Response.ok(
                        DeadlinesCsv.of(found.stream()
                                .map(p -> p.deadline().on(today, visits.get().locale()))
                                .toList()),
                        Csv.MEDIA_TYPE + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"meldspoor-deadlines.csv\"")
                .build();
    }

    /** Makes an address for a calendar and shows it, once. */
    @POST
    @Path("deadlines/calendar")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance calendar(@Context UriInfo uri) {
        caller.get();
        var feed = (CalendarFeedsResource.NewFeed) feeds.create().getEntity();
        return Templates.calendar(
                visits.get(),
                uri.getBaseUri().resolve(feed.links().calendar()).toString(),
                AmsterdamDay.of(feed.expiresAt()));
    }
}
