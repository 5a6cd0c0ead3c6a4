package nl.meldspoor.cases.store;

import java.time.Instant;
import java.util.UUID;

/**
 * A command that was stored under an Idempotency-Key. Its answer is rebuilt from the case as it was at {@code lastSequence}.
 *
 * @param fingerprint keyed hash of method, path and body it came with
 */
public record RememberedCommand(
        String fingerprint, UUID caseId, UUID commandId, long firstSequence, long lastSequence, Instant recordedAt) {}
