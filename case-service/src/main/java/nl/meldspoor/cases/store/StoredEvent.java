package nl.meldspoor.cases.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.meldspoor.cases.seal.SealedContent;
import nl.meldspoor.cases.seal.SealedEvent;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.Upcasters;
import nl.meldspoor.events.proof.CanonicalEvent;

/**
 * One row of {@code case_event}.
 *
 * @param position unique and growing, neither dense nor in commit order
 * @param transactionId of the transaction that wrote it, comparable within its epoch only
 * @param actor the sealed user name of who recorded
 * @param onBehalfOf the sealed user name of the person an integration acted for, or null
 * @param ordinal 1, 2, 3 … within the command
 * @param facts unsealed members
 * @param sealed the sealed members, whose names are known without a key
 * @param previousHash lower-case hex, null for the first event of a case
 * @param hash lower-case hex
 */
public record StoredEvent(
        long position,
        int epoch,
        long transactionId,
        UUID eventId,
        String organisation,
        UUID caseId,
        long sequence,
        String type,
        int schemaVersion,
        Instant occurredAt,
        Instant recordedAt,
        SealedContent actor,
        String personRef,
        List<String> roles,
        SealedContent onBehalfOf,
        String onBehalfOfRef,
        UUID commandId,
        int ordinal,
        UUID correlationId,
        UUID causationId,
        List<String> deviatedFrom,
        ObjectNode facts,
        SealedContent sealed,
        String traceparent,
        String previousHash,
        String hash)
        implements SealedEvent {

    public StoredEvent {
        roles = List.copyOf(roles);
        deviatedFrom = List.copyOf(deviatedFrom);
    }

    /** The type of the catalogue; a stored type that it does not know is a defect of this version. */
    public EventType eventType() {
        return EventType.byName(type)
                .orElseThrow(() -> new IllegalStateException("expected a known event type, but was " + type));
    }

    /** As the fold takes it: facts and which sealed members are present, nothing opened. */
    public RecordedEvent recorded() {
        return new RecordedEvent(
                eventId,
                caseId,
                sequence,
                occurredAt,
                recordedAt,
                personRef,
                onBehalfOfRef,
                deviatedFrom,
                EventJson.read(eventType(), schemaVersion, facts),
                sealed.members());
    }

    /** The facts in the newest shape, for whoever is told of them; {@link #facts()} are those the hash covers. */
    public ObjectNode newestFacts() {
        return Upcasters.toNewest(eventType(), schemaVersion, facts);
    }

    /** Everything the hash covers. */
    public CanonicalEvent canonical() {
        return new CanonicalEvent(
                eventId,
                organisation,
                caseId,
                sequence,
                type,
                schemaVersion,
                occurredAt,
                recordedAt,
                actor.bytes(),
                personRef,
                roles,
                onBehalfOf == null ? null : onBehalfOf.bytes(),
                onBehalfOfRef,
                commandId,
                ordinal,
                correlationId,
                causationId,
                deviatedFrom,
                facts,
                sealed.bytes(),
                traceparent);
    }

    StoredEvent withHash(String newHash) {
        return new StoredEvent(
                position, epoch, transactionId, eventId, organisation, caseId, sequence, type, schemaVersion, occurredAt,
                recordedAt, actor, personRef, roles, onBehalfOf, onBehalfOfRef, commandId, ordinal, correlationId,
                causationId, deviatedFrom, facts, sealed, traceparent, previousHash, newHash);
    }

    /** Where the store put it. */
    StoredEvent at(long newPosition, int newEpoch, long newTransactionId) {
        return new StoredEvent(
                newPosition, newEpoch, newTransactionId, eventId, organisation, caseId, sequence, type, schemaVersion,
                occurredAt, recordedAt, actor, personRef, roles, onBehalfOf, onBehalfOfRef, commandId, ordinal, correlationId,
                causationId, deviatedFrom, facts, sealed, traceparent, previousHash, hash);
    }
}
