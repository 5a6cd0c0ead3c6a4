package nl.meldspoor.notifications.routing;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What routing and the inbox must know of a case.
 *
 * @param handlerRef keyed hash of who handles the case, or null
 * @param excludedRefs keyed hashes of who is kept out of the case
 * @param accusedUnlinked whether the case has an accused STAFF, VOLUNTEER or UNKNOWN who is not linked to a user and not ruled out
 * @param accusedRefs keyed hashes, bound to the case, of the accused
 * @param madeByRef who made each melding
 */
public record RouteFacts(
        String organisation,
        String unit,
        String handlerRef,
        Set<String> excludedRefs,
        boolean accusedUnlinked,
        Set<String> accusedRefs,
        Map<UUID, String> madeByRef) {

    public RouteFacts {
        excludedRefs = Set.copyOf(excludedRefs);
        accusedRefs = Set.copyOf(accusedRefs);
        madeByRef = Map.copyOf(madeByRef);
    }
}
