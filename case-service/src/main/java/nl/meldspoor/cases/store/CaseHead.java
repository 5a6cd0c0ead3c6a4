package nl.meldspoor.cases.store;

import java.time.Instant;
import java.util.UUID;
import nl.meldspoor.events.history.CaseReach;

/**
 * The row of {@code case_head}: where a case stands and who may reach it.
 *
 * @param hash of the last event, lower-case hex
 * @param changedAt when the last event was recorded
 */
public record CaseHead(
        UUID caseId,
        String organisation,
        long version,
        String hash,
        Instant openedAt,
        Instant changedAt,
        CaseReach reach) {}
