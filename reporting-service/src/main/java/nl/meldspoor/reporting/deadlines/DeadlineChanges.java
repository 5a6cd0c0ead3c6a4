package nl.meldspoor.reporting.deadlines;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.meldspoor.reporting.projection.CasesProjected;
import nl.meldspoor.reporting.reach.Reach;
import nl.meldspoor.reporting.reach.ReadModel;
import org.jboss.logging.Logger;

/**
 * Says that something changed in cases somebody sees, and nothing more; he then asks for himself. Whether he sees one of them is asked of the
 * database each time. What another instance projected is not heard here, so who listens also asks from time to time by himself.
 */
@ApplicationScoped
public class DeadlineChanges {

    private static final Logger LOG = Logger.getLogger(DeadlineChanges.class);
    private static final Duration GATHERED = Duration.ofSeconds(1);
    private static final int GATHERED_AT_MOST = 1_000;

    /** $15 the cases. */
    private static final String SEES_ANY =
            """
            select exists (
                   select from case_view c
                    where c.case_id = any ($15::uuid[])
                      and %s) as seen
            """
                    .formatted(Reach.SEES);

    /** What is heard. */
    public enum Heard {
        CHANGED,
        /** Only that the connection lives. */
        ALIVE
    }

    private final BroadcastProcessor<Set<UUID>> changes = BroadcastProcessor.create();

    @Inject
    ReadModel rows;

    void projected(@Observes CasesProjected event) {
        changes.onNext(event.cases());
    }

    /** From now on; gathered, so that a busy minute is a few words. */
    public Multi<Heard> heardBy(Reach reach, Duration heartbeat, Duration longest) {
        Multi<Heard> changed = changes.onOverflow()
                .drop()
                .group()
                .intoLists()
                .of(GATHERED_AT_MOST, GATHERED)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .filter(sets -> sees(sets, reach))
                .map(sets -> Heard.CHANGED);
        Multi<Heard> alive = Multi.createFrom().ticks().every(heartbeat).onOverflow().drop().map(tick -> Heard.ALIVE);
        return Multi.createBy().merging().streams(changed, alive).select().first(longest);
    }

    private boolean sees(List<Set<UUID>> sets, Reach reach) {
        Set<UUID> changed = new HashSet<>();
        sets.forEach(changed::addAll);
        try {
            return rows.ask(SEES_ANY, reach.parameters().addArrayOfUUID(changed.toArray(UUID[]::new)))
                    .iterator()
                    .next()
                    .getBoolean("seen");
        } catch (RuntimeException e) {
            // He asks by himself from time to time.
            LOG.debugf("deadline-change-not-told cause=%s", e.getClass().getSimpleName());
            return false;
        }
    }
}
