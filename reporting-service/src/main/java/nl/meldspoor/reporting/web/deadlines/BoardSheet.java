package nl.meldspoor.reporting.web.deadlines;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.Csv;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.ShapeErrors;
import nl.meldspoor.reporting.deadlines.DeadlineList;
import nl.meldspoor.reporting.deadlines.DeadlinesCsv;
import nl.meldspoor.reporting.reach.Reach;
import nl.meldspoor.reporting.web.CurrentVisit;
import nl.meldspoor.terms.AmsterdamDay;

/** The board to take along as a sheet: what it shows with this filter, without the explanations. */
@Path("/deadlines.csv")
@RunOnVirtualThread
public class BoardSheet {

    private static final int MOST_IN_CSV = 10_000;

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentVisit visits;

    @Inject
    PersonRefs refs;

    @Inject
    DeadlineList deadlines;

    @Inject
    Clock clock;

    @GET
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
}
