package nl.meldspoor.events.history;

import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.RecordedEvent;

/** An entry that counts, with its data typed. */
public record Entry<E extends CaseEvent>(RecordedEvent event, E data, Happened happened) {

    /** Place in the order of recording. */
    public long sequence() {
        return event.sequence();
    }
}
