package nl.meldspoor.notifications.routing;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.CaseReach;

/**
 * What routing and the inbox must know of a case.
 *
 * @param madeByRef keyed hash of who made each melding
 */
public record RouteFacts(String organisation, CaseReach reach, Map<UUID, String> madeByRef) {

    public RouteFacts {
        madeByRef = Map.copyOf(madeByRef);
    }

    public static RouteFacts of(String organisation, CaseHistory history) {
        Map<UUID, String> madeBy = new HashMap<>();
        history.meldingen().forEach(m -> madeBy.put(m.data().meldingId(), m.event().actingRef()));
        return new RouteFacts(organisation, CaseReach.of(history), madeBy);
    }

    /** Whether nobody but report-team and board may know of the case. */
    public boolean accusedUnlinked() {
        return reach.accusedState() == CaseReach.AccusedState.UNLINKED;
    }
}
