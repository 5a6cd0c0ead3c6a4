package nl.meldspoor.notifications.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.Problem;
import nl.meldspoor.http.ProblemException;
import nl.meldspoor.http.ShapeErrors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The inbox as it fills: server-sent events. */
@Path("/v1/notifications/stream")
@Startup
@Tag(name = "Notifications")
public class InboxStreamResource {

    private static final int STREAMS_PER_READER = 10;
    private static final int RETRY_AFTER_SECONDS = 30;

    private final Readers readers;
    private final Inbox inbox;
    private final Arrivals arrivals;
    private final Clock clock;
    private final CurrentCaller caller;
    private final Duration heartbeat;
    private final int streamsAtMost;
    private final ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor();

    InboxStreamResource(
            Readers readers,
            Inbox inbox,
            Arrivals arrivals,
            Clock clock,
            CurrentCaller caller,
            MeterRegistry registry,
            @ConfigProperty(name = "meldspoor.stream.heartbeat", defaultValue = "15s") Duration heartbeat,
            @ConfigProperty(name = "meldspoor.stream.at-most", defaultValue = "1000") int streamsAtMost) {
        this.readers = readers;
        this.inbox = inbox;
        this.arrivals = arrivals;
        this.clock = clock;
        this.caller = caller;
        this.heartbeat = heartbeat;
        this.streamsAtMost = streamsAtMost;
        Gauge.builder("meldspoor.notifications.streams", arrivals, Arrivals::waiting).register(registry);
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "streamNotifications",
            summary = "The caller's notifications as they arrive",
            description = "First an event `started` (its id is a place to resume from, its data how much is unread), then an event"
                    + " `notification` for each that arrives. A comment every 15 seconds says that the connection lives. It ends when"
                    + " the token expires: come back with a new one and the last id in Last-Event-ID; nothing is missed.")
    @APIResponse(responseCode = "200", description = "The stream")
    @APIResponse(responseCode = "400", description = "Last-Event-ID is none of ours, or On-Behalf-Of is wrong")
    @APIResponse(responseCode = "429", description = "The caller has ten streams open")
    @APIResponse(responseCode = "503", description = "This instance has as many streams as it takes")
    public Multi<OutboundSseEvent> stream(
            @Parameter(description = "The id of the last event that was received") @HeaderParam("Last-Event-ID") String lastEventId,
            @Parameter(description = "For role integration: the person acted for") @HeaderParam("On-Behalf-Of") String behalfOf,
            @Context Sse sse) {
        Reader reader = readers.of(behalfOf);
        Place from = lastEventId == null || lastEventId.isBlank() ? null : place(lastEventId);
        InboxStream stream = new InboxStream(reader, inbox, arrivals, clock, from, caller.token().expires(), heartbeat);
        admit(stream);
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom().item(stream::next).runSubscriptionOn(waiting))
                .until(step -> step instanceof InboxStream.Step.Ended)
                .onItem()
                .transformToIterable(step -> events(step, sse))
                .onTermination()
                .invoke(stream::close);
    }

    private void admit(InboxStream stream) {
        switch (arrivals.add(stream, STREAMS_PER_READER, streamsAtMost)) {
            case TAKEN -> {}
            case NONE_FOR_THE_READER -> throw Problem.of(429, "As many streams as one person can have are open: close one.").asException();
            case NONE -> throw ProblemException.unavailable(RETRY_AFTER_SECONDS);
        }
    }

    private static Place place(String lastEventId) {
        return Place.parse(lastEventId)
                .orElseThrow(() -> new ShapeErrors()
                        .addHeader("Last-Event-ID", "This is not an id that was given out here.")
                        .asProblem()
                        .asException());
    }

    private static List<OutboundSseEvent> events(InboxStream.Step step, Sse sse) {
        return switch (step) {
            case InboxStream.Step.Started(Place place, Unread unread) ->
                List.of(event(sse, "started", place, Unread.class, unread));
            case InboxStream.Step.Arrived(List<Inbox.Placed> notifications) ->
                notifications.stream()
                        .map(n -> event(sse, "notification", n.place(), InboxItem.class, n.item()))
                        .toList();
            case InboxStream.Step.Silence s -> List.of(sse.newEventBuilder().comment("").build());
            case InboxStream.Step.Ended e -> List.of();
        };
    }

    private static <T> OutboundSseEvent event(Sse sse, String name, Place place, Class<T> type, T data) {
        return sse.newEventBuilder()
                .name(name)
                .id(place.toString())
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(type, data)
                .build();
    }
}
