package nl.meldspoor.notifications.intake;

import java.util.List;
import java.util.UUID;
import nl.meldspoor.events.PublishedEvent;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.notifications.routing.RouteFacts;

/**
 * What was applied of a case so far.
 *
 * @param organisation whose it is; null when nothing was applied
 * @param events which events, by sequence 1, 2, 3 … without holes
 * @param history folded from them; null when there are none, or this version does not know them all
 * @param facts as they stand in the database; null when that is not known
 */
public record AppliedCase(String organisation, List<Mark> events, CaseHistory history, RouteFacts facts) {

    /** By what an event is told from another one with its sequence. */
    public record Mark(UUID id, String hash) {
        static Mark of(PublishedEvent event) {
            return new Mark(event.id(), event.hash());
        }
    }

    static final AppliedCase NOTHING = new AppliedCase(null, List.of(), null, null);

    public AppliedCase {
        events = List.copyOf(events);
    }

    /** As it is read from the database. What a newer version applied may be unknown to this one. */
    static AppliedCase of(List<PublishedEvent> applied) {
        if (applied.isEmpty()) {
            return NOTHING;
        }
        List<Mark> marks = applied.stream().map(Mark::of).toList();
        return new AppliedCase(applied.getFirst().organisation(), marks, history(applied), null);
    }

    private static CaseHistory history(List<PublishedEvent> applied) {
        try {
            return CaseHistory.of(applied.stream().map(PublishedEvent::recorded).toList());
        } catch (RuntimeException e) {
            return null;
        }
    }

    /** Whether something was applied that this version does not know. */
    boolean unknown() {
        return history == null && !events.isEmpty();
    }

    /** Whether the database has it as it is here. */
    boolean isAt(long lastSequence, UUID lastEvent) {
        return history != null && events.size() == lastSequence && events.getLast().id().equals(lastEvent);
    }
}
