package nl.meldspoor.reporting.projection;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How far a case was read.
 *
 * @param table which table says so: another one after the projection was built anew
 * @param lastSequence the last applied sequence, 0 for none
 * @param lastHash the hash of that event, null for none
 * @param parking why it waits, if it does
 * @param known the applied events among those that now arrive (again), by sequence
 */
record Progress(long table, long lastSequence, String lastHash, Optional<Parking> parking, Map<Long, UUID> known) {

    static Progress none() {
        return new Progress(0, 0, null, Optional.empty(), Map.of());
    }
}
