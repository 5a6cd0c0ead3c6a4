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
 * @param offers hand-overs by their id
 */
public record RouteFacts(
        String organisation, CaseReach reach, Map<UUID, String> madeByRef, Map<UUID, Offer> offers) {

    /** A hand-over; {@code toRef} null when it is to somebody who is no user. */
    public record Offer(String fromRef, String toRef) {}

    public RouteFacts(String organisation, CaseReach reach, Map<UUID, String> madeByRef) {
        this(organisation, reach, madeByRef, Map.of());
    }

    public RouteFacts {
        madeByRef = Map.copyOf(madeByRef);
        offers = Map.copyOf(offers);
    }

    public static RouteFacts of(String organisation, CaseHistory history) {
        Map<UUID, String> madeBy = new HashMap<>();
        history.meldingen().forEach(m -> madeBy.put(m.data().meldingId(), m.event().actingRef()));
        Map<UUID, Offer> offers = new HashMap<>();
        history.handovers()
                .forEach(h -> offers.put(h.data().handoverId(), new Offer(h.event().actingRef(), h.data().toRef())));
        return new RouteFacts(organisation, CaseReach.of(history), madeBy, offers);
    }

    /** Whether nobody but report-team and board may know of the case. */
    public boolean accusedUnlinked() {
        return reach.accusedState() == CaseReach.AccusedState.UNLINKED;
    }
}
