package nl.meldspoor.cases.decide;

import java.time.Instant;
import java.util.List;
import nl.meldspoor.events.CaseEvent;

/**
 * An event to store.
 *
 * @param data with its derived members filled in
 * @param deviatedFrom ids of the conduct rules it deviates from, in the order of the catalogue
 * @param occurredAt when it happened; a bare day counts from its Amsterdam midnight
 */
public record Proposed(CaseEvent data, String note, String deviation, List<String> deviatedFrom, Instant occurredAt) {

    public Proposed {
        deviatedFrom = List.copyOf(deviatedFrom);
    }
}
