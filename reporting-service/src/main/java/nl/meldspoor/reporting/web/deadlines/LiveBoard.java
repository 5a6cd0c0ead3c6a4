package nl.meldspoor.reporting.web.deadlines;

import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Locale;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.reporting.deadlines.DeadlineChanges;
import nl.meldspoor.reporting.reach.Reach;

/**
 * {@code /deadlines/live}: {@code /v1/deadlines/stream} for the page, which knows no token but a session. The page then asks for itself again;
 * every minute it does so anyway.
 */
@Path("/deadlines/live")
public class LiveBoard {

    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    /** A session is looked at again after this: the browser comes back by itself. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    @Inject
    CurrentCaller caller;

    @Inject
    PersonRefs refs;

    @Inject
    DeadlineChanges changes;

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<String> listen() {
        return changes.heardBy(Reach.ofCases(caller.get(), refs), HEARTBEAT, LONGEST).map(heard -> heard.name().toLowerCase(Locale.ROOT));
    }
}
