package nl.meldspoor.cases.history.extracts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meldspoor.events.EntryCorrected;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Entry;

/**
 * All an extract is made from.
 *
 * @param events the events of the history, in its order, opened as far as the kind allows
 * @param blanking names that free text may not carry out
 * @param madeAt the moment the extract is made
 */
public record ExtractMaterial(
        String organisation, CaseHistory history, List<OpenedEvent> events, Blanking blanking, Instant madeAt) {

    public ExtractMaterial {
        events = List.copyOf(events);
        if (events.size() != history.version()) {
            throw new IllegalArgumentException(
                    "expected the " + history.version() + " events of the history, but there are " + events.size());
        }
    }

    /** Events of a type, in order of recording. */
    Stream<OpenedEvent> of(EventType type) {
        return events.stream().filter(e -> e.event().type() == type);
    }

    /** The opened form of an entry that the history found. */
    OpenedEvent opened(RecordedEvent event) {
        return events.get((int) event.sequence() - 1);
    }

    /** Events of a type that rules count: a corrected entry is not among them. */
    List<OpenedEvent> counting(EventType type) {
        return of(type).filter(this::counts).toList();
    }

    Optional<OpenedEvent> latest(EventType type) {
        return counting(type).stream().reduce((a, b) -> b);
    }

    /** Whether an entry still counts as it was recorded, or was corrected later. */
    boolean counts(OpenedEvent event) {
        return history.counting().contains(event.event());
    }

    /** The newest correction of an entry: it stands there replaced, or was taken back. */
    Optional<RecordedEvent> correctionOf(OpenedEvent opened) {
        return history.corrections().stream()
                .filter(correction -> correction.data().corrects() == opened.event().sequence())
                .reduce((older, newer) -> newer)
                .map(Entry::event);
    }

    /** What an entry is about for a reader: of a correction the entry that it corrects. */
    OpenedEvent subjectOf(OpenedEvent opened) {
        return opened.event().data() instanceof EntryCorrected correction ? events.get(correction.corrects() - 1) : opened;
    }

    OpenedEvent opening() {
        return events.getFirst();
    }
}
