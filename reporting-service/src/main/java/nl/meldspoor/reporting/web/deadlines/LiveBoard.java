package nl.meldspoor.reporting.web.deadlines;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.reporting.projection.CasesProjected;
import nl.meldspoor.reporting.reach.Reach;
import org.jboss.logging.Logger;

/**
 * {@code /deadlines/live}: says that cases on the board changed, and nothing more; the page then asks for itself again. Only who sees
 * one of the cases that changed hears it. The page asks by itself every minute too, for what was projected by another instance.
 */
@Path("/deadlines/live")
@ApplicationScoped
public class LiveBoard {

    private static final Logger LOG = Logger.getLogger(LiveBoard.class);
    private static final Duration GATHERED = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    /** A session is looked at again after this: the browser comes back by itself. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final int GATHERED_AT_MOST = 1_000;

    private final BroadcastProcessor<Set<UUID>> changes = BroadcastProcessor.create();

    @Inject
    CurrentCaller caller;

    @Inject
    PersonRefs refs;

    @Inject
    BoardCases cases;

    void projected(@Observes CasesProjected event) {
        changes.onNext(event.cases());
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<String> listen() {
        Reach reach = Reach.ofCases(caller.get(), refs);
        Multi<String> heard = changes.onOverflow()
                .drop()
                .group()
                .intoLists()
                .of(GATHERED_AT_MOST, GATHERED)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .filter(sets -> sees(sets, reach))
                .map(sets -> "changed");
        Multi<String> alive = Multi.createFrom().ticks().every(HEARTBEAT).onOverflow().drop().map(tick -> "alive");
        return Multi.createBy().merging().streams(heard, alive).select().first(LONGEST);
    }

    private boolean sees(List<Set<UUID>> sets, Reach reach) {
        Set<UUID> changed = new HashSet<>();
        sets.forEach(changed::addAll);
        try {
            return cases.seesAny(changed, reach);
        } catch (RuntimeException e) {
            // The page asks again within a minute.
            LOG.debugf("live-board-skipped cause=%s", e.getClass().getSimpleName());
            return false;
        }
    }
}
