package nl.meldspoor.events.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meldspoor.events.EntryCorrected;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.RecordedEvent;

/**
 * The one place that decides which entries rules and obligations count: of a corrected entry its newest replacement, at the place of the
 * old one, or nothing when it was taken back. The old entry stays in the history.
 */
final class Corrections {

    private static final String REPLACEMENT = "replacement.";

    private Corrections() {}

    static List<RecordedEvent> thatCount(List<RecordedEvent> all) {
        Map<Long, RecordedEvent> newest = new HashMap<>();
        for (RecordedEvent event : all) {
            if (event.data() instanceof EntryCorrected correction) {
                newest.put((long) correction.corrects(), event);
            }
        }
        if (newest.isEmpty()) {
            return all;
        }
        List<RecordedEvent> counting = new ArrayList<>(all.size());
        for (RecordedEvent event : all) {
            RecordedEvent correction = newest.get(event.sequence());
            if (correction == null || correction.sequence() <= event.sequence()) {
                counting.add(event);
            } else if (((EntryCorrected) correction.data()).replacement() != null) {
                counting.add(replaced(event, correction));
            }
        }
        return counting;
    }

    private static RecordedEvent replaced(RecordedEvent event, RecordedEvent correction) {
        var replacement = ((EntryCorrected) correction.data()).replacement();
        if (EventType.of(replacement) != event.type()) {
            throw new IllegalArgumentException("expected a replacement of " + event.type().eventName() + ", but was "
                    + EventType.of(replacement).eventName());
        }
        return new RecordedEvent(
                event.id(),
                event.caseId(),
                event.sequence(),
                Happened.of(replacement, event.recordedAt()).asMoment(),
                event.recordedAt(),
                event.personRef(),
                event.onBehalfOfRef(),
                correction.deviatedFrom(),
                replacement,
                sealedMembersOfReplacement(correction));
    }

    private static Set<String> sealedMembersOfReplacement(RecordedEvent correction) {
        return correction.sealedMembers().stream()
                .filter(name -> name.startsWith(REPLACEMENT))
                .map(name -> name.substring(REPLACEMENT.length()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
