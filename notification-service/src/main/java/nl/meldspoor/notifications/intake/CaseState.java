package nl.meldspoor.notifications.intake;

import java.util.List;
import java.util.UUID;
import nl.meldspoor.events.PublishedEvent;

/**
 * What is stored of one case before a batch.
 *
 * @param applied sequences 1, 2, 3 … without holes
 * @param held records that wait, by sequence
 * @param parked why they wait, or null
 */
public record CaseState(UUID caseId, List<PublishedEvent> applied, List<PublishedEvent> held, Parking parked) {

    public CaseState {
        applied = List.copyOf(applied);
        held = List.copyOf(held);
    }

    /** A case of which nothing is known. */
    public static CaseState unknown(UUID caseId) {
        return new CaseState(caseId, List.of(), List.of(), null);
    }
}
