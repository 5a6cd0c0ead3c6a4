package nl.meldspoor.reporting.deadlines;

import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.Caller;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.reporting.reach.Reach;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /v1/deadlines/stream}: that something on the caller's board changed, as it happens. */
@Path("/v1/deadlines/stream")
@Tag(name = "Deadlines")
public class DeadlineStreamResource {

    @Inject
    CurrentCaller caller;

    @Inject
    PersonRefs refs;

    @Inject
    DeadlineChanges changes;

    @Inject
    OpenStreams open;

    @Inject
    Clock clock;

    @ConfigProperty(name = "meldspoor.stream.heartbeat", defaultValue = "15s")
    Duration heartbeat;

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "streamDeadlineChanges",
            summary = "That deadlines the caller sees may have changed",
            description = "First an event `started`, then an event `changed`, without content, within about a second after something"
                    + " changed in a case the caller sees: ask GET /deadlines again. A comment every 15 seconds says that the connection"
                    + " lives. It ends when the token expires: come back with a new one, and ask once after `started`. Also ask every few"
                    + " minutes: days pass without an event, and with several instances one does not hear what another projected.")
    @APIResponse(responseCode = "200", description = "The stream")
    @APIResponse(responseCode = "429", description = "The caller has ten streams open")
    @APIResponse(responseCode = "503", description = "This instance has as many streams as it takes")
    public Multi<OutboundSseEvent> stream(@Context Sse sse) {
        Caller who = caller.get();
        Reach reach = Reach.ofCases(who, refs);
        Duration left = Duration.between(clock.instant(), caller.token().expires());
        String person = who.organisation().orElse("") + "|" + who.userName();
        open.enter(person);
        Multi<OutboundSseEvent> heard = changes.heardBy(reach, heartbeat, left.isPositive() ? left : Duration.ofMillis(1))
                .map(said -> event(sse, said));
        // In this order: who is told that it started listens already.
        return Multi.createBy()
                .merging()
                .streams(heard, Multi.createFrom().item(named(sse, "started")))
                .onTermination()
                .invoke(() -> open.leave(person));
    }

    private static OutboundSseEvent event(Sse sse, DeadlineChanges.Heard heard) {
        return switch (heard) {
            case CHANGED -> named(sse, "changed");
            case ALIVE -> sse.newEventBuilder().comment("").build();
        };
    }

    /** An event without data is not delivered by a browser, so there is an empty object. */
    private static OutboundSseEvent named(Sse sse, String name) {
        return sse.newEventBuilder().name(name).data("{}").build();
    }
}
