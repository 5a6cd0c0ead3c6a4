package nl.meldspoor.notifications.intake;

import java.util.List;
import java.util.UUID;
import nl.meldspoor.events.PublishedEvent;

/**
 * What is stored of one case before a batch.
 *
 * @param held records that wait, by sequence
 * @param parked why they wait, or null
 */
public record CaseState(UUID caseId, AppliedCase applied, List<PublishedEvent> held, Parking parked) {

    public CaseState {
        held = List.copyOf(held);
    }

    /** A case of which nothing is known. */
    public static CaseState unknown(UUID caseId) {
        return new CaseState(caseId, AppliedCase.NOTHING, List.of(), null);
    }
}
