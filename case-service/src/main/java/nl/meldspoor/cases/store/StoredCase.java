package nl.meldspoor.cases.store;

import java.util.List;
import java.util.UUID;
import nl.meldspoor.events.history.CaseHistory;

/**
 * A case as it is, or as it was at some version or moment: facts, and which sealed members are present. Nothing is opened.
 *
 * @param events from 1 without holes, at least one
 */
public record StoredCase(String organisation, UUID caseId, List<StoredEvent> events) {

    public StoredCase {
        events = List.copyOf(events);
        if (events.isEmpty() || events.getLast().sequence() != events.size()) {
            throw new IllegalArgumentException("expected the events of case " + caseId + " from 1 without holes");
        }
    }

    /** Sequence of the last event; the ETag. */
    public long version() {
        return events.getLast().sequence();
    }

    /** Hash of the last event, lower-case hex. */
    public String headHash() {
        return events.getLast().hash();
    }

    /** The head to append on. */
    public Expected expected() {
        return Expected.after(events.getLast());
    }

    /** The fold of these events. */
    public CaseHistory toHistory() {
        return CaseHistory.of(events.stream().map(StoredEvent::recorded).toList());
    }
}
