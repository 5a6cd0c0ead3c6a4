package nl.meldspoor.events;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One event of a case as every service folds it: facts only, plus which sealed members were present (empty where that is not known,
 * as on Kafka).
 *
 * @param sequence 1, 2, 3 … within the case, without holes
 * @param occurredAt when it happened; a day counts from its Amsterdam midnight; entries without a moment happened when recorded
 * @param recordedAt when it was stored; never earlier than that of the event before it
 * @param personRef keyed hash of who recorded it
 * @param onBehalfOfRef keyed hash of the person an integration acted for, or null
 * @param deviatedFrom ids of the conduct rules this entry deviates from, each with a motivation in its sealed part
 */
public record RecordedEvent(
        UUID id,
        UUID caseId,
        long sequence,
        Instant occurredAt,
        Instant recordedAt,
        String personRef,
        String onBehalfOfRef,
        List<String> deviatedFrom,
        CaseEvent data,
        Set<String> sealedMembers) {

    public RecordedEvent {
        deviatedFrom = List.copyOf(deviatedFrom);
        sealedMembers = Set.copyOf(sealedMembers);
    }

    public EventType type() {
        return EventType.of(data);
    }

    /** Who acts for the organisation: the person named by an integration, else who recorded. */
    public String actingRef() {
        return onBehalfOfRef == null ? personRef : onBehalfOfRef;
    }
}
