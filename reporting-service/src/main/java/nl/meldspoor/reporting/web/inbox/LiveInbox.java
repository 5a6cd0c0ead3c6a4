package nl.meldspoor.reporting.web.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.ProblemException;
import nl.meldspoor.reporting.web.Place;
import nl.meldspoor.reporting.web.peers.NotificationService;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * {@code /inbox/live}: how much is unread, each time that it may have changed. The same origin as the pages, so that the token stays
 * on the server; one connection to the notification-service each, so there is a bound. Whoever finds none asks once a minute.
 */
@Path("/inbox/live")
@Startup
public class LiveInbox {

    private static final int RETRY_AFTER_SECONDS = 60;

    private final CurrentCaller caller;
    private final NotificationService notifications;
    private final Seats seats;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    LiveInbox(
            CurrentCaller caller,
            NotificationService notifications,
            MeterRegistry registry,
            @ConfigProperty(name = "meldspoor.web.live-at-most", defaultValue = "500") int atMost,
            @ConfigProperty(name = "meldspoor.web.live-each-at-most", defaultValue = "6") int eachAtMost) {
        this.caller = caller;
        this.notifications = notifications;
        this.seats = new Seats(atMost, eachAtMost);
        Gauge.builder("meldspoor.web.live", seats, Seats::taken).register(registry);
    }

    @GET
    @RunOnVirtualThread
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> listen(@Context Sse sse) {
        var who = caller.get();
        if (!Place.INBOX.isFor(who)) {
            throw ProblemException.forbidden("This role has no inbox.");
        }
        var seat = seats.take(who.userName()).orElseThrow(() -> ProblemException.unavailable(RETRY_AFTER_SECONDS));
        var bearer = notifications.bearer();
        return Multi.createFrom()
                .<LiveCount.Said>emitter(
                        emitter -> threads.execute(() -> new LiveCount(notifications, bearer, emitter).run()), BackPressureStrategy.LATEST)
                .map(said -> event(sse, said))
                .onTermination()
                .invoke(seat::close);
    }

    private static OutboundSseEvent event(Sse sse, LiveCount.Said said) {
        return switch (said) {
            case LiveCount.Said.Count(long unread) ->
                sse.newEventBuilder().name("count").data(Long.toString(unread)).build();
            case LiveCount.Said.Nothing nothing -> sse.newEventBuilder().comment("").build();
        };
    }
}
