package nl.meldspoor.cases.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.meldspoor.cases.seal.Seal;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.PersonKind;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.proof.HashChain;

/** Makes the rows of a command: numbers, seals, and links them to the head it was decided on. */
final class AppendAssembly {

    /** Whoever makes these entries on a CARE_RELATION case may be its reporter, whose data can be erased on their own. */
    private static final Set<EventType> BY_A_REPORTER =
            EnumSet.of(EventType.CASE_OPENED, EventType.SIGNAL_RECORDED, EventType.INTERNAL_REPORT_MADE);

    private final Seal seal;

    AppendAssembly(Seal seal) {
        this.seal = seal;
    }

    AppendUnit assemble(AppendRequest request) {
        List<StoredEvent> events = new ArrayList<>(request.events().size());
        long sequence = request.expected().version();
        String previousHash = request.expected().hash();
        Instant recordedAt = recordedAt(request);
        for (NewEvent event : request.events()) {
            StoredEvent stored = row(request, event, ++sequence, events.size() + 1, recordedAt, previousHash);
            previousHash = stored.hash();
            events.add(stored);
        }
        return new AppendUnit(request, events);
    }

    /** Never before that of the event before it, also when a clock went back; whole milliseconds. */
    private static Instant recordedAt(AppendRequest request) {
        Instant now = request.now().truncatedTo(ChronoUnit.MILLIS);
        Instant previous = request.expected().recordedAt();
        return previous != null && previous.isAfter(now) ? previous : now;
    }

    private StoredEvent row(
            AppendRequest request, NewEvent event, long sequence, int ordinal, Instant recordedAt, String previousHash) {
        EventType type = EventType.of(event.data());
        ObjectNode facts = EventJson.facts(event.data());
        Seal.SealedParts sealed = seal.seal(
                request.organisation(),
                request.caseId(),
                event.eventId(),
                type.schemaVersion(),
                EventJson.sealed(event.data(), event.note(), event.deviation()),
                actorKind(request, type),
                request.actor().userName(),
                request.actor().onBehalfOf());
        Instant occurredAt =
                event.occurredAt() == null ? recordedAt : event.occurredAt().truncatedTo(ChronoUnit.MILLIS);
        StoredEvent unlinked = new StoredEvent(
                0,
                0,
                0,
                event.eventId(),
                request.organisation(),
                request.caseId(),
                sequence,
                type.eventName(),
                type.schemaVersion(),
                occurredAt,
                recordedAt,
                sealed.actor(),
                request.actor().personRef(),
                request.actor().roles(),
                sealed.onBehalfOf(),
                request.actor().onBehalfOfRef(),
                request.commandId(),
                ordinal,
                request.correlationId(),
                request.causationId(),
                event.deviatedFrom(),
                facts,
                sealed.sealed(),
                request.traceparent(),
                previousHash,
                "");
        return unlinked.withHash(HashChain.link(previousHash, unlinked.canonical().text()));
    }

    private static PersonKind actorKind(AppendRequest request, EventType type) {
        return request.reach().route() == Route.CARE_RELATION && BY_A_REPORTER.contains(type) ? PersonKind.REPORTER : PersonKind.STAFF;
    }
}
