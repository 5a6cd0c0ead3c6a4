package nl.meldspoor.notifications.routing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.meldspoor.events.history.OpenOrMet;

/** Which duties an event brought. */
public final class ArisenDuties {

    private ArisenDuties() {}

    /**
     * Duties open after the event that were not before, or that are open for another reason: met and raised again at once.
     *
     * @param before open before the event
     * @param after open with the event
     */
    public static List<OpenOrMet> between(List<OpenOrMet> before, List<OpenOrMet> after) {
        Map<String, Long> sinceBefore = new HashMap<>();
        before.forEach(o -> sinceBefore.put(o.id(), o.since()));
        return after.stream()
                .filter(o -> !sinceBefore.containsKey(o.id()) || o.since() > sinceBefore.get(o.id()))
                .toList();
    }
}
